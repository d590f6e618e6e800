"""Reading the territory's CSV files: each row checked, every defect reported with line, field and remedy."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import phonenumbers

from bot.knowledge.fields import Fields
from bot.knowledge.files import Source
from bot.knowledge.problems import Problem
from bot.orientation.errors import DirectoryDataError
from bot.orientation.taxonomy import Bouquet

HEADINGS = (
    "id", "nom", "type", "bouquets", "adresse", "complement", "code_postal", "insee", "lat", "lon", "position",
    "telephone", "courriel", "site", "horaires", "rendez_vous", "commentaire", "prestations", "statut", "source",
    "date_source", "licence", "a_verifier",
)
STATUSES = {"publie": False, "nom_seul": True}
POSITIONS = {"source": False, "mairie": True}
WEBSITE = re.compile(r"https?://\S+")
APPOINTMENT = re.compile(r"Oui|Non|https?://\S+")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
SHOWN = 20


@dataclass(frozen=True)
class Origin:
    """A source of data: id, name shown, licence, web address."""

    id: str
    name: str
    licence: str
    link: str


@dataclass(frozen=True)
class Entry:
    """One row: a structure in one place offering one service. `appointment` is "", "Oui", "Non" or a URL."""

    id: str
    name: str
    kind: str
    bouquets: tuple[Bouquet, ...]
    address: str
    complement: str
    postal_code: str
    insee: str
    lat: float | None
    lon: float | None
    approximate: bool
    phone: str
    email: str
    website: str
    osm: str
    appointment: str
    comment: str
    benefits: tuple[str, ...]
    named_only: bool
    source: str
    source_date: str
    checks: tuple[str, ...]


@dataclass(frozen=True)
class Known:
    """What a row may refer to."""

    kinds: Collection[str]
    sources: Collection[str]
    communes: Collection[str]


def read_origins(source: Source) -> tuple[Origin, ...]:
    """sources.csv; a source without a licence is a defect: its data may not be published."""
    rows = source.rows("sources.csv", ("id", "nom", "licence", "lien"))
    return tuple(
        Origin(r.text("id"), r.text("nom"), r.text("licence"), r.text("lien", required=False)) for r in rows
    )


def read_entries(source: Source, names: tuple[str, ...], known: Known) -> tuple[Entry, ...]:
    """The rows of the CSV files, in order; a repeated id is a defect."""
    entries: dict[str, Entry] = {}
    for name in names:
        for row in source.rows(name, HEADINGS):
            entry = _entry(row, known)
            if entry.id in entries:
                row.wrong("id", f"« {entry.id} » existe déjà", "donner un identifiant unique")
            entries[entry.id] = entry
    return tuple(entries.values())


def refuse(problems: list[Problem], folder: Path) -> None:
    """DirectoryDataError listing the first defects, when there is one."""
    if problems:
        listed = "\n".join(str(problem) for problem in problems[:SHOWN])
        raise DirectoryDataError(f"{folder.name} : {len(problems)} problème(s)\n{listed}")


def _entry(row: Fields, known: Known) -> Entry:
    lat, lon = _position(row)
    return Entry(
        id=row.text("id"),
        name=row.text("nom"),
        kind=_known(row, "type", known.kinds, "une sorte de kinds.yml"),
        bouquets=_bouquets(row),
        address=row.text("adresse", required=False),
        complement=row.text("complement", required=False),
        postal_code=row.text("code_postal", required=False),
        insee=_known(row, "insee", known.communes, "le code INSEE à 5 caractères d'une commune de communes.csv"),
        lat=lat,
        lon=lon,
        approximate=row.choice("position", POSITIONS, True),
        phone=_phone(row),
        email=_matching(row, "courriel", EMAIL, "écrire une adresse comme accueil@exemple.fr"),
        website=_matching(row, "site", WEBSITE, "écrire une adresse qui commence par https://"),
        osm=row.text("horaires", required=False),
        appointment=_matching(row, "rendez_vous", APPOINTMENT, "écrire Oui, Non ou une adresse"),
        comment=row.text("commentaire", required=False),
        benefits=_list(row, "prestations"),
        named_only=row.choice("statut", STATUSES, True),
        source=_known(row, "source", known.sources, "un identifiant de sources.csv"),
        source_date=row.text("date_source"),
        checks=_list(row, "a_verifier"),
    )


def _list(row: Fields, name: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in row.text(name, required=False).split("|") if part.strip())


def _known(row: Fields, name: str, accepted: Collection[str], what: str) -> str:
    value = row.text(name)
    if value and value not in accepted:
        row.wrong(name, f"« {value} » est inconnu", f"mettre {what}")
    return value


def _matching(row: Fields, name: str, pattern: re.Pattern[str], remedy: str) -> str:
    value = row.text(name, required=False)
    if value and not pattern.fullmatch(value):
        row.wrong(name, f"« {value} » n'a pas la bonne forme", remedy)
    return value


def _bouquets(row: Fields) -> tuple[Bouquet, ...]:
    found = []
    for part in _list(row, "bouquets"):
        try:
            found.append(Bouquet.parse(part))
        except ValueError:
            row.wrong("bouquets", f"« {part} » n'est pas un bouquet", "mettre des numéros de 1 à 18 séparés par |")
    if not found:
        row.wrong("bouquets", "aucun bouquet", "mettre au moins un numéro de 1 à 18")
    return tuple(found)


def _position(row: Fields) -> tuple[float | None, float | None]:
    lat, lon = row.text("lat", required=False), row.text("lon", required=False)
    if not lat or not lon:
        return None, None
    try:
        return float(lat), float(lon)
    except ValueError:
        row.wrong("lat", f"« {lat} ; {lon} » n'est pas une position", "écrire deux nombres avec un point")
        return None, None


def _phone(row: Fields) -> str:
    value = row.text("telephone", required=False)
    if not value:
        return ""
    try:
        valid = phonenumbers.is_possible_number(phonenumbers.parse(value, "FR"))
    except phonenumbers.NumberParseException:
        valid = False
    if not valid:
        row.wrong("telephone", f"« {value} » n'est pas un numéro", "écrire par exemple +33492000000")
    return value
