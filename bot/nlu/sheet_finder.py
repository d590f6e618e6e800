"""The first-level sheet a message resembles most: nearest wordings, by meaning and by letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import joblib
import numpy as np
from sklearn.linear_model import LogisticRegression

from bot.knowledge.model import Knowledge
from bot.nlu.draft import Draft, Example
from bot.nlu.encoders import USE_SIZE
from bot.nlu.featurizer import Features, Featurizer
from bot.nlu.text import clean
from bot.orientation.reading import ScoredSheet
from bot.orientation.taxonomy import Bouquet

SHOWN = 8
MEANING, LETTERS, BOUQUET = 0.6, 0.4, 0.25
BATCH = 256


@dataclass(frozen=True)
class Wording:
    """A way of asking for a sheet."""

    text: str
    sheet: str
    bouquet: Bouquet


class SheetFinder:
    """Wordings with their features, and how a likeness becomes a score."""

    def __init__(self, wordings: Sequence[Wording], features: Features, calibration: tuple[float, float]) -> None:
        self._wordings, self._features, self._calibration = tuple(wordings), features, calibration
        self._columns = features.ngrams.T.tocsr()
        self._sheets = list(dict.fromkeys((w.sheet, w.bouquet) for w in self._wordings))
        index = {sheet: k for k, (sheet, _) in enumerate(self._sheets)}
        self._owner = np.array([index[w.sheet] for w in self._wordings])

    @classmethod
    def fit(cls, wordings: Sequence[Wording], featurizer: Featurizer, cache: Path) -> SheetFinder:
        """The calibration comes from asking each wording without itself. `cache` keeps meanings on disk."""
        features = featurizer.features([w.text for w in wordings], cache)
        raw = cls(wordings, features, (1.0, 0.0))
        best, right = raw._leave_one_out()
        line = LogisticRegression(C=1e3).fit(best.reshape(-1, 1), right) if len(set(right)) > 1 else None
        calibration = (float(line.coef_[0, 0]), float(line.intercept_[0])) if line is not None else (1.0, 0.0)
        return cls(wordings, features, calibration)

    def read(self, draft: Draft) -> Draft:
        """The draft with its best sheets, best first, and the best of each bouquet decided on; each clause may
        find its own."""
        likeness = self._by_sheet(self._likeness(draft.ngrams, draft.meaning[None, :])[0])
        if draft.clauses is not None:
            parts = self._likeness(draft.clauses.ngrams, draft.clauses.meanings)
            likeness = np.maximum(likeness, self._by_sheet(parts.max(axis=0)))
        bouquets = dict(zip(Bouquet, draft.bouquet_scores))
        scored = [(self._score(value) * (1 - BOUQUET + BOUQUET * bouquets.get(bouquet, 1.0)), sheet, bouquet)
                  for value, (sheet, bouquet) in zip(likeness, self._sheets)]
        ranked = sorted(scored, key=lambda entry: (-entry[0], entry[1]))
        first: dict[Bouquet, str] = {}
        for _, sheet, bouquet in ranked:
            first.setdefault(bouquet, sheet)
        wanted = {first[bouquet] for bouquet in draft.bouquets if bouquet in first}
        best = [entry for rank, entry in enumerate(ranked) if rank < SHOWN or entry[1] in wanted]
        return replace(draft, sheets=tuple(ScoredSheet(s, b, round(float(score), 4)) for score, s, b in best))

    def save(self, folder: Path) -> None:
        """Write to a folder."""
        joblib.dump((self._wordings, self._features, self._calibration), folder / "sheets.joblib", compress=1)

    @classmethod
    def load(cls, folder: Path) -> SheetFinder:
        """Read what `save` wrote."""
        return cls(*joblib.load(folder / "sheets.joblib"))

    def _likeness(self, ngrams: Any, meanings: np.ndarray) -> np.ndarray:
        """`meanings` holds both vectors of a text or USE alone; either way their mean cosine."""
        by_letters = np.asarray((ngrams @ self._columns).todense()) / 2
        known, vectors = self._features.meanings, 2
        if meanings.shape[1] == USE_SIZE:
            known, vectors = known[:, -USE_SIZE:], 1
        return np.asarray(MEANING * (meanings @ known.T / vectors) + LETTERS * by_letters)

    def _by_sheet(self, likeness: np.ndarray) -> np.ndarray:
        best = np.full(len(self._sheets), -1.0)
        np.maximum.at(best, self._owner, likeness)
        return best

    def _score(self, likeness: float) -> float:
        return float(1 / (1 + np.exp(-(self._calibration[0] * likeness + self._calibration[1]))))

    def _leave_one_out(self) -> tuple[np.ndarray, np.ndarray]:
        best, right = [], []
        for start in range(0, len(self._wordings), BATCH):
            rows = slice(start, start + BATCH)
            likeness = self._likeness(self._features.ngrams[rows], self._features.meanings[rows])
            for offset, row in enumerate(likeness):
                row[start + offset] = -1.0
                by_sheet = self._by_sheet(row)
                best.append(by_sheet.max())
                right.append(int(by_sheet.argmax() == self._owner[start + offset]))
        return np.array(best), np.array(right)


def wordings(examples: Sequence[Example], knowledge: Knowledge) -> list[Wording]:
    """The sheets' own words, then the training phrases tagged with a sheet."""
    own = [Wording(clean(text), sheet.id, sheet.bouquet) for sheet in knowledge.sheets.values()
           for text in (sheet.title, sheet.question, *sheet.other_words)]
    tagged = [Wording(e.text, e.sheet, knowledge.sheets[e.sheet].bouquet) for e in examples
              if e.sheet in knowledge.sheets]
    return own + tagged
