"""Rows of the database made into Resources: links in order, hours evaluated, checks said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy.engine import Connection

from bot.directory import queries
from bot.directory.hours import opening_at
from bot.directory.ranking import Ranked
from bot.orientation.reading import Commune
from bot.orientation.resource import LinkValue, Reach, Resource
from bot.orientation.taxonomy import Bouquet, Link


class ResourceReader:
    """Reads resources by id over one connection."""

    def __init__(self, connection: Connection, link_texts: dict[str, Any]) -> None:
        self._connection = connection
        self._texts = link_texts

    def read(self, ids: Sequence[str], at: datetime) -> dict[str, Resource]:
        """The services of these ids, hours as seen at `at` (local time of France)."""
        bouquets = self._grouped(queries.bouquets_of(ids))
        contacts = self._grouped(queries.contacts_of(ids))
        links = self._grouped(queries.links_of(ids))
        checks = self._grouped(queries.checks_of(ids))
        return {
            row["id"]: _resource(row, at, bouquets[row["id"]], contacts[row["id"]], links[row["id"]], checks[row["id"]])
            for row in self._connection.execute(queries.details(ids)).mappings()
        }

    def placed(self, resource: Resource, ranked: Ranked, place: Commune | None) -> Resource:
        """The resource as seen from a commune: reach, distance, weakest link, and the way there."""
        seen = replace(resource, reach=ranked.reach, distance_km=ranked.distance_km, weakest=ranked.weakest,
                       same_intercommunalite=ranked.reach is not Reach.DEPARTEMENT)
        if place is None or ranked.distance_km is None:
            return seen
        return replace(seen, links=tuple(
            self._way(ranked, place) if value.link is Link.TEMPS_DEPLACEMENT else value for value in seen.links))

    def _way(self, ranked: Ranked, place: Commune) -> LinkValue:
        case = "ici" if ranked.reach is Reach.COMMUNE else "loin"
        text = self._texts[Link.TEMPS_DEPLACEMENT.value][case]["texte"]
        km = str(max(1, round(ranked.distance_km or 0)))
        return LinkValue(Link.TEMPS_DEPLACEMENT, text.format(km=km, commune=place.name), source="calcul")

    def _grouped(self, query: Any) -> dict[str, list[Any]]:
        groups: dict[str, list[Any]] = defaultdict(list)
        for row in self._connection.execute(query).mappings():
            groups[row["service"]].append(row)
        return groups


def _resource(row: Any, at: datetime, bouquets: list[Any], contacts: list[Any], links: list[Any],
              checks: list[Any]) -> Resource:
    ways = {contact["kind"]: contact["value"] for contact in reversed(contacts)}
    known = {Link(value["link"]): value for value in links}
    return Resource(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        bouquets=tuple(b for b in Bouquet if b.value in {entry["bouquet"] for entry in bouquets}),
        address=_address(row),
        commune=Commune(row["insee"], row["commune"], row["departement"], tuple(row["postal_codes"].split())),
        phone=ways.get("phone"),
        email=ways.get("email"),
        website=ways.get("website"),
        opening=opening_at(row["osm"] or "", at, by_appointment=bool(row["by_appointment"])),
        links=tuple(_link(link, known.get(link)) for link in Link),
        source=row["source"],
        source_date=row["source_date"],
        licence=row["licence"],
        checks=tuple(check["reason"] for check in checks),
        named_only=row["named_only"],
        lat=None if row["approximate"] else row["lat"],
        lon=None if row["approximate"] else row["lon"],
    )


def _address(row: Any) -> tuple[str, ...]:
    town = f"{row['postal_code']} {row['commune']}".strip()
    return tuple(line for line in (row["address"], row["complement"], town) if line)


def _link(link: Link, row: Any | None) -> LinkValue:
    if row is None:
        return LinkValue(link)
    return LinkValue(link, row["value"], row["source"], row["source_date"], row["strength"])
