"""Material: everything an answer is made of, gathered before a word is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.answers.phrases import Phrases
from bot.knowledge.model import Knowledge, Sheet
from bot.orientation.case import Need
from bot.orientation.decision import Decision
from bot.orientation.reading import Reading
from bot.orientation.resource import Found, Resource


@dataclass(frozen=True)
class Material:
    """What was heard and decided, what was found for each need (same order as `decision.needs`; None when
    it was not looked for), the desks where a human receives, and the instant (local time of France).
    `covered` is False when the commune lies outside the directory's territory; `degraded` when a part
    of the guichet (understanding or directory) did not answer."""

    reading: Reading
    decision: Decision
    knowledge: Knowledge
    at: datetime
    found: tuple[Found | None, ...] = ()
    desks: tuple[Resource, ...] = ()
    covered: bool = True
    degraded: bool = False

    @property
    def phrases(self) -> Phrases:
        """The sentences of every surface."""
        return Phrases(self.knowledge.phrasing)

    def sheet(self, need: Need) -> Sheet | None:
        """The first-level sheet of a need, when it has one."""
        return self.knowledge.sheets.get(need.sheet) if need.sheet else None
