"""First or second level: whether the desk can answer a need, or a specialist must look into it. Need by need."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bot.nlu.draft import Draft
from bot.nlu.judges import TOLD, evidence_of
from bot.orientation.taxonomy import Bouquet, Level, Urgency

SECOND = {0: f"{Level.SECOND.value}"}


def judge_level(draft: Draft) -> Draft:
    """The draft with the bouquets a specialist must look into, and the words that told. Danger is always of second
    level. Of needs told apart, only those told in a clause of second level are; all are when no clause tells."""
    specialist = draft.scored["specialist"]
    if draft.urgency is Urgency.DANGER:
        return replace(draft, level=Level.SECOND, second=draft.bouquets)
    if not specialist.counts[0]:
        return draft
    told = tuple(b for b in draft.bouquets if _tells(draft, b, specialist.clauses[:, 0]))
    return replace(draft, level=Level.SECOND, second=told or draft.bouquets,
                   evidence=draft.evidence + tuple(evidence_of(draft, "specialist", SECOND, about="level")))


def _tells(draft: Draft, bouquet: Bouquet, levels: np.ndarray) -> bool:
    """Whether the bouquet is told in a clause of second level, or in no clause of its own."""
    told = draft.scored["bouquet"].clauses[:, list(Bouquet).index(bouquet)] >= TOLD
    return not told.any() or bool((levels[told] >= TOLD).any())
