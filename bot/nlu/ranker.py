"""Which of the needs of a message is the main one.

People tell who they are before what they need (« je suis retraitée et je cherche une chorale »), or two needs, the main
one first. Neither the strongest score nor the first clause is right often enough, so it is learnt: a softmax regression
on the scores of the whole message, of its loudest clause, of its first and of its last one, fitted on phrases scored
unseen.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import softmax
from sklearn.linear_model import LogisticRegression

VIEWS = 5
LOOSE = 0.03
MOST_STEPS = 500


@dataclass(frozen=True)
class Ranker:
    """`weights` (inputs, labels), `offsets` (labels,): a view of scores gives each label its chance of coming first."""

    weights: np.ndarray
    offsets: np.ndarray

    @classmethod
    def fit(cls, views: np.ndarray, first: np.ndarray) -> Ranker:
        """`views` is (n, inputs), see `view_of`; `first` (n,) the main label of each. A label that never comes first
        has no chance; three labels at least must."""
        spread, labels = float(views.std()), np.unique(first)
        line = LogisticRegression(C=LOOSE, max_iter=MOST_STEPS).fit(views / spread, first)
        size = (views.shape[1], views.shape[1] // VIEWS)
        weights, offsets = np.zeros(size), np.full(size[1], -np.inf)
        weights[:, labels], offsets[labels] = line.coef_.T / spread, line.intercept_
        return cls(weights, offsets)

    def chances(self, view: np.ndarray) -> np.ndarray:
        """(labels,), their sum is 1."""
        return np.asarray(softmax(view @ self.weights + self.offsets))


def view_of(whole: np.ndarray, clauses: np.ndarray) -> np.ndarray:
    """(VIEWS * k,): raw scores of the whole (k,), of the loudest, first and last clause (c, k), the whole when there is
    no clause; and the whole again when the message says several things, which is then less to be trusted."""
    parts = clauses if len(clauses) else whole[None]
    return np.concatenate([whole, parts.max(axis=0), parts[0], parts[-1], whole * (len(clauses) > 1)])
