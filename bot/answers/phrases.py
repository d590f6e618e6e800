"""Sentences by dotted key, with their blanks filled. Refuses a missing key loudly: the check catches it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.orientation.errors import KnowledgeError

ISO_DATE = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
ELISION = re.compile(r"\b([Ss])i (ils?\b)")


@dataclass(frozen=True)
class Phrases:
    """The texts of `knowledge/phrasing`, e.g. `say("answer.fin.answered")`."""

    texts: Mapping[str, str]

    def say(self, key: str, **blanks: str) -> str:
        """The sentence with its blanks filled; KnowledgeError names a missing key or blank."""
        try:
            return self.texts[key].format(**{name: self.dated(value) for name, value in blanks.items()})
        except KeyError as error:
            raise KnowledgeError(f"knowledge/phrasing : phrase « {key} » absente ({error})") from error

    def dated(self, text: str) -> str:
        """The text with its ISO dates as people say them: « 2026-11-23 » is « 23 novembre 2026 »."""
        return ISO_DATE.sub(self._spoken_date, text)

    def _spoken_date(self, found: re.Match[str]) -> str:
        year, month, day = found[1], int(found[2]), int(found[3])
        name = self.texts.get(f"hours.mois.{month - 1}")
        return f"{'1er' if day == 1 else day} {name} {year}" if name else found[0]

    def has(self, key: str) -> bool:
        """Whether the sentence exists."""
        return key in self.texts

    def series(self, key: str) -> tuple[str, ...]:
        """A list written in the file, in order: key.0, key.1…"""
        found: list[str] = []
        while f"{key}.{len(found)}" in self.texts:
            found.append(self.texts[f"{key}.{len(found)}"])
        return tuple(found)

    def join(self, words: Iterable[str]) -> str:
        """« a, b et c »."""
        items = list(words)
        if len(items) < 2:
            return "".join(items)
        return ", ".join(items[:-1]) + self.texts["answer.entendu.et"] + items[-1]


def mid_sentence(text: str) -> str:
    """`text` as it reads inside a sentence: no capital, except on an acronym (« RSA », « APL »)."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] in ("'", "’") else text


def sentence(text: str) -> str:
    """`text` with a capital and a full stop, nothing else changed; empty stays empty."""
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?…»" else ".")


def elided(text: str) -> str:
    """« si il » as it is written: « s'il »."""
    return ELISION.sub(r"\1'\2", text)
