"""The trained scores of a message, by family of labels, calibrated, with their thresholds.

Two ridges: a wide one, on letters, words and quick meanings of every training phrase; a deep one, on what E5 reads in
the short ones, asked only when the wide one hesitates. Calibration and thresholds come from phrases scored unseen,
never from held-out sets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import joblib
import numpy as np

from bot.nlu.calibration import Calibration
from bot.nlu.deep import DeepReader
from bot.nlu.draft import Draft, Example, Scored
from bot.nlu.featurizer import features_of
from bot.nlu.kernel import Likeness, Ridge, held_out
from bot.nlu.kinds import KINDS, kind_of
from bot.nlu.language import FRENCH
from bot.orientation.taxonomy import Act, Bouquet, Link, Urgency

WIDE, DEEP = Likeness(meanings=0.5, ngrams=0.25), Likeness(meanings=1.0, ngrams=0.0)
DEEP_SHARE = 0.35
DOUBT = 0.35
PERHAPS, CERTAINLY = 0.05, 0.9
MAIN_MORE = 0.5
GRID = np.arange(0.06, 0.8, 0.02)
FILE = "scorer.joblib"


@dataclass(frozen=True)
class Aim:
    """A family of `size` labels, and what its thresholds should favour: `beta` above 1 prefers finding all to being
    right (F-beta); `shrink` (phrases) pulls rare labels towards the common threshold."""

    size: int
    beta: float = 1.0
    shrink: float = 60.0


# "presses" is danger or soon; "specialist" is the second level; "kind" is which danger.
FAMILIES: Mapping[str, Aim] = {
    "bouquet": Aim(len(Bouquet)), "link": Aim(len(Link)), "danger": Aim(1, beta=3.0), "presses": Aim(1),
    "act": Aim(len(Act)), "specialist": Aim(1), "kind": Aim(len(KINDS)),
}


@dataclass(frozen=True)
class Family:
    """How raw scores of one family become scores from 0 to 1, and from which score a label counts."""

    calibration: Calibration
    thresholds: np.ndarray

    def scored(self, raw: np.ndarray, clauses: np.ndarray) -> Scored:
        """Scores of a message from its raw ones (k,), which labels count, and the scores of its clauses (c, k)."""
        scores = self.calibration.scores(raw)
        return Scored(scores, scores >= self.thresholds, clauses)


Families = Mapping[str, Family]


class Scorer:
    """Fitted on examples; then scores drafts that have their features."""

    def __init__(self, wide: Ridge, deep: Ridge, reader: DeepReader, quick: Families, thorough: Families) -> None:
        self._wide, self._deep, self._reader = wide, deep, reader
        self._quick, self._thorough = quick, thorough

    @classmethod
    def fit(cls, examples: Sequence[Example], drafts: Sequence[Draft], cache: Path) -> Scorer:
        """`drafts` are those of the examples, with their features (`Featurizer.read_examples`)."""
        targets, labels, held = _targets(examples), _labels(examples), held_out(len(examples))
        wide, by_wide = Ridge.fit(WIDE, features_of(drafts), targets, held)
        reader, short, meanings = DeepReader.fit([draft.mended.text for draft in drafts], cache)
        deep, by_deep = Ridge.fit(DEEP, meanings, targets[short], held[short])
        both = np.isin(np.flatnonzero(held), short)
        return cls(wide, deep, reader, _families(by_wide, labels[held]),
                   _families(mixed(by_wide[both], by_deep), labels[held][both]))

    def read(self, draft: Draft) -> Draft:
        """The draft with the scores of every family."""
        raw, families = self._wide.scores(features_of([draft]))[0], self._quick
        clauses = raw[None][:0] if draft.clauses is None else self._wide.scores(draft.clauses)
        if draft.language != FRENCH or self._hesitates(raw):
            draft = replace(draft, deep=self._reader.read(draft.mended.text))
            raw, families = mixed(raw, self._deep.scores(draft.deep)[0]), self._thorough
        scored = {name: families[name].scored(raw[part], self._quick[name].calibration.scores(clauses[:, part]))
                  for name, part in _parts().items()}
        return replace(draft, scored=scored, pushes=self._pushes)

    def save(self, folder: Path) -> None:
        """Write to a folder."""
        joblib.dump((self._wide.state(), self._deep.state(), self._reader.centre, dict(self._quick),
                     dict(self._thorough)), folder / FILE)

    @classmethod
    def load(cls, folder: Path) -> Scorer:
        """Read what `save` wrote."""
        wide, deep, centre, quick, thorough = joblib.load(folder / FILE)
        return cls(Ridge.of(wide), Ridge.of(deep), DeepReader(centre), quick, thorough)

    def _hesitates(self, raw: np.ndarray) -> bool:
        """Two bouquets are close, or danger is neither sure nor excluded."""
        second, first = np.sort(raw[_parts()["bouquet"]])[-2:]
        danger = float(self._quick["danger"].calibration.scores(raw[_parts()["danger"]])[0])
        return bool(first - second < DOUBT or PERHAPS < danger < CERTAINLY)

    def _pushes(self, draft: Draft, family: str, label: int) -> np.ndarray:
        """How much each n-gram of the draft pushed a label; same order as `draft.ngrams.indices`."""
        assert self._wide.ngram_weights is not None, "the wide ridge has n-grams"
        column = _parts()[family].start + label
        return np.asarray(draft.ngrams.data * self._wide.ngram_weights[draft.ngrams.indices, column])


def mixed(wide: np.ndarray, deep: np.ndarray) -> np.ndarray:
    """Scores of both ridges, same shape, in their shares."""
    return (1 - DEEP_SHARE) * wide + DEEP_SHARE * deep


def _parts() -> dict[str, slice]:
    """Where each family stands among the columns."""
    ends = np.cumsum([aim.size for aim in FAMILIES.values()])
    return {name: slice(int(end) - aim.size, int(end)) for (name, aim), end in zip(FAMILIES.items(), ends)}


def _labels(examples: Sequence[Example]) -> np.ndarray:
    """(n, k) of 0 and 1, in the order of `FAMILIES`."""
    return np.array([[*(b in e.bouquets for b in Bouquet), *(link in e.links for link in Link),
                      e.urgency is Urgency.DANGER, e.urgency is not Urgency.NONE,
                      *(e.act is act for act in Act), e.level > 1,
                      *(kind_of(e) == kind for kind in KINDS)] for e in examples], dtype=np.float32)


def _targets(examples: Sequence[Example]) -> np.ndarray:
    """The labels, the main bouquet of a phrase counting more: it should come first."""
    targets = _labels(examples)
    for row, example in enumerate(examples):
        if example.bouquets:
            targets[row, list(Bouquet).index(example.bouquets[0])] += MAIN_MORE
    return targets


def _families(unseen: np.ndarray, labels: np.ndarray) -> Families:
    return {name: _family(unseen[:, part], labels[:, part], FAMILIES[name]) for name, part in _parts().items()}


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
