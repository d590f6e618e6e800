"""Draft: what the parts of the understanding have found so far about one message. Passed on, never changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from bot.nlu.mended import Mended
from bot.orientation.reading import Evidence, PlaceMention, ScoredSheet
from bot.orientation.taxonomy import Act, Bouquet, Level, Link, Person, Urgency


@dataclass(frozen=True)
class Example:
    """A labelled training phrase. `links` and `urgency` follow the annotation guide; `sheet` is the
    first-level sheet when it is clear; `places` the communes named; `level` is 2 when a specialist must take over."""

    text: str
    act: Act
    bouquets: tuple[Bouquet, ...] = ()
    links: tuple[Link, ...] = ()
    urgency: Urgency = Urgency.NONE
    sheet: str = ""
    places: tuple[str, ...] = ()
    level: int = 1


@dataclass(frozen=True)
class Scored:
    """The calibrated scores of one family of labels, 0 to 1 in the order of their enum, which labels count, and the
    scores of each clause read alone, (c, k); `clauses` has no row when the message says one thing."""

    scores: np.ndarray
    counts: np.ndarray
    clauses: np.ndarray


def _no_pushes(draft: Draft, family: str, label: int) -> np.ndarray:
    return np.zeros(draft.ngrams.indices.shape if draft.ngrams is not None else 0)


@dataclass(frozen=True)
class Draft:
    """`text` is cleaned, `mended` the same as it is read, spelling mended and
    people made equal; `ngrams` a one-row sparse matrix whose first
    columns are the word n-grams `words`; `meaning` a dense vector; `clauses` the Features of its clauses when it says
    several things; `deep` those that E5 reads, when it was asked; `scored` the scores by family (`FAMILIES` of
    bot/nlu/scorer.py); `main` the chances (18,) of each bouquet to be the main need; `pushes` tells how much each
    n-gram pushed a label of a family. Scores are calibrated, in the order of their enums."""

    text: str
    language: str = "fr"
    mended: Mended = Mended()
    ngrams: Any = field(default=None, repr=False)
    meaning: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=np.float32), repr=False)
    words: Sequence[str] = field(default=(), repr=False)
    clauses: Any = field(default=None, repr=False)
    deep: Any = field(default=None, repr=False)
    scored: Mapping[str, Scored] = field(default_factory=dict, repr=False)
    main: np.ndarray = field(default_factory=lambda: np.zeros(0), repr=False)
    pushes: Callable[[Draft, str, int], np.ndarray] = field(default=_no_pushes, repr=False)
    bouquet_scores: tuple[float, ...] = ()
    bouquets: tuple[Bouquet, ...] = ()
    link_scores: tuple[float, ...] = ()
    links: tuple[Link, ...] = ()
    danger_score: float = 0.0
    urgency: Urgency = Urgency.NONE
    signals: tuple[str, ...] = ()
    level: Level = Level.FIRST
    second: tuple[Bouquet, ...] = ()
    act: Act = Act.NEED
    act_score: float = 0.0
    sheets: tuple[ScoredSheet, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    people: tuple[Person, ...] = ()
    former_names: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
