"""Kernel ridge regression: a phrase scores like the training phrases it resembles, by meaning and by letters.

One symmetric system is solved for every label at once, by conjugate gradients. What is kept is small: weights of
n-grams, and a few thousand anchor phrases that stand for all in the part about meaning.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import linalg

from bot.nlu.featurizer import Features

WIDTH = 0.6
PENALTY = 0.2
HELD = 3
ANCHORS = 4096
JITTER = 1e-6
BLOCK, STRIP = 1024, 128  # a strip takes less than 32 MB: the allocator keeps such memory for the next one
FREQUENT, THREADS = 600, 2
LANDMARKS, CLOSE, MOST_STEPS = 2048, 1e-2, 200
Array = np.ndarray


@dataclass(frozen=True)
class Likeness:
    """How much two phrases resemble each other: a share for meanings (1 when they are the same, less as they move
    apart) and one for n-grams (their scalar product, at most 2)."""

    meanings: float
    ngrams: float

    def within(self, features: Features) -> Array:
        """(n, n) float32: each phrase with each, by strips, each pair once."""
        count = len(features.meanings)
        found = np.empty((count, count), dtype=np.float32)
        common, rare = _split(features.ngrams) if self.ngrams else (None, None)
        for start in range(0, count, STRIP):
            rows = slice(start, start + STRIP)
            near = nearness(features.meanings[rows], features.meanings[start:])
            near *= self.meanings
            if common is not None:
                near += (self.ngrams * common[rows]) @ common[start:].T
            found[rows, start:] = near
        if rare is not None:
            _add_products(found, rare, self.ngrams)
        for start in range(0, count, BLOCK):
            end = start + BLOCK
            found[end:, start:end] = found[start:end, end:].T
            square = found[start:end, start:end]
            square[:] = np.triu(square) + np.triu(square, 1).T
        return found


class Ridge:
    """`ngram_weights` is (F, k) or None, `anchors` (m, d) and `anchor_weights` (m, k): k scores a phrase."""

    def __init__(self, ngram_weights: Array | None, anchors: Array, anchor_weights: Array) -> None:
        self.ngram_weights, self._anchors, self._anchor_weights = ngram_weights, anchors, anchor_weights

    @classmethod
    def fit(cls, likeness: Likeness, features: Features, targets: Array, held: Array) -> tuple[Ridge, Ridge]:
        """`targets` is (n, k), `held` (n,) bool. The ridge of all phrases, and the one that has not seen those held."""
        order = np.argsort(held, kind="stable")  # those held come last: the system of the others is a corner
        known, features, wanted = int((~held).sum()), features.rows(order), targets[order].astype(np.float32)
        solver = _Solver(likeness.within(features))
        first = solver.solve(wanted[:known])
        blind = cls._of_weights(likeness, features.rows(slice(known)), wanted[:known], first)
        return cls._of_weights(likeness, features, wanted, solver.solve(wanted, first)), blind

    @classmethod
    def fitted(cls, likeness: Likeness, features: Features, targets: Array) -> Ridge:
        """The ridge alone."""
        wanted = targets.astype(np.float32)
        return cls._of_weights(likeness, features, wanted, _Solver(likeness.within(features)).solve(wanted))

    @classmethod
    def _of_weights(cls, likeness: Likeness, features: Features, wanted: Array, weights: Array) -> Ridge:
        told = wanted - PENALTY * weights  # the system itself: likeness @ weights is this
        ngrams = None
        if likeness.ngrams:
            ngrams = np.asarray(features.ngrams.T @ weights, dtype=np.float32) * likeness.ngrams
            told = told - features.ngrams @ ngrams
        return cls(ngrams, *_anchored(features.meanings, told))

    def scores(self, features: Features) -> Array:
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


def nearness(some: Array, others: Array) -> Array:
    """(n, m) float32 of exp(-WIDTH * squared distance); `others` of unit length, `some` of unit length or null."""
    near = some @ others.T
    near *= 2 * WIDTH
    near -= WIDTH * (_squares(some)[:, None] + 1.0)
    return np.asarray(np.exp(near, out=near))


class _Solver:
    """Solves (near + PENALTY) @ weights = wanted by conjugate gradients, made quick by what LANDMARKS phrases already
    say of `near` (Nystrom). Source: Frangella, Tropp and Udell, Randomized Nystrom preconditioning, 2021."""

    def __init__(self, near: Array) -> None:
        self.near = near
        chosen = np.sort(np.random.RandomState(0).permutation(len(near))[:LANDMARKS])
        columns = near[:, chosen]
        core = columns[chosen].astype(np.float64)
        core[np.diag_indices_from(core)] += JITTER * len(near)
        lower = linalg.cholesky(core, lower=True)
        self._sketch = linalg.solve_triangular(lower, columns.T.astype(np.float64), lower=True).T.astype(np.float32)

    def solve(self, wanted: Array, start: Array | None = None) -> Array:
        """(n, k) weights; with fewer rows than phrases, those of the system of the first ones alone. `start` are
        weights of the first phrases not far from theirs."""
        near, nearly = self.near[:len(wanted), :len(wanted)], self._nearly(len(wanted))
        weights, left = np.zeros_like(wanted), wanted.copy()
        sizes = np.maximum(np.linalg.norm(left, axis=0), 1e-9)
        if start is not None:
            weights[:len(start)] = start
            left -= near[:, :len(start)] @ start + PENALTY * weights
        ahead = nearly(left)
        gain = _dots(left, ahead)
        for _ in range(MOST_STEPS):
            pushed = near @ ahead + PENALTY * ahead
            step = gain / np.maximum(_dots(ahead, pushed), 1e-12)
            weights += step * ahead
            left -= step * pushed
            if float((np.linalg.norm(left, axis=0) / sizes).max()) < CLOSE:
                break
            told = nearly(left)
            gain, before = _dots(left, told), gain
            ahead = told + (gain / np.maximum(before, 1e-12)) * ahead
        return weights

    def _nearly(self, count: int) -> Callable[[Array], Array]:
        """What solves the system of the first phrases, if `near` were only what the landmarks say of it."""
        sketch = self._sketch[:count]
        gram = _squared(sketch).astype(np.float64)
        gram[np.diag_indices_from(gram)] += PENALTY
        factor = linalg.cho_factor(gram, lower=True)

        def solution(wanted: Array) -> Array:
            told = linalg.cho_solve(factor, (sketch.T @ wanted).astype(np.float64)).astype(np.float32)
            return np.asarray((wanted - sketch @ told) / PENALTY)

        return solution


def held_out(count: int) -> Array:
    """(count,) bool: one phrase in HELD, always the same, on which scores are calibrated."""
    return np.asarray(np.random.RandomState(0).permutation(count) % HELD == 0)


def _split(ngrams: Any) -> tuple[Array, Any]:
    """The most frequent n-grams as a full matrix, whose products are quicker so, and the others."""
    counts = np.asarray((ngrams != 0).sum(axis=0)).ravel()
    common = np.argsort(-counts, kind="stable")[:FREQUENT]
    return ngrams[:, common].toarray(), ngrams[:, np.setdiff1d(np.arange(ngrams.shape[1]), common)].tocsr()


def _add_products(found: Array, rows: Any, share: float) -> None:
    """Adds `share` of the products of rows, from each strip to those of it and the later ones."""
    columns = rows.T.tocsr()

    def add(start: int) -> None:
        later = columns[:, start:]
        for first in range(start, min(start + BLOCK, rows.shape[0]), STRIP):
            here = slice(first, min(first + STRIP, start + BLOCK))
            found[here, first:] += share * (rows[here] @ later).toarray()[:, first - start:]

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(add, range(0, rows.shape[0], BLOCK)))


def _squared(rows: Array) -> Array:
    """(d, d): the lower triangle of rows.T @ rows, in half the time of the whole."""
    return np.asarray(linalg.blas.ssyrk(1.0, rows.T, lower=1))


def _dots(some: Array, others: Array) -> Array:
    return np.asarray(np.einsum("nk,nk->k", some, others))


def _squares(rows: Array) -> Array:
    return np.asarray(np.einsum("nd,nd->n", rows, rows))


def _anchored(meanings: Array, told: Array) -> tuple[Array, Array]:
    """Anchor phrases, and the weights under which they alone come closest to `told` on all phrases."""
    chosen = np.random.RandomState(0).permutation(len(meanings))[:ANCHORS]
    anchors = np.ascontiguousarray(meanings[np.sort(chosen)])
    system, wanted = np.zeros((len(anchors), len(anchors))), np.zeros((len(anchors), told.shape[1]))
    for start in range(0, len(meanings), BLOCK):  # sums of blocks, in doubles: sums of all in singles are not definite
        near = nearness(meanings[start:start + BLOCK], anchors)
        system += _squared(near)
        wanted += near.T @ told[start:start + BLOCK]
    system[np.diag_indices_from(system)] += JITTER * len(meanings)
    weights = linalg.solve(system, wanted, lower=True, assume_a="pos", overwrite_a=True, check_finite=False)
    return anchors, weights.astype(np.float32)
