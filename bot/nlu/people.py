"""Whom the need is for, by the words of `knowledge/lexicons/people.yml`."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from bot.nlu.patterns import compile_lines, flat, single_spaced
from bot.nlu.text import plain
from bot.orientation.taxonomy import Person

FILE = "lexicons/people.yml"


class PeopleWords:
    """The lexicon, compiled once; several people may be named in one message. `aside` is what speaks of someone
    the need is not for: whoever acts on the speaker, is dead, or is complained of."""

    def __init__(self, people: tuple[tuple[Person, re.Pattern[str]], ...], aside: re.Pattern[str]) -> None:
        self._people, self._aside = people, aside

    @classmethod
    def load(cls, knowledge: Path) -> PeopleWords:
        """From `knowledge/`; KnowledgeError names the line that cannot be read."""
        data = yaml.load((knowledge / FILE).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        people = tuple(
            (Person(entry["personne"]),
             compile_lines(tuple(entry["dit"]), data["mots"], f"{FILE} · {entry['personne']}"))
            for entry in data["personnes"]
        )
        return cls(people, compile_lines(tuple(data["sauf"]), data["mots"], f"{FILE} · sauf"))

    def find(self, text: str) -> tuple[Person, ...]:
        """The people a cleaned text is for, in the order of the lexicon."""
        words, _ = single_spaced(flat(plain(text)))
        meant = self._aside.sub(" ", words)
        return tuple(person for person, said in self._people if said.search(meant))
