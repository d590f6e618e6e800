"""Names of communes inside a sentence: « d'Embrun », « du Dévoluy », « à La Grave », « aux Orres »."""

from __future__ import annotations

import unicodedata

ELIDED = frozenset("aeiouyhœæ")
ARTICLES = {"Le ": ("du ", "au "), "Les ": ("des ", "aux ")}


def of_commune(name: str) -> str:
    """« de Gap », « d'Embrun », « du Dévoluy »."""
    for article, (of, _) in ARTICLES.items():
        if name.startswith(article):
            return of + name[len(article):]
    return f"d'{name}" if _letter(name) in ELIDED else f"de {name}"


def at_commune(name: str) -> str:
    """« à Gap », « au Dévoluy », « aux Orres »."""
    for article, (_, at) in ARTICLES.items():
        if name.startswith(article):
            return at + name[len(article):]
    return f"à {name}"


def _letter(name: str) -> str:
    return unicodedata.normalize("NFD", name[:1].lower())[:1]
