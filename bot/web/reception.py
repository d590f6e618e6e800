"""What the web process itself knows: the desk for degraded answers and listings, the communes, the page texts.

Knowledge takes a second to read, so it is read beside the first page; until then a waking answer is given.
"""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.answers.answer import Answer, Call, HumanPath, Status
from bot.answers.phrases import Phrases
from bot.conversation.orient import Desk
from bot.knowledge.communes import Gazetteer
from bot.orientation.reading import Commune

log = logging.getLogger(__name__)
LONGEST_NAME = 5
POSTCODE = re.compile(r"\b\d{5}\b")


@dataclass(frozen=True)
class Room:
    """Everything that is read from `knowledge/`. `home` is the home département."""

    desk: Desk
    communes: Gazetteer
    home: str

    @property
    def phrases(self) -> Phrases:
        """The sentences of the answers."""
        return Phrases(self.desk.knowledge.phrasing)

    def named(self, said: str) -> tuple[Commune, ...]:
        """The communes a name or postcode may mean; those of the home département alone when there are some."""
        found = self.communes.find(said)
        here = tuple(c for c in found if c.departement == self.home)
        return here or self.communes.by_short_name(said, self.home) or found

    def suggested(self, start: str, limit: int) -> tuple[Commune, ...]:
        """Communes to offer while someone types."""
        return self.named(start)[:limit]

    def place_in(self, text: str) -> Commune | None:
        """A commune written in full in a text, for when the understanding is away."""
        codes = POSTCODE.findall(text)
        by_code = self.communes.by_postcode(codes[0]) if codes else ()
        if len(by_code) == 1:
            return by_code[0]
        words = re.findall(r"[\w'’-]+", text)
        for width in range(LONGEST_NAME, 0, -1):
            for start in range(len(words) - width + 1):
                here = [c for c in self.communes.by_name(" ".join(words[start:start + width]))
                        if c.departement == self.home]
                if len(here) == 1 and words[start][:1].isupper():
                    return here[0]
        return None


class Reception:
    """Holds the room once it is read. `texts` are those of `knowledge/phrasing/web.yml`."""

    def __init__(self, load: Callable[[], Room], texts: Mapping[str, Any], now: Callable[[], datetime]) -> None:
        self._load, self.texts, self.now = load, texts, now
        self._room: Room | None = None
        self._lock = threading.Lock()

    @property
    def room(self) -> Room | None:
        """The room, None while it is being read."""
        return self._room

    def open(self) -> Room:
        """The room, read now if it was not yet."""
        with self._lock:
            if self._room is None:
                self._room = self._load()
            return self._room

    def open_beside(self) -> None:
        """Read the room in a thread; a failure is logged and tried again at the next need."""
        threading.Thread(target=self._try, daemon=True, name="reception").start()

    def degraded(self, text: str) -> Answer:
        """The answer without the understanding: numbers, human way, what the directory says."""
        room = self._room
        if room is None:
            return self.waking()
        return room.desk.degraded(text, room.place_in(text), self.now())

    def waking(self) -> Answer:
        """The answer of the first seconds, from the page texts alone."""
        numbers = tuple(Call(n["numero"], n["appel"], n["nom"]) for n in self.texts["urgences"])
        return Answer(status=Status.DEGRADED, opening=(self.texts["reveil"]["reponse"],),
                      human=HumanPath(self.texts["humain"], numbers=numbers))

    def _try(self) -> None:
        try:
            self.open()
        except Exception as error:  # the page must stay up whatever the knowledge says
            log.error("knowledge not read: %s", error)
