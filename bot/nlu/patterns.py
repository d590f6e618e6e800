"""The small language of the lexicons, compiled: words, « | », « .. » (up to six words), « * », <named lists>.

Matching is done on text in lower case without accents, where hyphens and apostrophes are spaces.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from bot.orientation.errors import KnowledgeError

GAP = r"(?: \S+){0,6}? "


def compile_lines(lines: tuple[str, ...], words: Mapping[str, str], where: str) -> re.Pattern[str]:
    """One pattern for several lines of a lexicon; KnowledgeError names the line that cannot be read."""
    parts = []
    for line in lines:
        try:
            parts.append(_translate(line, words))
            re.compile(parts[-1])
        except (KeyError, re.error) as error:
            raise KnowledgeError(f"{where} : « {line} » ne peut pas être lu ({error}) ; vérifier les "
                                 "parenthèses et les noms entre < >.") from error
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)") if parts else NEVER


NEVER = re.compile(r"(?!)")


@lru_cache(maxsize=2048)
def flat(plain: str) -> str:
    """A plain text with hyphens, apostrophes and punctuation as spaces; same length."""
    return re.sub(r"[^\w]", " ", plain)


def single_spaced(text: str) -> tuple[str, tuple[int, ...]]:
    """`text` with single spaces, and for each of its characters the offset it had."""
    kept: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text):
        if char == " " and (not kept or kept[-1] == " "):
            continue
        kept.append(char)
        offsets.append(offset)
    return "".join(kept), tuple(offsets)


def _translate(line: str, words: Mapping[str, str]) -> str:
    named = re.sub(r"<(\w+)>", lambda m: f"(?:{words[m[1]]})", line.strip())
    gapped = re.sub(r"\s*\.\.\s*", GAP.replace("\\", "\\\\"), named)
    return re.sub(r"(?<=\w)\*", r"\\w*", gapped)
