"""Outdated names heard in a message: « l'ANPE », « la Sécu », « le RMI ». Source: `knowledge/former_names.csv`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.knowledge.model import Knowledge
from bot.nlu.draft import Draft
from bot.nlu.patterns import flat, single_spaced
from bot.nlu.text import plain
from bot.orientation.reading import Evidence

SHORTEST = 2
UNCHANGED = "unchanged"
ACRONYM = re.compile(r"[A-Z0-9]{2,6}")


class FormerNames:
    """Names as written in the file. A short acronym that is also a common word counts in capitals only."""

    def __init__(self, names: Iterable[str], common: frozenset[str]) -> None:
        keyed = {_key(name): name for name in names if len(_key(name)) >= SHORTEST}
        self._names = dict(sorted(keyed.items(), key=lambda pair: (-len(pair[0]), pair[0])))
        self._common = common

    def read(self, draft: Draft) -> Draft:
        """The draft with the old names it uses and the words that said them."""
        found = self.find(draft.text)
        names = tuple(e.about.removeprefix("former:") for e in found)
        return replace(draft, former_names=names, evidence=draft.evidence + found)

    def find(self, text: str) -> tuple[Evidence, ...]:
        """One piece of evidence a name found, longest names first; a word counts for one name only."""
        words, offsets = single_spaced(flat(plain(text)))
        found: list[Evidence] = []
        taken: list[tuple[int, int]] = []
        for key, name in self._names.items():
            if key not in words:
                continue
            for match in re.finditer(rf"(?<!\w){re.escape(key)}(?!\w)", words):
                start, end = offsets[match.start()], offsets[match.end() - 1] + 1
                free = all(end <= a or start >= b for a, b in taken)
                if free and self._counts(name, key, text, start, end):
                    taken.append((start, end))
                    found.append(Evidence(f"former:{name}", text[start:end], start, end))
                    break
        return tuple(found)

    def _counts(self, name: str, key: str, text: str, start: int, end: int) -> bool:
        if not ACRONYM.fullmatch(name) or key not in self._common and len(key) > SHORTEST + 1:
            return True
        return text[start:end].isupper() and not text.isupper()


def _key(name: str) -> str:
    return single_spaced(flat(plain(name)))[0].strip()


def outdated(knowledge: Knowledge) -> list[str]:
    """The names worth correcting: those whose service changed."""
    return [name.old for name in knowledge.former_names if name.kind != UNCHANGED]
