"""Politeness around a message, and its last point: said or not, the answer is the same, so they are not read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.nlu.mended import Mended
from bot.nlu.text import plain

FILE = "lexicons/egalite.yml"
FEWEST_WORDS = 2


@dataclass(frozen=True)
class Manners:
    """`opening` matches politeness at the start of a plain text, `closing` at its end, with the punctuation around."""

    opening: re.Pattern[str]
    closing: re.Pattern[str]

    @classmethod
    def load(cls, knowledge: Path) -> Manners:
        """From `knowledge/lexicons/egalite.yml`."""
        data = yaml.load((knowledge / FILE).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        return cls(re.compile(rf"(?:\W*\b(?:{_any(data['ouvertures'])})\b)*\W*"),
                   re.compile(rf"(?:\W*\b(?:{_any(data['fermetures'])})\b)*\W*$"))

    def bare(self, text: Mended) -> Mended:
        """The text in small letters without the politeness around it, unless little else is said."""
        quiet = Mended("".join(c.lower()[:1] for c in text.text), text.at)
        words = plain(quiet.text)
        opened = self.opening.match(words)
        start = opened.end() if opened else 0
        closed = self.closing.search(words, start)
        end = closed.start() if closed else len(words)
        if len(words[start:end].split()) < FEWEST_WORDS:
            start, end = 0, len(words.rstrip(" .!?…,;")) or len(words)
        return Mended(quiet.text[start:end], quiet.at[start:end])


def _any(lines: list[str]) -> str:
    """Lines of plain words, longest first, whatever stands between their words."""
    said = sorted((plain(line) for line in lines), key=len, reverse=True)
    return "|".join(r"\W+".join(re.escape(word) for word in re.findall(r"\w+", line)) for line in said)
