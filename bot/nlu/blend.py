"""A multi-label classifier: n-grams, meanings and nearest neighbours blended, calibrated, with thresholds.

Each label is a question of its own. The weights of the blend, the calibration and the thresholds come from
cross-validation on the training phrases only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import joblib
import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from bot.nlu.featurizer import Features

NEIGHBOURS = 15
SHARPNESS = 10.0
FOLDS = 3
WEIGHTS = (0.35, 0.35, 0.3)
NGRAM_C, MEANING_C = 8.0, 3.0
MOST_ROUNDS = 300
SMALLEST = 1e-4
GRID = np.arange(0.1, 0.75, 0.02)


@dataclass(frozen=True)
class Aim:
    """What a threshold should favour: `beta` above 1 prefers finding all to being right (F-beta);
    `shrink` (phrases) pulls rare labels towards the common threshold."""

    beta: float = 1.0
    shrink: float = 60.0


class Blend:
    """Trained on features and a 0/1 matrix; gives calibrated scores, one a label."""

    def __init__(self, ngrams: np.ndarray, ngram_bias: np.ndarray, meanings: np.ndarray, meaning_bias: np.ndarray,
                 seen: np.ndarray, labels: np.ndarray, calibration: tuple[float, float],
                 thresholds: np.ndarray) -> None:
        self._ngrams, self._ngram_bias = ngrams, ngram_bias
        self._meanings, self._meaning_bias = meanings, meaning_bias
        self._seen, self._labels = seen, labels
        self._calibration = calibration
        self.thresholds = thresholds

    @classmethod
    def fit(cls, features: Features, labels: np.ndarray, aim: Aim = Aim()) -> Blend:
        """`labels` is (n, k) of 0 and 1."""
        held_out = _cross_scores(features, labels)
        calibration = _calibrate(held_out, labels)
        thresholds = _thresholds(_sigmoid(calibration[0] * _logit(held_out) + calibration[1]), labels, aim)
        return cls(*_heads(features, labels), features.meanings.astype(np.float32), labels.astype(np.float32),
                   calibration, thresholds)

    def scores(self, features: Features) -> np.ndarray:
        """(n, k) calibrated scores, 0 to 1."""
        raw = self._raw(features)
        return _sigmoid(self._calibration[0] * _logit(raw) + self._calibration[1])

    def word_weights(self, row: sparse.csr_matrix, label: int) -> np.ndarray:
        """How much each n-gram of a one-row matrix pushed a label; same order as `row.indices`."""
        return np.asarray(row.data * self._ngrams[row.indices, label])

    def save(self, folder: Path, name: str) -> None:
        """Write to a folder."""
        joblib.dump(self.__dict__, folder / f"{name}.joblib", compress=1)

    @classmethod
    def load(cls, folder: Path, name: str) -> Blend:
        """Read what `save` wrote."""
        made = cls.__new__(cls)
        made.__dict__.update(joblib.load(folder / f"{name}.joblib"))
        return made

    def _raw(self, features: Features) -> np.ndarray:
        by_words = _sigmoid(features.ngrams @ self._ngrams + self._ngram_bias)
        by_meaning = _sigmoid(features.meanings @ self._meanings + self._meaning_bias)
        near = _neighbours(features.meanings, self._seen, self._labels)
        return np.asarray(WEIGHTS[0] * by_words + WEIGHTS[1] * by_meaning + WEIGHTS[2] * near)


def _cross_scores(features: Features, labels: np.ndarray) -> np.ndarray:
    """Scores of each phrase by heads that have not seen it; folds by rank, so the same every time."""
    scores = np.zeros(labels.shape)
    fold = np.random.RandomState(0).permutation(len(labels)) % FOLDS
    for number in range(FOLDS):
        here, there = fold == number, fold != number
        seen = Features(features.ngrams[there], features.meanings[there])
        head = Blend(*_heads(seen, labels[there]), seen.meanings, labels[there], (1.0, 0.0), np.zeros(0))
        scores[here] = head._raw(Features(features.ngrams[here], features.meanings[here]))
    return scores


def _heads(features: Features, labels: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    words = [_line(features.ngrams, labels[:, k], NGRAM_C, "liblinear") for k in range(labels.shape[1])]
    meanings = [_line(features.meanings, labels[:, k], MEANING_C, "lbfgs") for k in range(labels.shape[1])]
    return (*_stack(words), *_stack(meanings))


def _line(matrix: np.ndarray, label: np.ndarray, c: float, solver: str) -> LogisticRegression:
    """`liblinear` is quickest on sparse n-grams, `lbfgs` on dense meanings (five times)."""
    line = LogisticRegression(C=c, solver=solver, class_weight="balanced", random_state=0, max_iter=MOST_ROUNDS)
    return line.fit(matrix, label)


def _stack(lines: Sequence[LogisticRegression]) -> tuple[np.ndarray, np.ndarray]:
    weights = np.stack([line.coef_[0] for line in lines], axis=1).astype(np.float32)
    return weights, np.array([line.intercept_[0] for line in lines], dtype=np.float32)


def _neighbours(meanings: np.ndarray, seen: np.ndarray, labels: np.ndarray) -> np.ndarray:
    likeness = meanings @ seen.T / 2
    count = min(NEIGHBOURS, seen.shape[0])
    near = np.argpartition(-likeness, count - 1, axis=1)[:, :count]
    weights = np.exp(SHARPNESS * np.take_along_axis(likeness, near, axis=1))
    weights /= weights.sum(axis=1, keepdims=True)
    return np.asarray(np.einsum("nk,nkl->nl", weights, labels[near]))


def _calibrate(scores: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
    line = LogisticRegression(C=1e4).fit(_logit(scores).reshape(-1, 1), labels.reshape(-1))
    return float(line.coef_[0, 0]), float(line.intercept_[0])


def _thresholds(scores: np.ndarray, labels: np.ndarray, aim: Aim) -> np.ndarray:
    common = GRID[int(np.argmax([_f_beta(scores >= t, labels, aim.beta) for t in GRID]))]
    own = np.array([GRID[int(np.argmax([_f_beta(scores[:, k] >= t, labels[:, k], aim.beta) for t in GRID]))]
                    for k in range(labels.shape[1])])
    trust = labels.sum(axis=0) / (labels.sum(axis=0) + aim.shrink)
    return np.asarray(trust * own + (1 - trust) * common)


def _f_beta(said: np.ndarray, labels: np.ndarray, beta: float) -> float:
    right = float((said & (labels == 1)).sum())
    return (1 + beta**2) * right / max(1.0, beta**2 * float(labels.sum()) + float(said.sum()))


def _logit(p: np.ndarray) -> np.ndarray:
    safe = np.clip(p, SMALLEST, 1 - SMALLEST)
    return np.asarray(np.log(safe / (1 - safe)))


def _sigmoid(z: np.ndarray) -> np.ndarray:
    return np.asarray(1 / (1 + np.exp(-z)))
