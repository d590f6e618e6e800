"""Politeness around a message, and its last point: said or not, the answer is the same, so they are not read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.nlu.mended import Mended
from bot.nlu.text import plain

FILE = "lexicons/egalite.yml"
FEWEST_WORDS, LONGEST = 2, 60


@dataclass(frozen=True)
class Manners:
    """`opening` matches all the politeness at the start of a plain text, `closing` one mark of it at the end."""

    opening: re.Pattern[str]
    closing: re.Pattern[str]

    @classmethod
    def load(cls, knowledge: Path) -> Manners:
        """From `knowledge/lexicons/egalite.yml`."""
        data = yaml.load((knowledge / FILE).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        return cls(re.compile(rf"(?:\W*\b(?:{_any(data['ouvertures'])})\b)*\W*"),
                   re.compile(rf"\b(?:{_any(data['fermetures'])})$"))

    def bare(self, text: Mended) -> Mended:
        """The text in small letters without the politeness around it, unless little else is said."""
        quiet = Mended("".join(c.lower()[:1] for c in text.text), text.at)
        words = plain(quiet.text)
        opened = self.opening.match(words)
        start = opened.end() if opened else 0
        end = self._end(words, start)
        if len(words[start:end].split()) < FEWEST_WORDS:
            start, end = 0, len(words.rstrip(" .!?…,;")) or len(words)
        return Mended(quiet.text[start:end], quiet.at[start:end])

    def _end(self, words: str, start: int) -> int:
        """Where what is said ends. One mark of politeness is looked for at a time, near the end: a pattern for them
        all would take a long time over a long line of exclamation marks."""
        end = _last_letter(words, start, len(words))
        while closed := self.closing.search(words, max(start, end - LONGEST), end):
            end = _last_letter(words, start, closed.start())
        return end


def _last_letter(words: str, start: int, end: int) -> int:
    while end > start and not words[end - 1].isalnum():
        end -= 1
    return end


def _any(lines: list[str]) -> str:
    """Lines of plain words, longest first, whatever stands between their words."""
    said = sorted((plain(line) for line in lines), key=len, reverse=True)
    return "|".join(r"\W+".join(re.escape(word) for word in re.findall(r"\w+", line)) for line in said)
