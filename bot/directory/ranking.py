"""The order of services for one person: pure, deterministic, and the weakest link counts, not the mean.

Nearness is first the commune, then the intercommunalité, then the distance: in the mountains the nearest
office as the crow flies may stand in another valley.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.directory.distance import kilometres
from bot.directory.territory import Competence
from bot.orientation.resource import Reach
from bot.orientation.taxonomy import Link

BROKEN = 0.35
UNKNOWN = 0.5
FAR_KM = 40.0
FAR_ALREADY_KM = 15.0
SAME_KIND = 2
LEVELS = {Reach.COMMUNE: 0, Reach.INTERCOMMUNALITE: 1, Reach.DEPARTEMENT: 2, Reach.FRANCE: 3}


@dataclass(frozen=True)
class Area:
    """Where the person is: commune, intercommunalité (None when unknown), position."""

    insee: str
    departement: str
    siren: str | None
    lat: float | None
    lon: float | None


@dataclass(frozen=True)
class Candidate:
    """A service before ranking; `strengths` by link slug, for the links that are known."""

    id: str
    kind: str
    named_only: bool
    insee: str
    siren: str | None
    lat: float | None
    lon: float | None
    population: int
    strengths: Mapping[str, float]


@dataclass(frozen=True)
class Ranked:
    """A service kept, with why: how near it is and which link is weakest for this person."""

    id: str
    kind: str
    reach: Reach
    distance_km: float | None
    weakest: Link | None
    receives_here: bool


def rank(
    candidates: Sequence[Candidate], kinds: Sequence[str], area: Area | None, competence: Competence,
    named: Sequence[Link], limit: int,
) -> tuple[Ranked, ...]:
    """The best `limit`: first the best of each kind, in the order of `kinds`, then a second of the same
    kind when it is near. Kinds that only receive their own commune are left out elsewhere."""
    ranked = [(_key(c, area, competence, named), c) for c in candidates if _receives(c, area, competence)]
    ranked.sort(key=lambda pair: pair[0])
    best: list[tuple[tuple, Candidate]] = []
    others: list[tuple[tuple, Candidate]] = []
    counts: dict[str, int] = {}
    for key, candidate in ranked:
        counts[candidate.kind] = counts.get(candidate.kind, 0) + 1
        if counts[candidate.kind] == 1:
            best.append((key, candidate))
        elif counts[candidate.kind] <= SAME_KIND and key[0] == 0:
            others.append((key, candidate))
    order = {kind: index for index, kind in enumerate(kinds)}
    chosen = sorted(best, key=lambda pair: (pair[0][0], order.get(pair[1].kind, len(order)), pair[0])) + others
    return tuple(_ranked(c, area, competence, named) for _, c in chosen[:limit])


def reach_of(candidate: Candidate, area: Area | None) -> Reach:
    """How far from the person's commune the service stands."""
    if area is None:
        return Reach.DEPARTEMENT
    if candidate.insee == area.insee:
        return Reach.COMMUNE
    if candidate.siren is not None and candidate.siren == area.siren:
        return Reach.INTERCOMMUNALITE
    return Reach.DEPARTEMENT


def _receives(candidate: Candidate, area: Area | None, competence: Competence) -> bool:
    own = competence.of(candidate.kind)
    return area is None or LEVELS[reach_of(candidate, area)] <= LEVELS[own]


def _key(
    candidate: Candidate, area: Area | None, competence: Competence, named: Sequence[Link]
) -> tuple[int, int, bool, bool, float, int, str]:
    reach = reach_of(candidate, area)
    competent = competence.of(candidate.kind) is Reach.DEPARTEMENT
    away = int(area is not None and reach is Reach.DEPARTEMENT and not competent)
    return (
        away,
        LEVELS[reach],
        _weakness(candidate, area, named)[0] < BROKEN,
        candidate.named_only,
        round(_distance(candidate, area), 1),
        -candidate.population,
        candidate.id,
    )


def _distance(candidate: Candidate, area: Area | None) -> float:
    return kilometres(candidate, area) if area is not None else 0.0


def _weakness(candidate: Candidate, area: Area | None, named: Sequence[Link]) -> tuple[float, Link | None]:
    """The strength of the weakest link among those the person named; without any, of all that are known."""
    strengths = dict(candidate.strengths)
    if area is not None:
        strengths[Link.TEMPS_DEPLACEMENT.value] = max(0.0, 1 - _distance(candidate, area) / FAR_KM)
    watched = _watched(candidate, area, named)
    pairs = [(strengths.get(link.value, UNKNOWN if watched else 1.0), link) for link in watched or tuple(Link)]
    return min(pairs, key=lambda pair: pair[0])


def _watched(candidate: Candidate, area: Area | None, named: Sequence[Link]) -> tuple[Link, ...]:
    """The obstacles named that a service can be weak on; no car makes distance an obstacle too."""
    watched = [link for link in named if link not in (Link.GLOBALITE, Link.INFORMATION)]
    if Link.TRANSPORTS in watched and _distance(candidate, area) > FAR_ALREADY_KM:
        watched.append(Link.TEMPS_DEPLACEMENT)
    return tuple(watched)


def _ranked(candidate: Candidate, area: Area | None, competence: Competence, named: Sequence[Link]) -> Ranked:
    strength, link = _weakness(candidate, area, named)
    distance = _distance(candidate, area) if area is not None else None
    reach = reach_of(candidate, area)
    return Ranked(
        id=candidate.id,
        kind=candidate.kind,
        reach=reach,
        distance_km=None if distance is None or distance == float("inf") else distance,
        weakest=link if strength <= UNKNOWN else None,
        receives_here=reach is not Reach.DEPARTEMENT or competence.of(candidate.kind) is Reach.DEPARTEMENT,
    )
