"""A territory's folder: its name, départements, intercommunalités, and how far each kind of structure reaches."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.knowledge.files import Source
from bot.orientation.resource import Reach


@dataclass(frozen=True)
class Territory:
    """`centre` is the INSEE code taken when no place is given."""

    name: str
    departements: tuple[str, ...]
    centre: str


@dataclass(frozen=True)
class Membership:
    """A commune's intercommunalité."""

    siren: str
    name: str
    kind: str
    insee: str


@dataclass(frozen=True)
class Competence:
    """Which kinds of structure receive only their own commune or intercommunalité, which their whole
    département; the others receive anyone. The rest says what is beyond doubt about some kinds."""

    reach: dict[str, Reach]
    free: frozenset[str]
    open_to_all: frozenset[str]
    many_services: frozenset[str]
    front_desks: tuple[str, ...]

    def of(self, kind: str) -> Reach:
        """FRANCE when anyone is received."""
        return self.reach.get(kind, Reach.FRANCE)

    def receives_widely(self, kind: str) -> bool:
        """Whether a person of any commune of the département is received."""
        return self.of(kind) in (Reach.DEPARTEMENT, Reach.FRANCE)


def read_territory(source: Source) -> Territory:
    """territoire.yml."""
    data = source.yaml("territoire.yml")
    return Territory(str(data["nom"]), tuple(str(d) for d in data["departements"]), str(data["commune_centre"]))


def read_memberships(source: Source) -> tuple[Membership, ...]:
    """intercommunalites.csv, one row a commune."""
    rows = source.rows("intercommunalites.csv", ("siren", "nom", "sorte", "insee", "commune"))
    return tuple(Membership(r.text("siren"), r.text("nom"), r.text("sorte"), r.text("insee")) for r in rows)


@lru_cache(maxsize=4)
def read_competence(folder: Path) -> Competence:
    """competences.yml of `knowledge/territory`."""
    data = _yaml(folder / "competences.yml")
    reach = {kind: Reach(level) for level in ("commune", "intercommunalite", "departement") for kind in data[level]}
    return Competence(
        reach=reach,
        free=frozenset(data["accueil_gratuit"]),
        open_to_all=frozenset(data["ouvert_a_tous"]),
        many_services=frozenset(data["plusieurs_services"]),
        front_desks=tuple(data["accueil_humain"]),
    )


@lru_cache(maxsize=4)
def read_link_texts(folder: Path) -> dict[str, Any]:
    """maillons.yml of `knowledge/territory`: link → case → texte, force, source."""
    return dict(_yaml(folder / "maillons.yml"))


def _yaml(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
