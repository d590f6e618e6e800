"""Who is counted at the door."""

from starlette.applications import Starlette
from starlette.datastructures import Headers

from bot.web.guard import Guard
from bot.web.limits import Bucket


def refused(address: str, *headers: tuple[bytes, bytes]) -> int:
    """How many of three requests at once are refused, with a bucket of one."""
    guard = Guard(Starlette(), Bucket(lambda: 0.0, burst=1, per_second=1), (), lambda scope, refusal: Starlette())
    scope = {"type": "http", "path": "/api/v1/services", "method": "GET", "client": (address, 1),
             "headers": list(headers)}
    return sum(guard._refusal(scope, Headers(scope=scope)) is not None for _ in range(3))


def test_an_address_is_counted() -> None:
    assert refused("192.0.2.7") == 2


def test_this_machine_is_not_unless_it_speaks_for_another() -> None:
    assert refused("127.0.0.1") == 0
    assert refused("127.0.0.1", (b"x-forwarded-for", b"192.0.2.7")) == 2
