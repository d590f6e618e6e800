"""Situation: everything a triage rule may look at, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from bot.orientation.case import Case, Choice, ChoiceKind
from bot.orientation.policy import Policy
from bot.orientation.reading import IMPRECISE, Reading
from bot.orientation.taxonomy import Act, Bouquet, Urgency


@dataclass(frozen=True)
class Situation:
    """One turn: what was heard, the button if one was pressed, the case before and after merging.
    `one_shot` when nobody will answer a question (triage, SMS): nothing is asked before answering."""

    reading: Reading
    before: Case
    case: Case
    policy: Policy
    choice: Choice | None = None
    one_shot: bool = False

    @property
    def spoken(self) -> bool:
        """Words decide, not a button."""
        return self.choice is None

    @property
    def top_score(self) -> float:
        """Score of the best bouquet heard, 0 when nothing was."""
        return self.reading.ranking[0].score if self.reading.ranking else 0.0

    @property
    def in_danger(self) -> bool:
        """Danger heard in this very message, and named by its words. An imprecise one opens the answer too, but the
        needs are answered as usual: a false alarm costs a line, never the answer."""
        named = IMPRECISE not in self.reading.signals or not self.case.needs
        return self.spoken and self.reading.urgency is Urgency.DANGER and named

    @property
    def changed(self) -> bool:
        """The message changed what we know: place, obstacles, people or needs."""
        old, new = self.before, self.case
        return (old.needs, old.place, old.place_candidates, old.links, old.people) != (
            new.needs, new.place, new.place_candidates, new.links, new.people
        )

    @property
    def declines_place(self) -> bool:
        """The message answers « non » or « je sais pas » to the question about the commune."""
        return self.spoken and self.case.place_declined and not self.before.place_declined

    def says(self, *acts: Act) -> bool:
        """Whether the message is one of these dialogue acts."""
        return self.spoken and self.reading.act in acts

    def chose(self, kind: ChoiceKind) -> bool:
        """Whether this kind of button was pressed."""
        return self.choice is not None and self.choice.kind is kind

    def plausible(self) -> tuple[Bouquet, ...]:
        """The bouquets worth offering as choices, best first."""
        return tuple(s.bouquet for s in self.reading.ranking[: self.policy.max_choices])

    def other_sheets(self) -> tuple[str, ...]:
        """The sheets the last need also resembled, best first, when what we answered is denied."""
        answered = {need.sheet for need in self.case.needs}
        return tuple(h.sheet for h in self.case.hints if h.sheet not in answered)[: self.policy.max_choices]

    def likely_sheets(self) -> tuple[str, ...]:
        """The sheets of the first need's bouquet that the message resembles a little, best first; none when there
        would be nothing to choose between."""
        bouquet = self.case.needs[0].bouquet if self.case.needs else None
        near = [h.sheet for h in self.case.hints if h.bouquet is bouquet and h.score >= self.policy.sheet_hint]
        return tuple(near[: self.policy.max_choices]) if len(near) > 1 else ()

    def words_about(self, prefix: str) -> tuple[str, ...]:
        """The evidence whose subject starts with `prefix`, as the words of the message."""
        return tuple(e.words for e in self.reading.evidence if e.about.startswith(prefix))
