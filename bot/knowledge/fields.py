"""Reading one entry of a knowledge file, field by field; every defect becomes a Problem, none stops the reading."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, TypeVar

from bot.knowledge.model import Confidence, Provenance
from bot.knowledge.problems import Problem

T = TypeVar("T")
FORMULA_STARTS = ("=", "+", "@", "-")
NUMBER = re.compile(r"[+-]\d+(\.\d+)?")


class Fields:
    """One entry (a YAML mapping or a CSV row). Getters return a harmless value after a problem."""

    def __init__(self, file: str, key: str, data: Any, problems: list[Problem]) -> None:
        self.file, self.key, self._problems = file, key, problems
        self._data: Mapping[str, Any] = data if isinstance(data, Mapping) else {}
        if not isinstance(data, Mapping):
            self.wrong("", "ce n'est pas une fiche", "écrire des lignes « nom: valeur »")

    def wrong(self, name: str, message: str, remedy: str) -> None:
        """Note a defect of the field `name`."""
        self._problems.append(Problem(self.file, f"{self.key}.{name}".rstrip("."), message, remedy))

    def only(self, names: Collection[str]) -> None:
        """Refuse names that nobody reads: they are usually typing errors."""
        for name in self._data:
            if name not in names:
                self.wrong(str(name), "nom de champ inconnu", f"utiliser l'un de : {', '.join(sorted(names))}")

    def text(self, name: str, *, required: bool = True) -> str:
        """A text on one line; empty when optional and absent."""
        value = self._data.get(name)
        text = "" if value is None else str(value).strip()
        if not text and required:
            self.wrong(name, "valeur absente", "compléter ce champ")
        if text.startswith(FORMULA_STARTS) and not NUMBER.fullmatch(text):
            self.wrong(name, "commence comme une formule de tableur", "retirer le signe du début")
        return text

    def texts(self, name: str, *, least: int = 0) -> tuple[str, ...]:
        """A list of texts, at least `least` of them."""
        value = self._data.get(name) or []
        if not isinstance(value, list):
            self.wrong(name, "une liste est attendue", "écrire une valeur par ligne, précédée d'un tiret")
            return ()
        found = tuple(str(item).strip() for item in value if str(item).strip())
        if len(found) < least:
            self.wrong(name, f"{len(found)} valeur(s)", f"en écrire au moins {least}")
        return found

    def choice(self, name: str, choices: Mapping[str, T], default: T) -> T:
        """One of the accepted words."""
        text = self.text(name)
        if text and text not in choices:
            self.wrong(name, f"« {text} » n'est pas accepté", f"choisir parmi : {', '.join(choices)}")
        return choices.get(text, default)

    def number(self, name: str) -> int:
        """A whole number."""
        text = self.text(name)
        if not text.isdigit():
            self.wrong(name, f"« {text} » n'est pas un nombre entier", "écrire un nombre, par exemple 3")
            return 0
        return int(text)

    def flag(self, name: str) -> bool:
        """true or false."""
        value = self._data.get(name)
        if not isinstance(value, bool):
            self.wrong(name, "vrai ou faux attendu", "écrire true ou false")
        return value is True

    def provenance(self) -> Provenance:
        """source, date (ISO) and confiance."""
        when = self.text("date")
        try:
            date.fromisoformat(when)
        except ValueError:
            self.wrong("date", f"« {when} » n'est pas une date", "écrire par exemple 2026-11-23")
        levels = {level.value: level for level in Confidence}
        return Provenance(self.text("source"), when, self.choice("confiance", levels, Confidence.LOW))

