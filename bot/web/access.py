"""Who may reach the desk's pages until accounts exist: this machine, unless a setting opens them."""

from __future__ import annotations

from fastapi import Request

from bot.web.errors import Refusal
from bot.web.state import state_of

LOCAL_ADDRESSES = frozenset(("127.0.0.1", "::1", "testclient"))
LOCAL_NAMES = frozenset(("localhost", "127.0.0.1", "[::1]", "testserver"))
FORWARDED = ("x-forwarded-for", "forwarded", "x-real-ip")


def desk_only(request: Request) -> None:
    """Refusal `bureau` (403) unless the request comes from this machine, under its own name, past no proxy.

    The name is checked too: a page elsewhere may point a name of its own at this machine.
    """
    if state_of(request).settings.open_desk:
        return
    name = request.headers.get("host", "").rsplit(":", 1)[0] or "?"
    local = request.client is not None and request.client.host in LOCAL_ADDRESSES
    if not local or name not in LOCAL_NAMES or any(header in request.headers for header in FORWARDED):
        raise Refusal(403, "bureau")
