"""The directory of `bot.orientation.resource`, answered from the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.engine import Connection, Engine

from bot.directory import queries
from bot.directory.engine import directory_errors
from bot.directory.ranking import Area, Candidate, Ranked, rank
from bot.directory.resources import ResourceReader
from bot.directory.territory import Territory, read_competence, read_link_texts
from bot.orientation.reading import Commune
from bot.orientation.resource import Found, Reach, Resource, Search
from bot.orientation.taxonomy import Bouquet

DESKS = 2


@dataclass(frozen=True)
class SourceShown:
    """A source of the directory as it must be named where its data is shown."""

    name: str
    licence: str
    link: str
    date: str
    services: int


@dataclass(frozen=True)
class Status:
    """What stands in the directory and since when."""

    territory: str
    services: int
    loaded_at: str


class SqlDirectory:
    """Searches the published services. Every method raises DirectoryError when the database is away."""

    def __init__(self, engine: Engine, knowledge: Path, territory: Territory) -> None:
        self._engine = engine
        self._territory = territory
        self._competence = read_competence(knowledge / "territory")
        self._texts = read_link_texts(knowledge / "territory")

    def search(self, query: Search) -> Found:
        """The services for a need near a place: intercommunalité, then distance, the weakest link counted."""
        with directory_errors(), self._engine.connect() as connection:
            if query.place is not None and query.place.departement not in self._territory.departements:
                return Found((), Reach.FRANCE, True, 0)
            candidates = self._candidates(connection, query.kinds, (), query.place)
            if not candidates:
                candidates = self._candidates(connection, (), query.bouquets, query.place)
            ranked = self._ranked(connection, candidates, query)
            return self._found(connection, ranked, len(candidates), query)

    def front_desks(self, place: Commune | None, at: datetime) -> tuple[Resource, ...]:
        """The nearest France services, then the mairie of the commune."""
        query = Search(bouquets=(), at=at, kinds=self._competence.front_desks, place=place, limit=DESKS)
        return self.search(query).resources

    def covers(self, place: Commune) -> bool:
        """Whether the commune lies in the territory loaded."""
        return place.departement in self._territory.departements

    def services(self, bouquets: Sequence[Bouquet], place: Commune | None, at: datetime,
                 kinds: Sequence[str] = (), limit: int = 50) -> tuple[Resource, ...]:
        """A list to browse: nearest first, several of a kind, nothing left out but what receives elsewhere."""
        with directory_errors(), self._engine.connect() as connection:
            wanted = () if kinds else bouquets or tuple(Bouquet)
            candidates = self._candidates(connection, kinds, wanted, place)
            area = self._area(connection, place) or self._centre(connection)
            one_by_one = [r for c in candidates for r in rank((c,), kinds, area, self._competence, (), 1)]
            one_by_one.sort(key=lambda r: (not r.receives_here, r.distance_km is None, r.distance_km or 0.0, r.id))
            found = self._found(connection, tuple(one_by_one[:limit]), len(candidates),
                                Search(tuple(bouquets), at, place=place))
            return found.resources

    def get(self, service: str, at: datetime) -> Resource | None:
        """One service by id."""
        with directory_errors(), self._engine.connect() as connection:
            return ResourceReader(connection, self._texts).read([service], at).get(service)

    def sources(self) -> tuple[SourceShown, ...]:
        """Every source in use with licence and date."""
        with directory_errors(), self._engine.connect() as connection:
            return tuple(SourceShown(r["name"], r["licence"], r["link"], r["source_date"], r["services"])
                         for r in connection.execute(queries.sources_shown()).mappings())

    def status(self) -> Status | None:
        """None when nothing was loaded yet."""
        with directory_errors(), self._engine.connect() as connection:
            row = connection.execute(queries.loads()).mappings().first()
            return Status(row["territory"], row["services"], row["loaded_at"].isoformat()) if row else None

    def _area(self, connection: Connection, place: Commune | None) -> Area | None:
        if place is None:
            return None
        row = connection.execute(queries.area_of(place.insee)).mappings().first()
        return Area(**row) if row else None

    def _centre(self, connection: Connection) -> Area | None:
        row = connection.execute(queries.area_of(self._territory.centre)).mappings().first()
        return Area(**row) if row else None

    def _ranked(self, connection: Connection, candidates: Sequence[Candidate], query: Search) -> tuple[Ranked, ...]:
        """Without a place, what is nearest the main town stands for the territory, without distances; the kinds
        that only receive their own neighbours (mairie, CCAS…) are left out: nobody knows which would be hers."""
        area = self._area(connection, query.place) or self._centre(connection)
        if query.place is None:
            candidates = [c for c in candidates if self._competence.receives_widely(c.kind)]
        ranked = rank(candidates, query.kinds, area, self._competence, query.links, query.limit)
        if query.place is not None:
            return ranked
        return tuple(replace(r, reach=Reach.DEPARTEMENT, distance_km=None, weakest=None) for r in ranked)

    def _candidates(self, connection: Connection, kinds: Sequence[str], bouquets: Sequence[Bouquet],
                    place: Commune | None) -> list[Candidate]:
        if not kinds and not bouquets:
            return []
        departement = place.departement if place else None
        rows = connection.execute(queries.candidates(kinds, bouquets, departement)).mappings().all()
        strengths = self._strengths(connection, [row["id"] for row in rows])
        return [_candidate(row, strengths.get(row["id"], {})) for row in rows]

    def _strengths(self, connection: Connection, ids: Sequence[str]) -> dict[str, dict[str, float]]:
        found: dict[str, dict[str, float]] = {}
        for service, link, strength in connection.execute(queries.strengths(ids)):
            if strength is not None:
                found.setdefault(service, {})[link] = strength
        return found

    def _found(self, connection: Connection, ranked: Sequence[Ranked], total: int, query: Search) -> Found:
        reader = ResourceReader(connection, self._texts)
        by_id = reader.read([r.id for r in ranked], query.at)
        resources = tuple(reader.placed(by_id[r.id], r, query.place) for r in ranked)
        reach = ranked[0].reach if ranked else Reach.DEPARTEMENT
        widened = query.place is not None and not any(r.receives_here for r in ranked)
        return Found(resources, reach, widened, total)


def _candidate(row: Any, strengths: dict[str, float]) -> Candidate:
    return Candidate(row["id"], row["kind"], row["named_only"], row["insee"], row["siren"], row["lat"], row["lon"],
                     row["population"], strengths)

