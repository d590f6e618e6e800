"""Opening knowledge files: YAML and semicolon CSV in UTF-8. A broken file is a Problem with its line."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from bot.knowledge.fields import Fields
from bot.knowledge.problems import Problem

FINGERPRINTED = ("*.yml", "*.csv", "sheets/*.yml", "specialists/*.yml", "phrasing/*.yml", "lexicons/*.yml")


class Source:
    """The knowledge folder, and the problems met while reading it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []

    def yaml(self, name: str) -> Any:
        """The content of a YAML file; {} after a problem."""
        try:
            return yaml.load((self.root / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) or {}
        except FileNotFoundError:
            self._broken(name, "fichier", "le fichier manque", "le remettre à sa place")
        except UnicodeDecodeError:
            self._broken(name, "fichier", "le texte n'est pas en UTF-8", "l'enregistrer en UTF-8")
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = f"ligne {mark.line + 1}" if mark else "fichier"
            self._broken(name, line, "écriture YAML incorrecte", "vérifier les deux-points, tirets et guillemets")
        return {}

    def entries(self, name: str, heading: str) -> Iterator[Fields]:
        """The entries of a list under one heading, each named by its id or its rank."""
        data = self.yaml(name)
        items = data.get(heading) if isinstance(data, dict) else None
        if not isinstance(items, list):
            self._broken(name, heading, "liste absente", f"commencer par « {heading}: »")
            return
        for rank, item in enumerate(items, 1):
            key = item.get("id") if isinstance(item, dict) else None
            yield Fields(name, str(key or f"n° {rank}"), item, self.problems)

    def rows(self, name: str, headings: Iterable[str]) -> Iterator[Fields]:
        """The rows of a CSV, each named by its line."""
        expected = list(headings)
        try:
            lines = (self.root / name).read_text(encoding="utf-8-sig").splitlines(keepends=True)
        except (FileNotFoundError, UnicodeDecodeError):
            self._broken(name, "fichier", "le fichier manque ou n'est pas en UTF-8", "le remettre en UTF-8")
            return
        reader = csv.DictReader(lines, delimiter=";")
        if list(reader.fieldnames or []) != expected:
            self._broken(name, "ligne 1", "les titres de colonnes ne sont pas ceux attendus",
                         f"écrire : {';'.join(expected)}")
            return
        for row in reader:
            if None in row or None in row.values():
                self._broken(name, f"ligne {reader.line_num}", "nombre de colonnes faux",
                             f"mettre {len(expected)} valeurs séparées par des points-virgules")
                continue
            yield Fields(name, f"ligne {reader.line_num}", row, self.problems)

    def names(self, folder: str) -> list[str]:
        """The YAML files of a folder, in order."""
        return sorted(f"{folder}/{path.name}" for path in (self.root / folder).glob("*.yml"))

    def fingerprint(self) -> str:
        """Hash of every file read here."""
        digest = hashlib.sha256()
        for path in sorted(p for pattern in FINGERPRINTED for p in self.root.glob(pattern)):
            digest.update(path.relative_to(self.root).as_posix().encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()[:16]

    def _broken(self, name: str, key: str, message: str, remedy: str) -> None:
        self.problems.append(Problem(name, key, message, remedy))
