"""Rasa and the action server over HTTP, on this machine. Whatever goes wrong becomes an UnderstandingError."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import httpx

from bot.answers.answer import Answer
from bot.orientation.case import Choice
from bot.orientation.errors import UnderstandingError, WireError
from bot.orientation.reading import Reading
from bot.orientation.wire import from_wire, to_wire
from bot.settings import Settings
from bot.web.ports import Part

TURN_SECONDS = 8.0
PROBE_SECONDS = 1.5
WAKING_SECONDS = 420.0


class RasaClient:
    """One pooled HTTP client. Until Rasa has answered once it is said to be starting, for a while."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._client = httpx.AsyncClient(timeout=TURN_SECONDS, trust_env=False)
        self._born = time.monotonic()
        self._seen = False

    async def turn(self, sender: str, text: str, surface: str, choice: Choice | None) -> Answer:
        """One turn through our channel; an answer must come back, silence is a failure."""
        body = {"sender": sender, "message": text,
                "metadata": {"surface": surface, "choice": to_wire(choice) if choice else None}}
        reply = await self._post("/webhooks/guichet/webhook", body)
        with _understood():
            wires = [m["custom"]["answer"] for m in reply["messages"] if "answer" in (m.get("custom") or {})]
            return from_wire(Answer, wires[-1])

    async def read(self, text: str) -> Reading:
        """The reading of one text; Rasa keeps nothing of it."""
        reply = await self._post("/model/parse", {"text": text})
        with _understood():
            return from_wire(Reading, reply["reading"])

    async def forget(self, sender: str) -> None:
        """Erase a conversation from Rasa's tracker store."""
        await self._post("/webhooks/guichet/forget", {"sender": sender})

    async def states(self) -> tuple[Part, Part, str]:
        """Rasa, the action server, the model in service."""
        rasa = await self._probe(f"{self._settings.rasa_url}/status?token={self._settings.token}")
        actions = await self._probe(f"{self._settings.actions_url}/health")
        self._seen = self._seen or rasa is not None
        model = str((rasa or {}).get("model_file", "")).rsplit("/", 1)[-1]
        return self._part(rasa), self._part(actions), model

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    def _part(self, reply: object) -> Part:
        if reply is not None:
            return Part.OK
        waking = not self._seen and time.monotonic() - self._born < WAKING_SECONDS
        return Part.STARTING if waking else Part.AWAY

    async def _probe(self, url: str) -> dict[str, Any] | None:
        try:
            reply = await self._client.get(url, timeout=PROBE_SECONDS)
            return dict(reply.json()) if reply.status_code == 200 else None
        except (httpx.HTTPError, ValueError):
            return None

    async def _post(self, path: str, body: dict[str, Any]) -> Any:
        try:
            reply = await self._client.post(
                self._settings.rasa_url + path, params={"token": self._settings.token}, json=body,
                headers={"X-Guichet-Token": self._settings.token},
            )
            reply.raise_for_status()
            return reply.json()
        except (httpx.HTTPError, ValueError) as error:
            raise UnderstandingError(f"{path}: {type(error).__name__}") from error


@contextmanager
def _understood() -> Iterator[None]:
    """Maps a reply of the wrong shape to UnderstandingError."""
    try:
        yield
    except (KeyError, IndexError, TypeError, AttributeError, WireError) as error:
        raise UnderstandingError("réponse illisible") from error


@asynccontextmanager
async def rasa_client(settings: Settings) -> AsyncIterator[RasaClient]:
    """A client closed at the end."""
    client = RasaClient(settings)
    try:
        yield client
    finally:
        await client.close()
