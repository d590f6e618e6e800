"""How urgent a message is: the words of danger, blended with a classifier. Recall first.

Words decide at once; the classifier alone may also raise the alarm, and then the signal is imprecise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.knowledge.model import Knowledge
from bot.nlu.blend import Blend
from bot.nlu.danger import DangerWords
from bot.nlu.draft import Draft, Example
from bot.nlu.featurizer import Features
from bot.orientation.taxonomy import Urgency

URGENCY = "urgency"
IMPRECISE = "danger_imprecis"
DANGER, SOON = 0, 1


@dataclass(frozen=True)
class Rule:
    """What the understanding needs of a rule of `knowledge/urgency.yml`: level, and order (1 is gravest)."""

    level: Urgency
    order: int


class Alarm:
    """`rules` by signal id."""

    def __init__(self, blend: Blend, words: DangerWords, rules: Mapping[str, Rule]) -> None:
        self._blend, self._words, self._rules = blend, words, rules

    def read(self, draft: Draft) -> Draft:
        """The draft with urgency, signals (gravest first), the danger score and the words that carried them."""
        scores = self._blend.scores(Features(draft.ngrams, draft.meaning[None, :]))[0]
        over = scores >= self._blend.thresholds
        heard = self._words.hear(draft.text)
        known = [signal for signal in heard.signals if signal in self._rules]
        signals = sorted(known, key=lambda signal: self._rules[signal].order)
        by_words = max((self._rules[s].level for s in signals), key=lambda u: u.rank, default=Urgency.NONE)
        by_scores = Urgency.DANGER if over[DANGER] else Urgency.SOON if over[SOON] else Urgency.NONE
        urgency = max(by_words, by_scores, key=lambda u: u.rank)
        if urgency is Urgency.DANGER and by_words is not Urgency.DANGER:
            signals = [IMPRECISE, *signals]
        return replace(draft, urgency=urgency, signals=tuple(signals), danger_score=round(float(scores[DANGER]), 4),
                       evidence=draft.evidence + heard.evidence)


def urgency_labels(examples: Sequence[Example]) -> np.ndarray:
    """(n, 2) of 0 and 1: danger; danger or soon."""
    return np.array([[int(e.urgency is Urgency.DANGER), int(e.urgency is not Urgency.NONE)] for e in examples])


def alarm_rules(knowledge: Knowledge) -> dict[str, Rule]:
    """Level and order of every emergency rule, by signal."""
    return {rule.id: Rule(rule.level, rule.order) for rule in knowledge.urgency.values()}
