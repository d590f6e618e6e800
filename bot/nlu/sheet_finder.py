"""Which first-level sheets a message asks for: a ridge over the phrases tagged with a sheet and the sheets' own words.

Each clause of a message may find its own; the bouquets heard weigh in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import joblib
import numpy as np
from scipy import sparse

from bot.knowledge.model import Knowledge
from bot.nlu.calibration import Calibration
from bot.nlu.draft import Draft, Example
from bot.nlu.featurizer import Features, features_of
from bot.nlu.kernel import Likeness, Ridge
from bot.orientation.reading import ScoredSheet
from bot.orientation.taxonomy import Bouquet

LIKENESS = Likeness(meanings=0.5, ngrams=0.25)
SHOWN = 8
BOUQUET_WEIGHT = 0.2
FILE = "sheets.joblib"


class SheetFinder:
    """`sheets` with their bouquets, in the order of the ridge's columns; the calibration of its scores."""

    def __init__(self, sheets: Sequence[tuple[str, Bouquet]], ridge: Ridge, calibration: Calibration) -> None:
        self._sheets, self._ridge, self._calibration = tuple(sheets), ridge, calibration
        self._bouquets = np.array([list(Bouquet).index(bouquet) for _, bouquet in self._sheets])

    @classmethod
    def fit(cls, examples: Sequence[Example], drafts: Sequence[Draft], knowledge: Knowledge) -> SheetFinder:
        """Learns from the examples that name a sheet of `knowledge`; `drafts` are theirs, with features."""
        tagged = [k for k, example in enumerate(examples) if example.sheet in knowledge.sheets]
        sheets = [(sheet.id, sheet.bouquet) for sheet in knowledge.sheets.values()]
        column = {sheet: k for k, (sheet, _) in enumerate(sheets)}
        targets = np.zeros((len(tagged), len(sheets)), dtype=np.float32)
        targets[np.arange(len(tagged)), [column[examples[k].sheet] for k in tagged]] = 1.0
        features = features_of([drafts[k] for k in tagged])
        ridge, unseen = Ridge.fit(LIKENESS, features, targets)
        return cls(sheets, ridge, _calibration(unseen, targets))

    def read(self, draft: Draft) -> Draft:
        """The draft with its best sheets, best first, and the best of each bouquet decided on."""
        raw = self._raw(draft)
        order = np.argsort(-raw, kind="stable")
        first: dict[Bouquet, int] = {}
        for k in order:
            first.setdefault(self._sheets[k][1], int(k))
        wanted = {first[bouquet] for bouquet in draft.bouquets if bouquet in first}
        shown = [int(k) for rank, k in enumerate(order) if rank < SHOWN or k in wanted]
        scores = self._calibration.scores(raw)
        return replace(draft, sheets=tuple(ScoredSheet(*self._sheets[k], round(float(scores[k]), 4)) for k in shown))

    def save(self, folder: Path) -> None:
        """Write to a folder."""
        joblib.dump((self._sheets, self._ridge.state(), self._calibration), folder / FILE)

    @classmethod
    def load(cls, folder: Path) -> SheetFinder:
        """Read what `save` wrote."""
        sheets, ridge, calibration = joblib.load(folder / FILE)
        return cls(sheets, Ridge.of(ridge), calibration)

    def _raw(self, draft: Draft) -> np.ndarray:
        """(sheets,): the best of the whole message and of each clause, with the bouquets heard."""
        said = features_of([draft])
        if isinstance(draft.clauses, Features):
            said = Features(sparse.vstack([said.ngrams, draft.clauses.ngrams]).tocsr(),
                            np.vstack([said.meanings, draft.clauses.meanings]))
        scores = self._ridge.scores(said).max(axis=0)
        if not draft.bouquet_scores:
            return np.asarray(scores)
        return np.asarray(scores + BOUQUET_WEIGHT * np.array(draft.bouquet_scores)[self._bouquets])


def _calibration(unseen: np.ndarray, targets: np.ndarray) -> Calibration:
    """From the best sheet of each phrase scored unseen, as if its bouquet had been heard: is it the right one?"""
    best = unseen.max(axis=1) + BOUQUET_WEIGHT
    return Calibration.fit(best, (unseen.argmax(axis=1) == targets.argmax(axis=1)).astype(int))
