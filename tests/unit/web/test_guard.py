"""Who is counted at the door."""

from starlette.applications import Starlette
from starlette.datastructures import Headers

from bot.web.guard import Guard
from bot.web.limits import Bucket


def refused(address: str, *forwarded: bytes) -> int:
    """How many of three requests at once are refused, with a bucket of one; a forwarded-for header each, if any."""
    guard = Guard(Starlette(), Bucket(lambda: 0.0, burst=1, per_second=1), (), lambda scope, refusal: Starlette())
    found = 0
    for number in range(3):
        headers = [(b"x-forwarded-for", forwarded[number])] if forwarded else []
        scope = {"type": "http", "path": "/api/v1/services", "method": "GET", "client": (address, 1),
                 "headers": headers}
        found += guard._refusal(scope, Headers(scope=scope)) is not None
    return found


def test_an_address_is_counted() -> None:
    assert refused("192.0.2.7") == 2


def test_this_machine_is_not_unless_it_speaks_for_another() -> None:
    assert refused("127.0.0.1") == 0
    assert refused("127.0.0.1", *[b"192.0.2.7"] * 3) == 2


def test_behind_a_proxy_each_visitor_is_counted_alone_and_cannot_pass_for_another() -> None:
    assert refused("127.0.0.1", b"192.0.2.1", b"192.0.2.2", b"192.0.2.3") == 0
    assert refused("127.0.0.1", b"198.51.100.1, 192.0.2.7", b"198.51.100.2, 192.0.2.7", b"127.0.0.1, 192.0.2.7") == 2
    assert refused("127.0.0.1", b"127.0.0.1", b"", b"::1") == 2
    assert refused("192.0.2.7", b"198.51.100.1", b"198.51.100.2", b"198.51.100.3") == 2
