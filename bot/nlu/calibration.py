"""From raw scores to scores that mean something: a logistic curve, fitted on phrases scored unseen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

LOOSE = 1e4


@dataclass(frozen=True)
class Calibration:
    """`scores` gives the share of right answers to expect at a raw score."""

    slope: float = 1.0
    offset: float = 0.0

    @classmethod
    def fit(cls, raw: np.ndarray, right: np.ndarray) -> Calibration:
        """`raw` and `right` (0 or 1) have one shape; the default curve when all answers are alike."""
        if right.min() == right.max():
            return cls()
        line = LogisticRegression(C=LOOSE).fit(raw.reshape(-1, 1), right.reshape(-1))
        return cls(float(line.coef_[0, 0]), float(line.intercept_[0]))

    def scores(self, raw: np.ndarray) -> np.ndarray:
        """Same shape, 0 to 1."""
        return np.asarray(1 / (1 + np.exp(-(self.slope * raw + self.offset))))
