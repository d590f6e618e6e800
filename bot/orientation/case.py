"""Case: what we know so far about one person's situation, kept from turn to turn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bot.orientation.reading import Commune, ScoredSheet
from bot.orientation.taxonomy import Bouquet, Level, Link, Person, Urgency


@dataclass(frozen=True)
class Need:
    """One thing the person needs: its bouquet, the first-level sheet that fits (None when none does
    well enough), the score of the reading it came from, and its level."""

    bouquet: Bouquet
    sheet: str | None = None
    score: float = 0.0
    level: Level = Level.FIRST


class ChoiceKind(str, Enum):
    """What a button stands for."""

    BOUQUET = "bouquet"
    PLACE = "place"
    NO_PLACE = "no_place"
    SHEET = "sheet"
    RESTART = "restart"
    HUMAN = "human"


@dataclass(frozen=True)
class Choice:
    """A button pressed: never typed text, so that a visitor cannot forge it. `value` is a bouquet slug,
    an INSEE code, a sheet id, or empty."""

    kind: ChoiceKind
    value: str = ""


@dataclass(frozen=True)
class Case:
    """What is known. `doubtful` are the bouquets offered as choices in the last question;
    `place_candidates` the communes between which we asked to choose; `hints` the sheets the last need
    resembled, kept so that a button pressed still finds its sheet."""

    needs: tuple[Need, ...] = ()
    links: tuple[Link, ...] = ()
    urgency: Urgency = Urgency.NONE
    signals: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    place: Commune | None = None
    place_words: str = ""
    place_candidates: tuple[Commune, ...] = ()
    place_asked: bool = False
    place_declined: bool = False
    doubtful: tuple[Bouquet, ...] = ()
    hints: tuple[ScoredSheet, ...] = ()
    clarified: bool = False
    former_names: tuple[str, ...] = ()
    language: str = "fr"
    turns: int = 0
