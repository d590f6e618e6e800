"""Rows of a labelled CSV: id,text and optionally bouquets, links, urgency, place, in_scope, sheet, level. Refuses what
it cannot read."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bot.commands.words import Words
from bot.orientation.errors import InputError
from bot.orientation.taxonomy import Bouquet, Level, Link, Urgency

T = TypeVar("T")
IN_SCOPE = {"yes": True, "oui": True, "true": True, "1": True, "no": False, "non": False, "false": False, "0": False}
LEVELS = {"1": Level.FIRST, "first": Level.FIRST, "2": Level.SECOND, "second": Level.SECOND}


@dataclass(frozen=True)
class Row:
    """One phrase; a label is None when its column is absent, so that it is not measured."""

    id: str
    text: str
    bouquets: tuple[Bouquet, ...] | None = None
    links: tuple[Link, ...] | None = None
    urgency: Urgency | None = None
    place: str | None = None
    in_scope: bool | None = None
    sheet: str = ""
    level: Level | None = None


def read_rows(path: Path, words: Words) -> list[Row]:
    """Every row; InputError names file, line, column, value and what is accepted."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            _require(path, reader.fieldnames or (), words)
            rows = [_row(path, reader.line_num, data, words) for data in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(words.text("illisible", fichier=path.name, raison=type(error).__name__)) from error
    if not rows:
        raise InputError(words.text("vide", fichier=path.name))
    _unique(path, rows, words)
    return rows


def _require(path: Path, names: object, words: Words) -> None:
    for name in ("id", "text"):
        if name not in (names or ()):  # type: ignore[operator]
            raise InputError(words.text("colonnes", fichier=path.name, colonne=name))


def _unique(path: Path, rows: list[Row], words: Words) -> None:
    seen: set[str] = set()
    for number, row in enumerate(rows, start=2):
        if row.id in seen:
            raise InputError(words.text("ligne", fichier=path.name, ligne=number, colonne="id",
                                        raison=words.text("doublon", valeur=row.id)))
        seen.add(row.id)


def _row(path: Path, line: int, data: dict[str, str | None], words: Words) -> Row:
    def labels(column: str, parse: Callable[[str], T], accepted: str) -> tuple[T, ...] | None:
        if column not in data:
            return None
        return tuple(_label(value, parse, path, line, column, accepted, words) for value in _parts(data[column]))

    urgency = labels("urgency", Urgency, ", ".join(u.value for u in Urgency))
    level = labels("level", lambda said: LEVELS[said.lower()], "1, 2")
    scope = labels("in_scope", lambda said: IN_SCOPE[said.lower()], "yes, no")
    return Row(
        id=data["id"] or "",
        text=data["text"] or "",
        bouquets=labels("bouquets", Bouquet.parse, "01 à 18 ou les noms courts de taxonomy.yml"),
        links=labels("links", Link.parse, "1 à 11 ou les noms courts de taxonomy.yml"),
        urgency=None if urgency is None else (urgency or (Urgency.NONE,))[0],
        place=None if "place" not in data else (data["place"] or "").strip(),
        in_scope=None if scope is None else (scope or (True,))[0],
        sheet=(data.get("sheet") or "").strip(),
        level=None if not level else level[0],
    )


def _label(value: str, parse: Callable[[str], T], path: Path, line: int, column: str, accepted: str,
           words: Words) -> T:
    try:
        return parse(value)
    except (ValueError, KeyError) as error:
        reason = words.text("etiquette", valeur=value, possibles=accepted)
        raise InputError(words.text("ligne", fichier=path.name, ligne=line, colonne=column, raison=reason)) from error


def _parts(cell: str | None) -> Iterator[str]:
    return (part.strip() for part in (cell or "").split(";") if part.strip())
