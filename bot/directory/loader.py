"""Loads a territory's folder into the database: all of it or nothing, and only when a file changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import Table, delete, func, insert, select, update
from sqlalchemy.engine import Connection, Engine

from bot.directory import tables
from bot.directory.derive import Deriver
from bot.directory.engine import directory_errors
from bot.directory.entries import Entry, Known, Origin, read_entries, read_origins, refuse
from bot.directory.migrate import migrate
from bot.directory.territory import (
    Membership,
    Territory,
    read_competence,
    read_link_texts,
    read_memberships,
    read_territory,
)
from bot.knowledge.communes import Gazetteer, Site
from bot.knowledge.files import Source
from bot.orientation.reading import Commune

FILES = ("services.csv", "organismes_a_verifier.csv")
CHUNK = 5000
OWN_TABLES = (tables.check, tables.link_value, tables.hours, tables.contact, tables.service_bouquet,
              tables.service, tables.place, tables.structure, tables.source)


@dataclass(frozen=True)
class Loaded:
    """What a load did: whether anything was written, and how many services stand in the directory."""

    changed: bool
    services: int


@dataclass(frozen=True)
class Batch:
    """Everything to write, read and checked."""

    territory: Territory
    memberships: tuple[Membership, ...]
    origins: tuple[Origin, ...]
    entries: tuple[Entry, ...]
    deriver: Deriver


def load_territory(engine: Engine, knowledge: Path, folder: str, at: datetime) -> Loaded:
    """Bring the database in line with `knowledge/territory/<folder>`. DirectoryDataError lists every
    defect of the files, and then nothing is written; DirectoryError when the database is away."""
    migrate(engine)
    stamp = _fingerprint(knowledge, folder)
    known = _loaded(engine, folder)
    if known is not None and known[0] == stamp:
        return Loaded(False, known[1])
    gazetteer = Gazetteer.load(knowledge / "communes")
    batch = read_batch(knowledge, folder, gazetteer)
    with directory_errors(), engine.begin() as connection:
        _write(connection, batch, gazetteer)
        _remember(connection, folder, stamp, len(batch.entries), at)
    return Loaded(True, len(batch.entries))


def read_batch(knowledge: Path, folder: str, gazetteer: Gazetteer) -> Batch:
    """Read and check a territory's files without touching any database."""
    home = knowledge / "territory"
    source = Source(home / folder)
    kinds = yaml.load((knowledge / "kinds.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    origins = read_origins(source)
    known = Known(kinds, {o.id for o in origins}, gazetteer.codes())
    entries = read_entries(source, FILES, known)
    batch = Batch(
        territory=read_territory(source),
        memberships=read_memberships(source),
        origins=origins,
        entries=entries,
        deriver=Deriver(read_link_texts(home), read_competence(home),
                        tuple(e for e in entries if e.kind == "gare"), {o.id: o.name for o in origins}),
    )
    refuse(source.problems, home / folder)
    return batch


def _fingerprint(knowledge: Path, folder: str) -> str:
    digest = hashlib.sha256()
    home = knowledge / "territory"
    paths = [*sorted((home / folder).iterdir()), *sorted(home.glob("*.yml")), knowledge / "communes" / "communes.csv",
             *sorted(Path(__file__).parent.glob("*.py"))]
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _loaded(engine: Engine, folder: str) -> tuple[str, int] | None:
    query = select(tables.load.c.fingerprint, tables.load.c.services).where(tables.load.c.territory == folder)
    with directory_errors(), engine.connect() as connection:
        row = connection.execute(query).first()
    return (row[0], row[1]) if row else None


def _write(connection: Connection, batch: Batch, gazetteer: Gazetteer) -> None:
    for table in OWN_TABLES:
        connection.execute(delete(table))
    _write_communes(connection, batch, gazetteer)
    _many(connection, tables.source, ({"id": o.id, "name": o.name, "licence": o.licence, "link": o.link}
                                      for o in batch.origins))
    for table, rows in _rows(batch).items():
        _many(connection, table, rows)


def _write_communes(connection: Connection, batch: Batch, gazetteer: Gazetteer) -> None:
    connection.execute(update(tables.commune).values(siren=None))
    connection.execute(delete(tables.intercommunalite))
    groups = {m.siren: {"siren": m.siren, "name": m.name, "kind": m.kind} for m in batch.memberships}
    _many(connection, tables.intercommunalite, groups.values())
    if connection.execute(select(func.count()).select_from(tables.commune)).scalar() != len(gazetteer):
        connection.execute(delete(tables.commune))
        _many(connection, tables.commune, (_commune_row(c, gazetteer) for c in gazetteer))
    for member in batch.memberships:
        connection.execute(update(tables.commune).where(tables.commune.c.insee == member.insee)
                           .values(siren=member.siren))


def _commune_row(commune: Commune, gazetteer: Gazetteer) -> dict[str, Any]:
    site = gazetteer.site(commune.insee) or Site(None, None, 0)
    return {"insee": commune.insee, "name": commune.name, "departement": commune.departement,
            "postal_codes": " ".join(commune.postal_codes), "lat": site.lat, "lon": site.lon,
            "population": site.population, "siren": None}


def _rows(batch: Batch) -> dict[Table, list[dict[str, Any]]]:
    """Rows by table, parents before children."""
    rows: dict[Table, list[dict[str, Any]]] = {table: [] for table in (
        tables.structure, tables.place, tables.service, tables.service_bouquet, tables.contact, tables.hours,
        tables.link_value, tables.check)}
    for entry in batch.entries:
        rows[tables.structure].append({"id": entry.id, "name": entry.name, "kind": entry.kind, "source": entry.source,
                                       "source_date": entry.source_date, "named_only": entry.named_only})
        rows[tables.place].append({"id": entry.id, "structure": entry.id, "address": entry.address,
                                   "complement": entry.complement, "postal_code": entry.postal_code,
                                   "insee": entry.insee, "lat": entry.lat, "lon": entry.lon,
                                   "approximate": entry.approximate})
        rows[tables.service].append({"id": entry.id, "structure": entry.id, "place": entry.id, "name": entry.name,
                                     "description": entry.comment, "benefits": " | ".join(entry.benefits)})
        rows[tables.hours].append({"service": entry.id, "osm": entry.osm, "source": entry.source,
                                   "by_appointment": entry.appointment == "Oui", "source_date": entry.source_date})
        rows[tables.service_bouquet] += [{"service": entry.id, "bouquet": b.value} for b in entry.bouquets]
        rows[tables.contact] += _contacts(entry)
        rows[tables.link_value] += _links(entry, batch.deriver)
        rows[tables.check] += [{"service": entry.id, "position": n, "reason": r} for n, r in enumerate(entry.checks)]
    return rows


def _contacts(entry: Entry) -> Iterator[dict[str, Any]]:
    for kind, value in (("phone", entry.phone), ("email", entry.email), ("website", entry.website)):
        if value:
            yield {"service": entry.id, "kind": kind, "value": value}


def _links(entry: Entry, deriver: Deriver) -> Iterator[dict[str, Any]]:
    for value in deriver.links(entry):
        yield {"service": entry.id, "link": value.link.value, "value": value.value, "strength": value.strength,
               "source": value.source, "source_date": value.date, "verified_on": None, "verified_by": None}


def _many(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    pending = list(rows)
    for start in range(0, len(pending), CHUNK):
        connection.execute(insert(table), pending[start:start + CHUNK])


def _remember(connection: Connection, folder: str, stamp: str, services: int, at: datetime) -> None:
    connection.execute(delete(tables.load).where(tables.load.c.territory == folder))
    connection.execute(insert(tables.load), [{"territory": folder, "fingerprint": stamp, "services": services,
                                              "loaded_at": at}])
