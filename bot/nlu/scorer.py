"""The trained scores of a message: bouquets, links, urgency and act at once, calibrated, with their thresholds.

Two ridges are mixed: a wide one, on letters, words and quick meanings of every training phrase; a deep one, on what
E5 reads in the short ones. Calibration and thresholds come from phrases scored unseen, never from held-out sets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import joblib
import numpy as np

from bot.nlu.calibration import Calibration
from bot.nlu.draft import Draft, Example, Scored
from bot.nlu.featurizer import Features, features_of
from bot.nlu.kernel import Likeness, Ridge
from bot.orientation.taxonomy import Act, Bouquet, Link, Urgency

WIDE, DEEP = Likeness(meanings=0.5, ngrams=0.25), Likeness(meanings=1.0, ngrams=0.0)
DEEP_SHARE = 0.35
MAIN_MORE = 0.5
GRID = np.arange(0.06, 0.8, 0.02)
FILE = "scorer.joblib"


@dataclass(frozen=True)
class Aim:
    """What a threshold should favour: `beta` above 1 prefers finding all to being right (F-beta);
    `shrink` (phrases) pulls rare labels towards the common threshold."""

    beta: float = 1.0
    shrink: float = 60.0


AIMS: Mapping[str, Aim] = {"bouquet": Aim(), "link": Aim(), "danger": Aim(beta=2.0), "presses": Aim(), "act": Aim()}
SIZES: Mapping[str, int] = {"bouquet": len(Bouquet), "link": len(Link), "danger": 1, "presses": 1, "act": len(Act)}


@dataclass(frozen=True)
class Family:
    """How raw scores of one family become scores from 0 to 1, and from which score a label counts."""

    calibration: Calibration
    thresholds: np.ndarray

    def scored(self, raw: np.ndarray, clauses: np.ndarray) -> Scored:
        """Calibrated scores of a message (k,) and of its clauses (c, k), and which labels count."""
        scores = self.calibration.scores(raw)
        return Scored(scores, scores >= self.thresholds, self.calibration.scores(clauses))


class Scorer:
    """Fitted on examples; then scores drafts that have their features."""

    def __init__(self, wide: Ridge, deep: Ridge, families: Mapping[str, Family]) -> None:
        self._wide, self._deep, self._families = wide, deep, families

    @classmethod
    def fit(cls, examples: Sequence[Example], drafts: Sequence[Draft]) -> Scorer:
        """`drafts` are those of the examples, with their features (`Featurizer.read_examples`)."""
        features, targets, labels = features_of(drafts), _targets(examples), _labels(examples)
        short = [k for k, draft in enumerate(drafts) if draft.deep.size]
        wide, by_wide = Ridge.fit(WIDE, features, targets)
        deep, by_deep = Ridge.fit(DEEP, Features(None, np.vstack([drafts[k].deep for k in short])), targets[short])
        unseen = _mixed(by_wide[short], by_deep)
        families = {name: _family(unseen[:, part], labels[short][:, part], AIMS[name])
                    for name, part in _parts().items()}
        return cls(wide, deep, families)

    def read(self, draft: Draft) -> Draft:
        """The draft with the scores of every family."""
        wide = self._wide.scores(features_of([draft]))
        raw = _mixed(wide, self._deep.scores(Features(None, draft.deep[None, :])))[0]
        clauses = wide[:0] if draft.clauses is None else self._wide.scores(draft.clauses)
        scored = {name: self._families[name].scored(raw[part], clauses[:, part]) for name, part in _parts().items()}
        return replace(draft, scored=scored, pushes=self._pushes)

    def save(self, folder: Path) -> None:
        """Write to a folder."""
        joblib.dump((self._wide.state(), self._deep.state(), dict(self._families)), folder / FILE)

    @classmethod
    def load(cls, folder: Path) -> Scorer:
        """Read what `save` wrote."""
        wide, deep, families = joblib.load(folder / FILE)
        return cls(Ridge.of(wide), Ridge.of(deep), families)

    def _pushes(self, draft: Draft, family: str, label: int) -> np.ndarray:
        """How much each n-gram of the draft pushed a label; same order as `draft.ngrams.indices`."""
        assert self._wide.ngram_weights is not None, "the wide ridge has n-grams"
        column = _parts()[family].start + label
        return np.asarray(draft.ngrams.data * self._wide.ngram_weights[draft.ngrams.indices, column])


def _mixed(wide: np.ndarray, deep: np.ndarray) -> np.ndarray:
    return (1 - DEEP_SHARE) * wide + DEEP_SHARE * deep


def _parts() -> dict[str, slice]:
    """Where each family stands among the columns."""
    ends = np.cumsum(list(SIZES.values()))
    return {name: slice(int(end) - size, int(end)) for (name, size), end in zip(SIZES.items(), ends)}


def _labels(examples: Sequence[Example]) -> np.ndarray:
    """(n, k) of 0 and 1: bouquets, links, danger, what presses (danger or soon), act."""
    return np.array([[*(b in e.bouquets for b in Bouquet), *(link in e.links for link in Link),
                      e.urgency is Urgency.DANGER, e.urgency is not Urgency.NONE,
                      *(e.act is act for act in Act)] for e in examples], dtype=np.float32)


def _targets(examples: Sequence[Example]) -> np.ndarray:
    """The labels, the main bouquet of a phrase counting more: it should come first."""
    targets = _labels(examples)
    for row, example in enumerate(examples):
        if example.bouquets:
            targets[row, list(Bouquet).index(example.bouquets[0])] += MAIN_MORE
    return targets


def _family(unseen: np.ndarray, labels: np.ndarray, aim: Aim) -> Family:
    calibration = Calibration.fit(unseen, labels)
    return Family(calibration, _thresholds(calibration.scores(unseen), labels, aim))


def _thresholds(scores: np.ndarray, labels: np.ndarray, aim: Aim) -> np.ndarray:
    common = _best(scores, labels, aim.beta)
    own = np.array([_best(scores[:, k], labels[:, k], aim.beta) for k in range(labels.shape[1])])
    trust = labels.sum(axis=0) / (labels.sum(axis=0) + aim.shrink)
    return np.asarray(trust * own + (1 - trust) * common)


def _best(scores: np.ndarray, labels: np.ndarray, beta: float) -> float:
    return float(GRID[int(np.argmax([_f_beta(scores >= t, labels, beta) for t in GRID]))])


def _f_beta(said: np.ndarray, labels: np.ndarray, beta: float) -> float:
    right = float((said & (labels == 1)).sum())
    return (1 + beta**2) * right / max(1.0, beta**2 * float(labels.sum()) + float(said.sum()))
