"""Resource: what exists near a place for a need, with its 11 links and what is not known about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol

from bot.orientation.reading import Commune
from bot.orientation.taxonomy import Bouquet, Link, Person


class Reach(str, Enum):
    """How far a search had to look, nearest first."""

    COMMUNE = "commune"
    INTERCOMMUNALITE = "intercommunalite"
    DEPARTEMENT = "departement"
    FRANCE = "france"


class OpenState(str, Enum):
    """Whether a place is open at the moment asked about."""

    OPEN = "open"
    CLOSED = "closed"
    BY_APPOINTMENT = "by_appointment"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class DayHours:
    """Opening ranges of one date, ("09:00", "12:00") pairs; `holiday` when it is a public holiday."""

    date: str
    ranges: tuple[tuple[str, str], ...]
    holiday: bool = False


@dataclass(frozen=True)
class Opening:
    """Opening hours as seen from an instant.

    `weekly` holds seven tuples of ranges, Monday first, for an ordinary week; `days` the next seven dates
    from the instant on with public holidays; `next_opening` and `closes_at` are ISO local times without zone.
    """

    raw: str
    state: OpenState
    weekly: tuple[tuple[tuple[str, str], ...], ...] = ()
    days: tuple[DayHours, ...] = ()
    closes_at: str | None = None
    next_opening: str | None = None
    holiday_today: bool = False


@dataclass(frozen=True)
class LinkValue:
    """One link of a service: a value in French with its source and date, or `value` None when unknown.

    `strength` is 0 (broken for this person) to 1 (no obstacle); None when unknown.
    """

    link: Link
    value: str | None = None
    source: str | None = None
    date: str | None = None
    strength: float | None = None


@dataclass(frozen=True)
class Resource:
    """A service someone can go to, call or write to.

    `phone` is E.164; `distance_km` as the crow flies from the commune asked; `links` always has the 11, in
    order; `weakest` is the link weakest for this person; `named_only` marks a body known by name, with
    nothing verified; `checks` are reasons to verify before relying on it; `document_date` is free text as
    the source gives it.
    """

    id: str
    name: str
    kind: str
    bouquets: tuple[Bouquet, ...]
    address: tuple[str, ...]
    commune: Commune
    phone: str | None
    email: str | None
    website: str | None
    opening: Opening
    links: tuple[LinkValue, ...]
    source: str
    source_date: str
    licence: str
    checks: tuple[str, ...] = ()
    named_only: bool = False
    reach: Reach = Reach.DEPARTEMENT
    distance_km: float | None = None
    weakest: Link | None = None
    same_intercommunalite: bool = False
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True)
class Search:
    """What to look for. `kinds` are kinds of structure that deal with the need, best first; `links` the
    obstacles the person named; `at` a naive local time of France."""

    bouquets: tuple[Bouquet, ...]
    at: datetime
    kinds: tuple[str, ...] = ()
    place: Commune | None = None
    links: tuple[Link, ...] = ()
    people: tuple[Person, ...] = ()
    limit: int = 3


@dataclass(frozen=True)
class Found:
    """What a search gave, best first; `widened` when nothing was in the commune or its intercommunalité
    and the search looked farther."""

    resources: tuple[Resource, ...]
    reach: Reach
    widened: bool
    total: int


class Directory(Protocol):
    """The port behind which the local directory stands. Methods raise DirectoryError when it is away."""

    def search(self, query: Search) -> Found:
        """The services for a need near a place, in a deterministic order."""

    def front_desks(self, place: Commune | None, at: datetime) -> tuple[Resource, ...]:
        """Where a human receives anyone: the nearest France services, then the mairie; at most two."""

    def services(self, bouquets: Sequence[Bouquet], place: Commune | None, at: datetime,
                 kinds: Sequence[str] = (), limit: int = 20) -> tuple[Resource, ...]:
        """A listing, nearest first; every bouquet when none is given."""

    def covers(self, place: Commune) -> bool:
        """Whether the directory knows the territory of this commune."""
