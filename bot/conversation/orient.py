"""The use case: from a reading and a case to a decision and an answer. Never raises; always an answer."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime

from bot.answers.answer import Answer, ServiceBlock
from bot.answers.compose import compose
from bot.answers.material import Material
from bot.answers.services import service_block
from bot.conversation.last_resort import last_resort
from bot.conversation.lookup import Alert, guess_reading
from bot.knowledge.model import Knowledge
from bot.orientation.case import Case, Choice, Need
from bot.orientation.decision import Decision, Outcome
from bot.orientation.errors import DirectoryError
from bot.orientation.policy import DEFAULT_POLICY, Policy
from bot.orientation.reading import Commune, Reading
from bot.orientation.resource import Directory, Found, Resource, Search
from bot.orientation.taxonomy import Bouquet
from bot.orientation.triage import decide

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Desk:
    """The reception: what it knows, the directory it may open, and what hears danger when nobody understands."""

    knowledge: Knowledge
    directory: Directory
    alert: Alert
    policy: Policy = DEFAULT_POLICY

    def orient(
        self, reading: Reading, before: Case, choice: Choice | None, at: datetime, *, one_shot: bool = False
    ) -> tuple[Decision, Answer]:
        """Decide and answer. `at` is the local time of France. With `one_shot` nothing is asked first."""
        decision = decide(before, reading, choice, one_shot=one_shot, policy=self.policy)
        return decision, self._answer(reading, decision, at)

    def degraded(self, text: str, place: Commune | None, at: datetime) -> Answer:
        """What can still be said when nobody understands: directory, numbers, human; status degraded."""
        try:
            reading = guess_reading(text, self.knowledge, self.alert(text), place.name if place else "")
            decision = decide(Case(place=place), reading, None, one_shot=True, policy=self.policy)
            return compose(replace(self._gather(reading, decision, at), degraded=True))
        except Exception:  # the person must get an answer whatever broke
            log.exception("degraded answer failed")
            return last_resort(self.knowledge)

    def browse(self, bouquet: Bouquet | None, place: Commune | None, at: datetime, limit: int
               ) -> tuple[ServiceBlock, ...]:
        """A page of the directory, nearest first; DirectoryError when it is away."""
        found = self.directory.services((bouquet,) if bouquet else (), place, at, limit=limit)
        looked = Decision(Outcome.ORIENT, Case(place=place), "browse", ())
        material = Material(Reading(""), looked, self.knowledge, at)
        return tuple(service_block(resource, material) for resource in found)

    def _answer(self, reading: Reading, decision: Decision, at: datetime) -> Answer:
        try:
            return compose(self._gather(reading, decision, at))
        except Exception:  # the person must get an answer whatever broke
            log.exception("answer failed on rule %s", decision.rule)
            return last_resort(self.knowledge)

    def _gather(self, reading: Reading, decision: Decision, at: datetime) -> Material:
        bare = Material(reading, decision, self.knowledge, at)
        try:
            return replace(bare, found=self._search(decision, at), desks=self._desks(decision, at),
                           covered=self._covers(decision.case.place))
        except DirectoryError as error:
            log.warning("directory away: %s", type(error).__name__)
            return replace(bare, degraded=True)

    def _search(self, decision: Decision, at: datetime) -> tuple[Found | None, ...]:
        ready = decision.outcome is Outcome.ORIENT or decision.case.place is not None
        if not ready:
            return tuple(None for _ in decision.needs)
        return tuple(self._search_need(need, decision, at) for need in decision.needs)

    def _search_need(self, need: Need, decision: Decision, at: datetime) -> Found:
        sheet = self.knowledge.sheets.get(need.sheet) if need.sheet else None
        return self.directory.search(Search(
            bouquets=(need.bouquet,),
            kinds=sheet.kinds if sheet else (),
            place=decision.case.place,
            links=decision.obstacles,
            people=decision.case.people,
            at=at,
        ))

    def _desks(self, decision: Decision, at: datetime) -> tuple[Resource, ...]:
        return self.directory.front_desks(decision.case.place, at) if decision.case.place else ()

    def _covers(self, place: Commune | None) -> bool:
        return place is None or self.directory.covers(place)
