"""From scores to labels: which bouquets, which links, and the words that carried each.

A message of several clauses is also read clause by clause: a need told in one of them is not drowned by the others,
and a label that no clause supports is dropped unless the whole is sure of it. Which need comes first is learnt
(bot/nlu/ranker.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from bot.nlu.draft import Draft, Scored
from bot.nlu.patterns import flat, single_spaced
from bot.nlu.text import plain
from bot.orientation.reading import Evidence
from bot.orientation.taxonomy import Bouquet, Link

SHOWN_WORDS = 2
LOUD, FAINT, SURE = 0.7, 0.12, 0.5
TOLD = 0.5


def judge_bouquets(draft: Draft) -> Draft:
    """The draft with bouquets, the main one first, their scores and the words that carried them."""
    scored, labels = draft.scored["bouquet"], tuple(Bouquet)
    scores, counts = scored.scores, supported(scored)
    if len(scored.clauses):
        loudest = scored.clauses.max(axis=0)
        scores, counts = np.maximum(scores, LOUD * loudest), counts | (loudest >= LOUD)
    decided = _best_first(draft.main, counts)
    carried = tuple(evidence_of(draft, "bouquet", {k: labels[k].value for k in decided}))
    return replace(draft, bouquet_scores=_floats(scores), bouquets=tuple(labels[k] for k in decided),
                   evidence=draft.evidence + carried)


def judge_links(draft: Draft) -> Draft:
    """The draft with links, their scores and the words that carried them."""
    scored, labels = draft.scored["link"], tuple(Link)
    decided = _best_first(scored.scores, supported(scored))
    return replace(draft, link_scores=_floats(scored.scores), links=tuple(labels[k] for k in decided),
                   evidence=draft.evidence + tuple(evidence_of(draft, "link", {k: labels[k].value for k in decided})))


def supported(scored: Scored) -> np.ndarray:
    """(k,) bool: the labels that count, less those that no clause supports when the whole is not sure."""
    if not len(scored.clauses):
        return scored.counts
    return np.asarray(scored.counts & ((scored.clauses.max(axis=0) >= FAINT) | (scored.scores >= SURE)))


def _best_first(scores: np.ndarray, counts: np.ndarray) -> list[int]:
    return [int(k) for k in np.argsort(-scores, kind="stable") if counts[k]]


def _floats(scores: np.ndarray) -> tuple[float, ...]:
    return tuple(round(float(score), 4) for score in scores)


def evidence_of(draft: Draft, family: str, labels: Mapping[int, str], about: str = "") -> Iterator[Evidence]:
    """The words that carried each label of a family, at most two a label; `about` when it is not the family's name."""
    words, offsets = single_spaced(flat(plain(draft.mended.text)))
    offsets = tuple(draft.mended.at[offset] for offset in offsets)
    for label, name in labels.items():
        yield from _carriers(draft, draft.pushes(draft, family, label), f"{about or family}:{name}", words, offsets)


def _carriers(draft: Draft, pushes: np.ndarray, about: str, words: str, offsets: tuple[int, ...]
              ) -> Iterator[Evidence]:
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
            yield Evidence(about, draft.text[start:end], start, end)
