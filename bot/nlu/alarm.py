"""How urgent a message is: the words of danger, blended with a classifier. Recall first.

Words decide at once; the classifier alone may also raise the alarm: the signal is then the danger it most likely is,
if any, and always the imprecise one, whose numbers serve all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.nlu.danger import DangerWords, Rule
from bot.nlu.draft import Draft, Scored
from bot.nlu.kinds import KINDS
from bot.orientation.reading import IMPRECISE
from bot.orientation.taxonomy import Urgency


class Alarm:
    """`rules` by signal id."""

    def __init__(self, words: DangerWords, rules: Mapping[str, Rule]) -> None:
        self._words, self._rules = words, rules

    def read(self, draft: Draft) -> Draft:
        """The draft with urgency, signals (gravest first), the danger score and the words that carried them."""
        danger, presses = draft.scored["danger"], draft.scored["presses"]
        alert = self._words.alert(draft.text, self._rules, draft.mended.text)
        signals = alert.signals
        by_scores = Urgency.DANGER if danger.counts[0] else Urgency.SOON if presses.counts[0] else Urgency.NONE
        urgency = max(alert.urgency, by_scores, key=lambda u: u.rank)
        if urgency is Urgency.DANGER and alert.urgency is not Urgency.DANGER:
            signals = (*_likely(draft.scored["kind"]), IMPRECISE, *signals)
        return replace(draft, urgency=urgency, signals=signals, danger_score=round(float(danger.scores[0]), 4),
                       evidence=draft.evidence + alert.evidence)


def _likely(kind: Scored) -> tuple[str, ...]:
    """The danger it most likely is, when that is likely enough."""
    best = int(kind.scores.argmax())
    return (KINDS[best],) if kind.counts[best] else ()
