"""Kernel ridge regression: a phrase scores like the training phrases it resembles, by meaning and by letters.

One symmetric system is solved for every label at once. What is kept is small: weights of n-grams, and a few
thousand anchor phrases that stand for all in the part about meaning.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import linalg

from bot.nlu.featurizer import Features

WIDTH = 0.6
PENALTY = 0.2
FOLDS = 3
ANCHORS = 4096
JITTER = 1e-3


@dataclass(frozen=True)
class Likeness:
    """How much two phrases resemble each other: a share for meanings (1 when they are the same, less as they move
    apart) and one for n-grams (their scalar product, at most 2)."""

    meanings: float
    ngrams: float

    def between(self, some: Features, others: Features) -> np.ndarray:
        """(n, m) float32."""
        found = self.meanings * nearness(some.meanings, others.meanings)
        if self.ngrams:
            found += self.ngrams * np.asarray((some.ngrams @ others.ngrams.T).todense(), dtype=np.float32)
        return np.asarray(found)


class Ridge:
    """`ngram_weights` is (F, k) or None, `anchors` (m, d) and `anchor_weights` (m, k): k scores a phrase."""

    def __init__(self, ngram_weights: np.ndarray | None, anchors: np.ndarray, anchor_weights: np.ndarray) -> None:
        self.ngram_weights, self._anchors, self._anchor_weights = ngram_weights, anchors, anchor_weights

    @classmethod
    def fit(cls, likeness: Likeness, features: Features, targets: np.ndarray) -> tuple[Ridge, np.ndarray]:
        """`targets` is (n, k). The ridge, and (n, k) scores of each phrase by ridges that have not seen it."""
        wanted = targets.astype(np.float32)
        near = likeness.between(features, features)
        unseen = _unseen(near, wanted)
        weights = _solved(near, wanted)
        told = wanted - PENALTY * weights  # the system itself: likeness @ weights is this
        ngrams = None
        if likeness.ngrams:
            ngrams = np.asarray(features.ngrams.T @ weights, dtype=np.float32) * likeness.ngrams
            told = told - features.ngrams @ ngrams
        return cls(ngrams, *_anchored(features.meanings, told)), unseen

    def scores(self, features: Features) -> np.ndarray:
        """(n, k); uncalibrated, about 0 for no and 1 for yes."""
        found = nearness(features.meanings, self._anchors) @ self._anchor_weights
        return np.asarray(found if self.ngram_weights is None else found + features.ngrams @ self.ngram_weights)

    def state(self) -> dict[str, Any]:
        """What `of` takes back."""
        return {"ngrams": self.ngram_weights, "anchors": self._anchors, "weights": self._anchor_weights}

    @classmethod
    def of(cls, state: dict[str, Any]) -> Ridge:
        """From `state`."""
        return cls(state["ngrams"], state["anchors"], state["weights"])


def nearness(some: np.ndarray, others: np.ndarray) -> np.ndarray:
    """(n, m) float32 of exp(-WIDTH * squared distance); `others` of unit length, `some` of unit length or null."""
    near = some @ others.T
    near *= 2 * WIDTH
    near -= WIDTH * (_squares(some)[:, None] + 1.0)
    return np.asarray(np.exp(near, out=near))


def _unseen(near: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Folds come from a fixed shuffle, so they are the same every time."""
    scores = np.zeros_like(wanted)
    fold = np.random.RandomState(0).permutation(len(wanted)) % FOLDS
    for number in range(FOLDS):
        here, there = np.flatnonzero(fold == number), np.flatnonzero(fold != number)
        if len(here) and len(there):
            scores[here] = near[np.ix_(here, there)] @ _solved(near[np.ix_(there, there)], wanted[there])
    return scores


def _squares(rows: np.ndarray) -> np.ndarray:
    return np.asarray(np.einsum("nd,nd->n", rows, rows))


def _solved(near: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Overwrites `near`."""
    near[np.diag_indices_from(near)] += PENALTY
    return np.asarray(linalg.solve(near, wanted, assume_a="pos", overwrite_a=True, check_finite=False))


def _anchored(meanings: np.ndarray, told: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Anchor phrases, and the weights under which they alone come closest to `told` on all phrases."""
    chosen = np.random.RandomState(0).permutation(len(meanings))[:ANCHORS]
    anchors = np.ascontiguousarray(meanings[np.sort(chosen)])
    near = nearness(meanings, anchors)
    system = (near.T @ near).astype(np.float64)
    system[np.diag_indices_from(system)] += JITTER
    weights = linalg.solve(system, (near.T @ told).astype(np.float64), assume_a="pos", overwrite_a=True,
                           check_finite=False)
    return anchors, weights.astype(np.float32)
