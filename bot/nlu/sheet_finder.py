"""Which first-level sheets a message asks for: a ridge over the phrases tagged with a sheet and the sheets' own words.

Each clause of a message may find its own; the bouquets heard weigh in, and what E5 read when it was asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import joblib
import numpy as np

from bot.knowledge.model import Knowledge
from bot.nlu.calibration import Calibration
from bot.nlu.deep import DeepReader
from bot.nlu.draft import Draft, Example
from bot.nlu.featurizer import features_of
from bot.nlu.judges import TOLD
from bot.nlu.kernel import Ridge, held_out
from bot.nlu.scorer import DEEP, WIDE, mixed
from bot.orientation.reading import ScoredSheet
from bot.orientation.taxonomy import Bouquet

SHOWN = 8
BOUQUET_WEIGHT, CLAUSE_WEIGHT = 0.2, 0.4
FILE = "sheets.joblib"


class SheetFinder:
    """`sheets` with their bouquets, in the order of the ridges' columns; the calibration of their scores."""

    def __init__(self, sheets: Sequence[tuple[str, Bouquet]], wide: Ridge, deep: Ridge,
                 calibration: Calibration) -> None:
        self._sheets, self._wide, self._deep, self._calibration = tuple(sheets), wide, deep, calibration
        self._bouquets = np.array([list(Bouquet).index(bouquet) for _, bouquet in self._sheets])

    @classmethod
    def fit(cls, examples: Sequence[Example], drafts: Sequence[Draft], knowledge: Knowledge, cache: Path
            ) -> SheetFinder:
        """Learns from the examples that name a sheet of `knowledge`; `drafts` are theirs, with features."""
        tagged = [k for k, example in enumerate(examples) if example.sheet in knowledge.sheets]
        sheets = [(sheet.id, sheet.bouquet) for sheet in knowledge.sheets.values()]
        column = {sheet: k for k, (sheet, _) in enumerate(sheets)}
        targets = np.zeros((len(tagged), len(sheets)), dtype=np.float32)
        targets[np.arange(len(tagged)), [column[examples[k].sheet] for k in tagged]] = 1.0
        held = held_out(len(tagged))
        features = features_of([drafts[k] for k in tagged])
        wide, blind = Ridge.fit(WIDE, features, targets, held)
        _, short, meanings = DeepReader.fit([draft.mended.text for draft in drafts], cache)
        rows = {k: row for row, k in enumerate(tagged)}
        read = [(place, rows[k]) for place, k in enumerate(short) if k in rows]
        deep = Ridge.fitted(DEEP, meanings.rows([place for place, _ in read]), targets[[row for _, row in read]])
        return cls(sheets, wide, deep, _calibration(blind.scores(features.rows(held)), targets[held]))

    def read(self, draft: Draft) -> Draft:
        """The draft with its best sheets, best for the whole message first, and the best of each bouquet decided on;
        of several needs, a sheet has the score it deserves where its need is told."""
        raw = self._raw(draft)
        order, told = np.argsort(-raw, kind="stable"), self._where_told(draft, raw)
        first: dict[Bouquet, int] = {}
        for k in np.argsort(-told, kind="stable"):
            first.setdefault(self._sheets[k][1], int(k))
        wanted = {first[bouquet] for bouquet in draft.bouquets if bouquet in first}
        shown = [int(k) for rank, k in enumerate(order) if rank < SHOWN or k in wanted]
        scores = self._calibration.scores(told)
        return replace(draft, sheets=tuple(ScoredSheet(*self._sheets[k], round(float(scores[k]), 4)) for k in shown))

    def save(self, folder: Path) -> None:
        """Write to a folder."""
        joblib.dump((self._sheets, self._wide.state(), self._deep.state(), self._calibration), folder / FILE)

    @classmethod
    def load(cls, folder: Path) -> SheetFinder:
        """Read what `save` wrote."""
        sheets, wide, deep, calibration = joblib.load(folder / FILE)
        return cls(sheets, Ridge.of(wide), Ridge.of(deep), calibration)

    def _raw(self, draft: Draft) -> np.ndarray:
        """(sheets,): the whole message, or some of a clause that says more; with the bouquets heard."""
        scores = self._wide.scores(features_of([draft]))[0]
        if draft.clauses is not None:
            scores = np.maximum(scores, CLAUSE_WEIGHT * self._wide.scores(draft.clauses).max(axis=0))
        if draft.deep is not None:
            scores = mixed(scores, self._deep.scores(draft.deep)[0])
        if not draft.bouquet_scores:
            return np.asarray(scores)
        return np.asarray(scores + BOUQUET_WEIGHT * np.array(draft.bouquet_scores)[self._bouquets])

    def _where_told(self, draft: Draft, scores: np.ndarray) -> np.ndarray:
        """Of several needs, each has its sheets from the clause that tells it most."""
        if draft.clauses is None or len(draft.bouquets) < 2:
            return scores
        clauses, told = self._wide.scores(draft.clauses), draft.scored["bouquet"].clauses
        for k in (list(Bouquet).index(bouquet) for bouquet in draft.bouquets):
            here = int(told[:, k].argmax())
            own = (self._bouquets == k) & (told[here, k] >= TOLD)
            scores = np.where(own, np.maximum(scores, clauses[here] + BOUQUET_WEIGHT * told[here, k]), scores)
        return scores


def _calibration(unseen: np.ndarray, targets: np.ndarray) -> Calibration:
    """From the best sheet of each phrase scored unseen, as if its bouquet had been heard: is it the right one?"""
    best = unseen.max(axis=1) + BOUQUET_WEIGHT
    return Calibration.fit(best, (unseen.argmax(axis=1) == targets.argmax(axis=1)).astype(int))
