"""The trained scores of a message, by family of labels, calibrated, with their thresholds.

Two ridges: a wide one, on letters, words and quick meanings of every training phrase; a deep one, on what E5 reads in
short ones and in other languages, asked only when the wide one hesitates. Calibration, thresholds and the choice of
the main need come from phrases scored unseen, never from held-out sets.
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
from bot.nlu.featurizer import Featurizer, features_of
from bot.nlu.kernel import Likeness, Ridge, held_out
from bot.nlu.kinds import KINDS, kind_of
from bot.nlu.language import FRENCH
from bot.nlu.ranker import Ranker, view_of
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
    """A family of `size` labels, which count from thresholds that are as often right as complete (F1); `shrink`
    (phrases) pulls rare labels towards the common one. `line` is a threshold that is decided, not learnt."""

    size: int
    line: float | None = None
    shrink: float = 60.0


# "presses" is danger or soon; "specialist" is the second level; "kind" is which danger. The alarm is raised as soon as
# one message like this in ten is a danger: recall comes first.
FAMILIES: Mapping[str, Aim] = {
    "bouquet": Aim(len(Bouquet)), "link": Aim(len(Link)), "danger": Aim(1, line=0.1), "presses": Aim(1),
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

    def __init__(self, wide: Ridge, deep: Ridge, reader: DeepReader, quick: Families, thorough: Families,
                 ranker: Ranker) -> None:
        self._wide, self._deep, self._reader = wide, deep, reader
        self._quick, self._thorough, self._ranker = quick, thorough, ranker

    @classmethod
    def fit(cls, examples: Sequence[Example], drafts: Sequence[Draft], featurizer: Featurizer, cache: Path) -> Scorer:
        """`drafts` are those of the examples, with their features (`Featurizer.read_examples`)."""
        targets, labels, held = _targets(examples), _labels(examples), held_out(len(examples))
        features = features_of(drafts)
        wide, blind = Ridge.fit(WIDE, features, targets, held)
        reader, short, meanings = DeepReader.fit([draft.mended.text for draft in drafts], cache)
        deep, deep_blind = Ridge.fit(DEEP, meanings, targets[short], held[short])
        by_wide, unseen = blind.scores(features.rows(held)), np.flatnonzero(held)
        both = np.isin(unseen, short)
        by_both = by_wide.copy()
        by_both[both] = mixed(by_wide[both], deep_blind.scores(meanings.rows(held[short])))
        clauses, counts = featurizer.clauses_of([drafts[k] for k in unseen], cache)
        by_clause = by_wide[:0] if clauses is None else blind.scores(clauses)
        ranker = _ranker(by_both, by_clause, counts, [examples[k] for k in unseen])
        return cls(wide, deep, reader, _families(by_wide, labels[held]),
                   _families(by_both[both], labels[held][both]), ranker)

    def read(self, draft: Draft) -> Draft:
        """The draft with the scores of every family, and the chances of each bouquet to be the main one."""
        raw, families = self._wide.scores(features_of([draft]))[0], self._quick
        clauses = raw[None][:0] if draft.clauses is None else self._wide.scores(draft.clauses)
        if draft.language != FRENCH or self._hesitates(raw):
            draft = replace(draft, deep=self._reader.read(draft.mended.text))
            raw, families = mixed(raw, self._deep.scores(draft.deep)[0]), self._thorough
        scored = {name: families[name].scored(raw[part], self._quick[name].calibration.scores(clauses[:, part]))
                  for name, part in _parts().items()}
        part = _parts()["bouquet"]
        return replace(draft, scored=scored, main=self._ranker.chances(view_of(raw[part], clauses[:, part])),
                       pushes=self._pushes)

    def save(self, folder: Path) -> None:
        """Write to a folder."""
        joblib.dump((self._wide.state(), self._deep.state(), self._reader.centre, dict(self._quick),
                     dict(self._thorough), self._ranker), folder / FILE)

    @classmethod
    def load(cls, folder: Path) -> Scorer:
        """Read what `save` wrote."""
        wide, deep, centre, quick, thorough, ranker = joblib.load(folder / FILE)
        return cls(Ridge.of(wide), Ridge.of(deep), DeepReader(centre), quick, thorough, ranker)

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


def _ranker(raw: np.ndarray, clauses: np.ndarray, counts: Sequence[int], examples: Sequence[Example]) -> Ranker:
    """Learnt on the phrases that state a need, from their scores (n, k) and those of all their clauses, by a ridge that
    has not seen them; `counts` (n,) says how many clauses each has."""
    part = _parts()["bouquet"]
    views = [view_of(scores[part], clauses[end - count:end, part])
             for scores, count, end in zip(raw, counts, np.cumsum(counts))]
    stating = [k for k, example in enumerate(examples) if example.bouquets]
    first = [list(Bouquet).index(examples[k].bouquets[0]) for k in stating]
    return Ranker.fit(np.array(views)[stating], np.array(first))


def _families(unseen: np.ndarray, labels: np.ndarray) -> Families:
    return {name: _family(unseen[:, part], labels[:, part], FAMILIES[name]) for name, part in _parts().items()}


def _family(unseen: np.ndarray, labels: np.ndarray, aim: Aim) -> Family:
    calibration = Calibration.fit(unseen, labels)
    return Family(calibration, _thresholds(calibration.scores(unseen), labels, aim))


def _thresholds(scores: np.ndarray, labels: np.ndarray, aim: Aim) -> np.ndarray:
    if aim.line is not None:
        return np.full(aim.size, aim.line)
    common = _best(scores, labels)
    own = np.array([_best(scores[:, k], labels[:, k]) for k in range(aim.size)])
    trust = labels.sum(axis=0) / (labels.sum(axis=0) + aim.shrink)
    return np.asarray(trust * own + (1 - trust) * common)


def _best(scores: np.ndarray, labels: np.ndarray) -> float:
    return float(GRID[int(np.argmax([_f1(scores >= t, labels) for t in GRID]))])


def _f1(said: np.ndarray, labels: np.ndarray) -> float:
    return 2 * float((said & (labels == 1)).sum()) / max(1.0, float(labels.sum()) + float(said.sum()))
