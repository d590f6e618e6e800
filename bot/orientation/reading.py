"""Reading: what we heard in one message. The wire from the NLU to the action server."""

from __future__ import annotations

from dataclasses import dataclass

from bot.orientation.taxonomy import Act, Bouquet, Level, Link, Person, Urgency

# The signal of a danger that the trained scores alone heard: nobody knows which, and it may be a false alarm.
IMPRECISE = "danger_imprecis"


@dataclass(frozen=True)
class ScoredBouquet:
    """A bouquet, its calibrated score, 0 to 1, and the level of the need."""

    bouquet: Bouquet
    score: float
    level: Level = Level.FIRST


@dataclass(frozen=True)
class ScoredLink:
    """A link and its calibrated score, 0 to 1."""

    link: Link
    score: float


@dataclass(frozen=True)
class ScoredSheet:
    """A first-level sheet (id of `knowledge/sheets`) and how well it fits, 0 to 1."""

    sheet: str
    bouquet: Bouquet
    score: float


@dataclass(frozen=True)
class Commune:
    """A commune of France: INSEE code, name with accents, département code, postcodes."""

    insee: str
    name: str
    departement: str
    postal_codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlaceMention:
    """A place heard: the words, where they stand, and the communes they may mean, likeliest first.

    `approximate` says that the spelling was only near; several candidates mean that we must ask.
    """

    words: str
    start: int
    end: int
    candidates: tuple[Commune, ...]
    approximate: bool = False

    @property
    def commune(self) -> Commune | None:
        """The commune when there is no doubt which one."""
        return self.candidates[0] if len(self.candidates) == 1 else None


@dataclass(frozen=True)
class Evidence:
    """Words that carried a judgement: `about` is "bouquet:emploi", "link:cout", "level:second", "danger:suicide",
    "person:parent" or "former:ANPE"; offsets in characters of the reading's text."""

    about: str
    words: str
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    """What one message says.

    `bouquets` are those decided on, best first (empty when out of scope or too unsure); `ranking` is
    always the five best; `signals` are ids of the rules of `knowledge/urgency.yml`, gravest first;
    `level` is second when a specialist must look into it, with `level_score`, 0 to 1;
    `former_names` are old names as written in `knowledge/former_names.csv`.
    """

    text: str
    language: str = "fr"
    act: Act = Act.NEED
    in_scope: bool = True
    bouquets: tuple[ScoredBouquet, ...] = ()
    ranking: tuple[ScoredBouquet, ...] = ()
    links: tuple[ScoredLink, ...] = ()
    urgency: Urgency = Urgency.NONE
    danger_score: float = 0.0
    signals: tuple[str, ...] = ()
    level: Level = Level.FIRST
    level_score: float = 0.0
    sheets: tuple[ScoredSheet, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    people: tuple[Person, ...] = ()
    former_names: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
