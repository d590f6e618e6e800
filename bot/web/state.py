"""What the routes share, hung on the application once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import Request

from bot.settings import Settings
from bot.web.conversations import Buttons, Conversations
from bot.web.errors import Refusal
from bot.web.limits import Bucket
from bot.web.ports import Listener
from bot.web.reception import Reception, Room


@dataclass(frozen=True)
class State:
    """The parts of the web room."""

    settings: Settings
    listener: Listener
    reception: Reception
    conversations: Conversations
    buttons: Buttons
    bucket: Bucket

    @property
    def texts(self) -> Mapping[str, Any]:
        """The texts of the pages."""
        return self.reception.texts

    def room(self) -> Room:
        """What is read from knowledge; a kind 503 during the first second."""
        room = self.reception.room
        if room is None:
            raise Refusal(503, "reveil")
        return room


def state_of(request: Request) -> State:
    """The state of the application that answers this request."""
    state: State = request.app.state.guichet
    return state
