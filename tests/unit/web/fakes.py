"""Fakes of the ports: a listener that answers what it is told, a desk over the real knowledge, no directory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.answers.answer import Answer, HumanPath, Option, Question, Status
from bot.orientation.case import Choice, ChoiceKind
from bot.orientation.errors import DirectoryError, UnderstandingError
from bot.orientation.reading import Commune, Reading, ScoredBouquet
from bot.orientation.resource import Found, Reach, Resource, Search
from bot.orientation.taxonomy import Bouquet
from bot.web.ports import Part

ASKED = Answer(
    status=Status.NEEDS_PLACE,
    question=Question("Dans quelle commune ?", (Option("Gap", ChoiceKind.PLACE, "05061"),)),
    human=HumanPath("Une personne peut vous recevoir."),
)


class FakeListener:
    """Remembers what reached it; away when told so."""

    def __init__(self) -> None:
        self.turns: list[tuple[str, str, Choice | None]] = []
        self.forgotten: list[str] = []
        self.away = False

    async def turn(self, sender: str, text: str, surface: str, choice: Choice | None) -> Answer:
        self._check()
        self.turns.append((sender, text, choice))
        return ASKED

    async def read(self, text: str) -> Reading:
        self._check()
        scored = (ScoredBouquet(Bouquet.EMPLOI, 0.9),)
        return Reading(text=text, bouquets=scored, ranking=scored)

    async def forget(self, sender: str) -> None:
        self._check()
        self.forgotten.append(sender)

    async def states(self) -> tuple[Part, Part, str]:
        state = Part.AWAY if self.away else Part.OK
        return state, state, "guichet-essai.tar.gz"

    def _check(self) -> None:
        if self.away:
            raise UnderstandingError("partie")


class EmptyDirectory:
    """A directory without services; away when told so."""

    away = False

    def search(self, query: Search) -> Found:
        self._check()
        return Found((), Reach.FRANCE, False, 0)

    def services(self, bouquets: Sequence[Bouquet], place: Commune | None, at: datetime,
                 kinds: Sequence[str] = (), limit: int = 20) -> tuple[Resource, ...]:
        self._check()
        return ()

    def front_desks(self, place: Commune | None, at: datetime) -> tuple[Resource, ...]:
        self._check()
        return ()

    def covers(self, place: Commune) -> bool:
        return True

    def _check(self) -> None:
        if self.away:
            raise DirectoryError("OperationalError")
