"""phrasing/*.yml flattened to dotted keys: `answer.fin.answered`, lists as `hours.jours.0`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from bot.knowledge.files import Source
from bot.knowledge.words import plain_words


def phrasing(source: Source) -> dict[str, str]:
    """Every sentence by key; the first part of the key is the file's name."""
    found: dict[str, str] = {}
    for name in source.names("phrasing"):
        found.update(_flatten(PurePath(name).stem, source.yaml(name)))
    return found


def _flatten(prefix: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flatten(f"{prefix}.{key}", inner)
    elif isinstance(value, list):
        for rank, inner in enumerate(value):
            yield from _flatten(f"{prefix}.{rank}", inner)
    else:
        yield prefix, "" if value is None else str(value)


def idle_words(source: Source) -> frozenset[str]:
    """lexicons/mots_vides.yml: words that say no need, as `plain_words` writes them."""
    return plain_words(str(source.yaml("lexicons/mots_vides.yml").get("mots", "")))
