"""The trained judgements: which bouquets, which links, how urgent, which act. Each is a Blend with its labels.

A judgement keeps the words that carried it: the word n-grams whose weights pushed the label most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Generic, TypeVar

import numpy as np

from bot.nlu.blend import Aim, Blend
from bot.nlu.draft import Draft, Example
from bot.nlu.featurizer import Features
from bot.nlu.patterns import flat, single_spaced
from bot.nlu.text import plain
from bot.orientation.reading import Evidence
from bot.orientation.taxonomy import Act, Bouquet, Link

L = TypeVar("L", Bouquet, Link, Act)
SHOWN_WORDS = 2
BOUQUET_AIM, LINK_AIM, URGENCY_AIM, ACT_AIM = Aim(), Aim(), Aim(beta=2.0), Aim()


class Judge(Generic[L]):
    """A blend over a closed vocabulary; `about` names it in evidence ("bouquet", "link")."""

    def __init__(self, blend: Blend, labels: tuple[L, ...], about: str) -> None:
        self._blend, self._about = blend, about
        self._labels: tuple[L, ...] = labels

    def scores(self, draft: Draft) -> np.ndarray:
        """Calibrated scores of a draft with features, in the order of the labels."""
        return np.asarray(self._blend.scores(Features(draft.ngrams, draft.meaning[None, :]))[0])

    def decided(self, scores: np.ndarray) -> tuple[L, ...]:
        """The labels over their thresholds, best first."""
        over = [k for k in np.argsort(-scores, kind="stable") if scores[k] >= self._blend.thresholds[k]]
        return tuple(self._labels[k] for k in over)

    def evidence(self, draft: Draft, labels: Sequence[L]) -> tuple[Evidence, ...]:
        """The words that carried each label, at most two a label."""
        words, offsets = single_spaced(flat(plain(draft.text)))
        return tuple(e for label in labels for e in self._carriers(draft, label, words, offsets))

    def _carriers(self, draft: Draft, label: L, words: str, offsets: tuple[int, ...]) -> Iterator[Evidence]:
        pushes = self._blend.word_weights(draft.ngrams, self._labels.index(label))
        shown = 0
        for rank in np.argsort(-pushes, kind="stable"):
            column = draft.ngrams.indices[rank]
            if pushes[rank] <= 0 or shown == SHOWN_WORDS:
                return
            match = re.search(rf"(?<!\w){re.escape(draft.words[column])}(?!\w)", words) \
                if column < len(draft.words) else None
            if match:
                shown += 1
                start, end = offsets[match.start()], offsets[match.end() - 1] + 1
                yield Evidence(f"{self._about}:{label.value}", draft.text[start:end], start, end)


def bouquet_labels(examples: Sequence[Example]) -> np.ndarray:
    """(n, 18) of 0 and 1."""
    return np.array([[int(b in e.bouquets) for b in Bouquet] for e in examples])


def link_labels(examples: Sequence[Example]) -> np.ndarray:
    """(n, 11) of 0 and 1."""
    return np.array([[int(link in e.links) for link in Link] for e in examples])


def act_labels(examples: Sequence[Example]) -> np.ndarray:
    """(n, 12) of 0 and 1."""
    return np.array([[int(e.act is act) for act in Act] for e in examples])


def open_judge(folder: Path, labels: type[L], about: str) -> Judge[L]:
    """The judge whose blend was saved to `folder` under the name `about`."""
    return Judge(Blend.load(folder, about), tuple(labels), about)


def judge_bouquets(draft: Draft, judge: Judge[Bouquet]) -> Draft:
    """The draft with bouquets, their scores and the words that carried them."""
    scores = judge.scores(draft)
    decided = judge.decided(scores)
    return replace(draft, bouquet_scores=_floats(scores), bouquets=decided,
                   evidence=draft.evidence + judge.evidence(draft, decided))


def judge_links(draft: Draft, judge: Judge[Link]) -> Draft:
    """The draft with links, their scores and the words that carried them."""
    scores = judge.scores(draft)
    decided = judge.decided(scores)
    return replace(draft, link_scores=_floats(scores), links=decided,
                   evidence=draft.evidence + judge.evidence(draft, decided))


def _floats(scores: Any) -> tuple[float, ...]:
    return tuple(round(float(score), 4) for score in scores)
