"""Link values that follow from a row without inventing anything. What is not sure stays out: unknown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.directory.distance import kilometres
from bot.directory.entries import Entry
from bot.directory.hours import opening_at
from bot.directory.territory import Competence
from bot.orientation.resource import LinkValue, Reach
from bot.orientation.taxonomy import Link

MONDAY = datetime(2026, 11, 23, 8)
FEW_DAYS = 2
STATION_KM = 1.0


@dataclass(frozen=True)
class Deriver:
    """`texts` is maillons.yml; `stations` the railway stations of the territory."""

    texts: dict[str, Any]
    competence: Competence
    stations: tuple[Entry, ...]
    source_names: dict[str, str]

    def links(self, entry: Entry) -> tuple[LinkValue, ...]:
        """What is known of the 11 links of a row."""
        if entry.named_only:
            return tuple(self._general(entry))
        return (*self._hours(entry), *self._contact(entry), *self._site(entry), *self._station(entry),
                *self._general(entry))

    def _hours(self, entry: Entry) -> Iterator[LinkValue]:
        days = sum(1 for ranges in opening_at(entry.osm, MONDAY).weekly if ranges)
        if days > FEW_DAYS:
            yield self._value(entry, Link.HORAIRES, "connus")
        elif days:
            yield self._value(entry, Link.HORAIRES, "demi_journees", jours=str(days))

    def _contact(self, entry: Entry) -> Iterator[LinkValue]:
        if entry.appointment.startswith("http"):
            yield self._value(entry, Link.PRISE_DE_CONTACT, "rendez_vous_en_ligne", adresse=entry.appointment)
            return
        said = {"Oui": "avec_rendez_vous", "Non": "sans_rendez_vous"}.get(entry.appointment)
        ways = {(True, True): "telephone_courriel", (True, False): "telephone", (False, True): "courriel"}
        case = said or ways.get((bool(entry.phone), bool(entry.email)), "aucun")
        yield self._value(entry, Link.PRISE_DE_CONTACT, case)

    def _site(self, entry: Entry) -> Iterator[LinkValue]:
        if entry.website:
            yield self._value(entry, Link.INFORMATION, "site", adresse=entry.website)

    def _station(self, entry: Entry) -> Iterator[LinkValue]:
        near = min(((kilometres(entry, s), s.name) for s in self.stations if s.id != entry.id),
                   default=(STATION_KM, ""))
        if near[0] < STATION_KM and not entry.approximate:
            yield self._value(entry, Link.TRANSPORTS, "gare", km=f"{near[0]:.1f}".replace(".", ","), gare=near[1])

    def _general(self, entry: Entry) -> Iterator[LinkValue]:
        if entry.kind in self.competence.free:
            yield self._value(entry, Link.COUT, "gratuit")
        if entry.kind in self.competence.open_to_all:
            yield self._value(entry, Link.DROITS, "ouvert_a_tous")
        if self.competence.of(entry.kind) is Reach.COMMUNE:
            yield self._value(entry, Link.DROITS, "votre_commune")
        if entry.kind in self.competence.many_services:
            yield self._value(entry, Link.GLOBALITE, "france_services")
            yield self._value(entry, Link.SIMPLICITE_CULTURELLE, "france_services")

    def _value(self, entry: Entry, link: Link, case: str, **blanks: str) -> LinkValue:
        text = self.texts[link.value][case]
        return LinkValue(
            link=link,
            value=text["texte"].format(**blanks),
            source=text.get("source") or self.source_names[entry.source],
            date=entry.source_date,
            strength=float(text["force"]),
        )
