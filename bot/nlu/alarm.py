"""How urgent a message is: the words of danger, blended with a classifier. Recall first.

Words decide at once; the classifier alone may also raise the alarm, and then the signal is imprecise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from bot.nlu.blend import Blend
from bot.nlu.danger import DangerWords, Rule
from bot.nlu.draft import Draft, Example
from bot.nlu.featurizer import Features
from bot.orientation.taxonomy import Urgency

URGENCY = "urgency"
IMPRECISE = "danger_imprecis"
DANGER, SOON = 0, 1


class Alarm:
    """`rules` by signal id."""

    def __init__(self, blend: Blend, words: DangerWords, rules: Mapping[str, Rule]) -> None:
        self._blend, self._words, self._rules = blend, words, rules

    def read(self, draft: Draft) -> Draft:
        """The draft with urgency, signals (gravest first), the danger score and the words that carried them."""
        scores = self._blend.scores(Features(draft.ngrams, draft.meaning[None, :]))[0]
        over = scores >= self._blend.thresholds
        alert = self._words.alert(draft.text, self._rules)
        signals = alert.signals
        by_scores = Urgency.DANGER if over[DANGER] else Urgency.SOON if over[SOON] else Urgency.NONE
        urgency = max(alert.urgency, by_scores, key=lambda u: u.rank)
        if urgency is Urgency.DANGER and alert.urgency is not Urgency.DANGER:
            signals = (IMPRECISE, *signals)
        return replace(draft, urgency=urgency, signals=signals, danger_score=round(float(scores[DANGER]), 4),
                       evidence=draft.evidence + alert.evidence)


def urgency_labels(examples: Sequence[Example]) -> np.ndarray:
    """(n, 2) of 0 and 1: danger; danger or soon."""
    return np.array([[int(e.urgency is Urgency.DANGER), int(e.urgency is not Urgency.NONE)] for e in examples])
