"""Draft: what the parts of the understanding have found so far about one message. Passed on, never changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from bot.orientation.reading import Evidence, PlaceMention, ScoredSheet
from bot.orientation.taxonomy import Act, Bouquet, Link, Person, Urgency


@dataclass(frozen=True)
class Example:
    """A labelled training phrase. `links` and `urgency` follow the annotation guide; `sheet` is the
    first-level sheet when it is clear; `places` the communes named."""

    text: str
    act: Act
    bouquets: tuple[Bouquet, ...] = ()
    links: tuple[Link, ...] = ()
    urgency: Urgency = Urgency.NONE
    sheet: str = ""
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class Draft:
    """`text` is cleaned; `ngrams` a one-row sparse matrix whose first columns are the word n-grams `words`;
    `meaning` a dense vector; `clauses` the Features of its clauses when it says several things; scores are
    calibrated, in the order of their enums."""

    text: str
    language: str = "fr"
    ngrams: Any = field(default=None, repr=False)
    meaning: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=np.float32), repr=False)
    words: Sequence[str] = field(default=(), repr=False)
    clauses: Any = field(default=None, repr=False)
    bouquet_scores: tuple[float, ...] = ()
    bouquets: tuple[Bouquet, ...] = ()
    link_scores: tuple[float, ...] = ()
    links: tuple[Link, ...] = ()
    danger_score: float = 0.0
    urgency: Urgency = Urgency.NONE
    signals: tuple[str, ...] = ()
    act: Act = Act.NEED
    act_score: float = 0.0
    sheets: tuple[ScoredSheet, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    people: tuple[Person, ...] = ()
    former_names: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
