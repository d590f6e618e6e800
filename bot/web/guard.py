"""What every request passes: body size, rate, origin; and what every reply carries: the security headers.

Plain ASGI, so that a refusal costs nothing and a large body is never read whole.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.web.access import FORWARDED
from bot.web.errors import Refusal
from bot.web.limits import Bucket

LARGEST_BODY = 64 * 1024
# A program on this machine already has the desk's pages; counting it would only slow down whoever measures.
THIS_MACHINE = frozenset(("127.0.0.1", "::1"))
PROXIED = "proxy"
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
          "form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
Explain = Callable[[Scope, Refusal], ASGIApp]


class Guard:
    """`explain` makes the reply of a refusal; `origins` are the sites that may call the chat from a browser."""

    def __init__(self, app: ASGIApp, bucket: Bucket, origins: tuple[str, ...], explain: Explain) -> None:
        self._app, self._bucket, self._origins, self._explain = app, bucket, origins, explain

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        app = self._explain(scope, refusal) if refusal else self._app
        body = _Body(receive, send)
        try:
            await app(scope, body.receive, body.reply)
        except Refusal as late:
            if body.started:
                raise
            await self._explain(scope, late)(scope, receive, body.reply)

    def _refusal(self, scope: Scope, headers: Headers) -> Refusal | None:
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > LARGEST_BODY:
            return Refusal(413, "trop_gros")
        if not self._known(headers):
            return Refusal(403, "origine")
        address = _caller(scope, headers)
        counted = scope["path"].startswith("/api/") and scope["method"] != "OPTIONS" and address not in THIS_MACHINE
        return Refusal(429, "trop_vite") if counted and not self._bucket.allows(address) else None

    def _known(self, headers: Headers) -> bool:
        """No origin (not a browser, or a plain visit), our own, or one of the list."""
        origin = headers.get("origin")
        return origin is None or urlsplit(origin).netloc == headers.get("host") or origin in self._origins


def _caller(scope: Scope, headers: Headers) -> str:
    """Whose request it is: the peer, or the one a proxy on this machine speaks for (the last it wrote: what stands
    before came from outside and may be forged)."""
    peer = str((scope.get("client") or ("?", 0))[0])
    if peer not in THIS_MACHINE or not any(header in headers for header in FORWARDED):
        return peer
    told = headers.get("x-forwarded-for", "").rsplit(",", 1)[-1].strip()
    return told if told and told not in THIS_MACHINE else PROXIED


class _Body:
    """Counts what comes in; adds the headers to what goes out."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self._read = 0
        self.started = False

    async def receive(self) -> Message:
        message = await self._receive()
        self._read += len(message.get("body", b""))
        if self._read > LARGEST_BODY:
            raise Refusal(413, "trop_gros")
        return message

    async def reply(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await self._send(message)
