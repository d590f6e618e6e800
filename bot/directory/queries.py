"""SQL of the directory, built apart from its execution."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import distinct, func, or_, select
from sqlalchemy.sql import Select

from bot.directory.tables import (
    check,
    commune,
    contact,
    hours,
    link_value,
    load,
    place,
    service,
    service_bouquet,
    source,
    structure,
)
from bot.orientation.taxonomy import Bouquet


def area_of(insee: str) -> Select:
    """Département, intercommunalité and position of a commune."""
    return select(commune.c.insee, commune.c.departement, commune.c.siren, commune.c.lat, commune.c.lon).where(
        commune.c.insee == insee)


def covered_departements() -> Select:
    """The départements where something is published."""
    return select(distinct(commune.c.departement)).join_from(commune, place)


def candidates(kinds: Sequence[str], bouquets: Sequence[Bouquet], departement: str | None) -> Select:
    """Light rows for ranking: services of these kinds or bouquets, in one département or everywhere."""
    wanted = []
    if kinds:
        wanted.append(structure.c.kind.in_(kinds))
    if bouquets:
        wanted.append(service.c.id.in_(select(service_bouquet.c.service).where(
            service_bouquet.c.bouquet.in_([b.value for b in bouquets]))))
    query = (
        select(service.c.id, service.c.name, structure.c.kind, structure.c.named_only, place.c.insee,
               place.c.lat, place.c.lon, commune.c.siren, commune.c.population)
        .join_from(service, structure, service.c.structure == structure.c.id)
        .join(place, service.c.place == place.c.id)
        .join(commune, place.c.insee == commune.c.insee)
    )
    query = query.where(or_(*wanted)) if wanted else query
    return query.where(commune.c.departement == departement) if departement else query


def strengths(ids: Sequence[str]) -> Select:
    """Known link strengths of some services."""
    return select(link_value.c.service, link_value.c.link, link_value.c.strength).where(link_value.c.service.in_(ids))


def details(ids: Sequence[str]) -> Select:
    """Everything shown about some services that stands in one row each."""
    return (
        select(service.c.id, service.c.name, service.c.description, service.c.benefits, structure.c.kind,
               structure.c.named_only, structure.c.source_date,
               place.c.address, place.c.complement, place.c.postal_code, place.c.lat, place.c.lon,
               place.c.approximate, commune.c.insee, commune.c.name.label("commune"), commune.c.departement,
               commune.c.postal_codes, hours.c.osm, hours.c.by_appointment,
               source.c.name.label("source"), source.c.licence)
        .join_from(service, structure, service.c.structure == structure.c.id)
        .join(place, service.c.place == place.c.id)
        .join(commune, place.c.insee == commune.c.insee)
        .join(source, structure.c.source == source.c.id)
        .outerjoin(hours, hours.c.service == service.c.id)
        .where(service.c.id.in_(ids))
    )


def bouquets_of(ids: Sequence[str]) -> Select:
    """Bouquets of some services."""
    return select(service_bouquet).where(service_bouquet.c.service.in_(ids)).order_by(
        service_bouquet.c.service, service_bouquet.c.bouquet)


def contacts_of(ids: Sequence[str]) -> Select:
    """Telephones, e-mails and web addresses, in the order they were given."""
    return select(contact).where(contact.c.service.in_(ids)).order_by(contact.c.id)


def links_of(ids: Sequence[str]) -> Select:
    """Link values of some services."""
    return select(link_value).where(link_value.c.service.in_(ids)).order_by(link_value.c.service, link_value.c.link)


def checks_of(ids: Sequence[str]) -> Select:
    """Reasons to verify, in order."""
    return select(check).where(check.c.service.in_(ids)).order_by(check.c.service, check.c.position)


def sources_shown() -> Select:
    """Sources in use, with their licences, dates and number of services."""
    return (
        select(source.c.name, source.c.licence, source.c.link, structure.c.source_date, func.count().label("services"))
        .join_from(structure, source, structure.c.source == source.c.id)
        .group_by(source.c.name, source.c.licence, source.c.link, structure.c.source_date)
        .order_by(func.count().desc(), source.c.name, structure.c.source_date)
    )


def loads() -> Select:
    """What was loaded and when."""
    return select(load)
