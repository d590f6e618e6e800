"""The channel between the web process and Rasa: one POST in, every message out, failures said as failures.

Unlike Rasa's own REST channel it carries metadata, checks a token, never lets typed text reach the
`/intent` syntax, and never answers 200 when something broke.
"""

from __future__ import annotations

import logging
import unicodedata
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

log = logging.getLogger(__name__)

TOKEN_HEADER = "X-Guichet-Token"
Handler = Callable[[UserMessage], Awaitable[Any]]


class GuichetChannel(InputChannel):
    """POST /webhooks/guichet/webhook {sender, message, metadata} → {messages: […]}."""

    def __init__(self, token: str) -> None:
        self._token = token

    @classmethod
    def name(cls) -> str:
        """The part of the URL after /webhooks/."""
        return "guichet"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> GuichetChannel:
        """From credentials.yml; the token comes from the environment through it."""
        return cls(str((credentials or {}).get("token", "")))

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """The routes: a health check, the webhook, and forgetting a conversation at once."""
        routes = Blueprint("guichet_channel", __name__)

        @routes.route("/", methods=["GET"])
        async def health(request: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @routes.route("/webhook", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            if not self._token or request.headers.get(TOKEN_HEADER) != self._token:
                return response.json({"error": "forbidden"}, status=403)
            return await self._turn(request.json or {}, on_new_message)

        @routes.route("/forget", methods=["POST"])
        async def forget(request: Request) -> HTTPResponse:
            if not self._token or request.headers.get(TOKEN_HEADER) != self._token:
                return response.json({"error": "forbidden"}, status=403)
            innermost(request.app.ctx.agent.tracker_store).forget(str((request.json or {}).get("sender", "")))
            return response.json({"forgotten": True})

        return routes

    async def _turn(self, body: dict[str, Any], on_new_message: Handler) -> HTTPResponse:
        collector = CollectingOutputChannel()
        message = UserMessage(
            defused(str(body.get("message", ""))),
            collector,
            str(body.get("sender", "")),
            input_channel=self.name(),
            metadata=body.get("metadata") or {},
        )
        try:
            await on_new_message(message)
        except Exception as error:  # a failure must be seen as one by the web process
            log.error("turn failed: %s", type(error).__name__)
            return response.json({"error": "turn failed"}, status=500)
        return response.json({"messages": collector.messages})


def innermost(store: Any) -> Any:
    """Our tracker store, out of the wrappers Rasa 3.6 puts around it (fail-safe, awaitable)."""
    while not hasattr(store, "forget"):
        store = store._tracker_store
    return store


def defused(text: str) -> str:
    """`text` without the leading signs that would make Rasa execute it as `/intent{…}`."""
    start = 0
    while start < len(text) and (_is_slash(text[start]) or _is_blank(text[start])):
        start += 1
    return text[start:] or "?"


def _is_slash(char: str) -> bool:
    return "/" in unicodedata.normalize("NFKC", char)


def _is_blank(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) in ("Cf", "Cc")
