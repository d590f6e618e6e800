"""What the web room needs from outside, as protocols: real ones talk to Rasa, fakes stand in for tests."""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from bot.answers.answer import Answer
from bot.orientation.case import Choice
from bot.orientation.reading import Reading


class Part(str, Enum):
    """The state of a part of the guichet."""

    OK = "ok"
    STARTING = "starting"
    AWAY = "away"


class Listener(Protocol):
    """The understanding and the dialogue, behind HTTP. Every failure is an UnderstandingError."""

    async def turn(self, sender: str, text: str, surface: str, choice: Choice | None) -> Answer:
        """One turn of a conversation."""

    async def read(self, text: str) -> Reading:
        """The reading of one text, nothing kept."""

    async def forget(self, sender: str) -> None:
        """Erase a conversation."""

    async def states(self) -> tuple[Part, Part, str]:
        """State of Rasa, state of the action server, name of the model in service (or empty)."""
