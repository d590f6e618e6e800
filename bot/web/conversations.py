"""Conversations known by an id that cannot be guessed nor forged, and the buttons offered in each.

Nothing of a person is kept here: a random key, and what each button of the last answer stands for.
"""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from itsdangerous import BadData, URLSafeTimedSerializer

from bot.orientation.case import Choice

KEY_BYTES = 16
LONGEST_ID = 200
LIFETIME_SECONDS = 2 * 3600
BUTTONS_SECONDS = 30 * 60
MOST_CONVERSATIONS = 20_000


@dataclass(frozen=True)
class Conversation:
    """`key` is Rasa's sender; `id` is what the browser holds; `renewed` when the id given was refused."""

    key: str
    id: str
    renewed: bool = False


class Conversations:
    """Makes ids and recognises its own."""

    def __init__(self, secret: str) -> None:
        self._signer = URLSafeTimedSerializer(secret, salt="conversation")

    def resume(self, given: str | None) -> Conversation:
        """The conversation of an id; a new one when none is given, or when it is forged or too old."""
        key = self._key(given) if given else None
        if key is not None and given:
            return Conversation(key, given)
        key = secrets.token_hex(KEY_BYTES)
        return Conversation(key, str(self._signer.dumps(key)), renewed=bool(given))

    def known(self, given: str) -> str | None:
        """The key of an id of ours, None otherwise."""
        return self._key(given)

    def _key(self, given: str) -> str | None:
        try:
            return str(self._signer.loads(given, max_age=LIFETIME_SECONDS)) if len(given) <= LONGEST_ID else None
        except BadData:
            return None


@dataclass(frozen=True)
class Offer:
    """A button as kept: what it stands for and the words on it."""

    choice: Choice
    label: str


class Buttons:
    """What the buttons of the last answer of each conversation stand for; forgotten after half an hour."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._offers: OrderedDict[str, tuple[float, dict[str, Offer]]] = OrderedDict()

    def offer(self, key: str, offers: list[Offer]) -> list[dict[str, Any]]:
        """Keep the buttons of an answer; gives what the page may know: an opaque id and the label."""
        named = {secrets.token_urlsafe(9): offer for offer in offers}
        self._offers[key] = (self._now(), named)
        self._offers.move_to_end(key)
        while len(self._offers) > MOST_CONVERSATIONS:
            self._offers.popitem(last=False)
        return [{"id": name, "label": offer.label} for name, offer in named.items()]

    def take(self, key: str, name: str) -> Offer | None:
        """The button pressed, None when it is not one of the last answer's or is too old."""
        kept_at, named = self._offers.get(key, (0.0, {}))
        return named.get(name) if self._now() - kept_at <= BUTTONS_SECONDS else None

    def forget(self, key: str) -> None:
        """Erase the buttons of a conversation."""
        self._offers.pop(key, None)
