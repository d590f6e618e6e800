"""Same situation, same answer: what must change nothing is not read. Names and nationalities of people are left out,
feminine forms are read as masculine ones, in training as in use: equality holds by construction, not by luck.

The words are those of `knowledge/lexicons/egalite.yml`. Dangers are also looked for in the words as they were said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.nlu.mended import Mended
from bot.nlu.text import plain

FILE = "lexicons/egalite.yml"
TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
PARTICIPLE = re.compile(r"ee(s?)$")
MOST_NAMES = 3
# What may stand before a nationality said of a person, and after which nothing of it is read.
SAYS_OF_PEOPLE = frozenset("suis est sommes sont etes origine nationalite".split())
PEOPLE = frozenset("monsieur homme femme jeune famille couple voisin collegue usager etudiant travailleur personne ami "
                   "fils enfant mari pere copain frere retraite ouvrier locataire client habitant".split())
FILLERS = frozenset(("un", "une", "d", "de", "je", "il", "elle"))


@dataclass(frozen=True)
class Neutral:
    """Plain words: `gender` gives the form to read, `articles` theirs before such a form, `nouns` the words in -ée that
    are no participle, `before` what introduces a name, `names` first names, `origins` nationalities (masculine
    singular)."""

    gender: Mapping[str, str]
    articles: Mapping[str, str]
    nouns: frozenset[str]
    before: frozenset[str]
    names: frozenset[str]
    origins: frozenset[str]

    @classmethod
    def load(cls, knowledge: Path) -> Neutral:
        """From `knowledge/`."""
        data = yaml.load((knowledge / FILE).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        return cls(_pairs(" ".join(data["genre"])), _pairs(data["articles"]), _words(data["noms_en_ee"]),
                   _words(data["introduit"]), _words(data["prenoms"]), _words(data["origines"]))

    def blanked(self, text: str) -> str:
        """The text with the names of people as spaces: same length, so that no one's name is taken for a place."""
        letters = list(text)
        for start, end in self._names(list(TOKEN.finditer(text)), text):
            letters[start:end] = " " * (end - start)
        return "".join(letters)

    def nameless(self, text: Mended) -> Mended:
        """The text without the names and nationalities of people; best before spelling is mended."""
        return text.edited(self._left_out(list(TOKEN.finditer(text.text)), text.text))

    def genderless(self, text: Mended) -> Mended:
        """The text with feminine forms written as masculine ones; best once spelling is mended."""
        words = list(TOKEN.finditer(text.text))
        forms = [self._gendered(plain(word.group()), word.group()) for word in words]
        for place in range(len(words) - 1):  # « ma voisine » becomes « mon voisin », « ma carte » stays
            if forms[place] is None and forms[place + 1] is not None:
                forms[place] = self.articles.get(plain(words[place].group()))
        return text.edited((word.start(), word.end(), form) for word, form in zip(words, forms) if form is not None)

    def _left_out(self, words: list[re.Match[str]], text: str) -> Iterator[tuple[int, int, str]]:
        names = {end for _, end in self._names(words, text)}
        end = 0
        for place, word in enumerate(words):
            if word.end() in names or self._is_origin(plain(word.group()), words, place):
                yield end, word.end(), ""  # with what stood before it: the point of « M. » ends no sentence
            end = word.end()

    def _names(self, words: list[re.Match[str]], text: str) -> Iterator[tuple[int, int]]:
        named = end = 0
        for place, word in enumerate(words):
            last = plain(words[place - 1].group()) if place else ""
            named = self._named(word.group(), last, named, text[end:word.start()])
            if named:
                yield word.start(), word.end()
            end = word.end()

    def _named(self, word: str, last: str, named: int, between: str) -> int:
        """How many words of a name end here: capitals or first names after « monsieur », « mon fils »…"""
        opens = last in self.before and between.strip(" .,:«\"(") == ""
        follows = 0 < named < MOST_NAMES and between.strip(" .-'’") == ""
        is_name = all(part[:1].isupper() and part[1:].islower() for part in word.split("-"))
        is_name = is_name or plain(word) in self.names
        return named + 1 if is_name and (opens or follows) else 0

    def _is_origin(self, said: str, words: list[re.Match[str]], place: int) -> bool:
        if self._masculine(said) not in self.origins:
            return False
        back = place - 1
        while back >= 0 and plain(words[back].group()) in FILLERS:
            back -= 1
        before = plain(words[back].group()) if back >= 0 else ""
        return before in SAYS_OF_PEOPLE or plain(self.gender.get(before, before)) in PEOPLE

    def _masculine(self, said: str) -> str:
        for ending, other in (("iennes", "ien"), ("ienne", "ien"), ("aises", "ais"), ("aise", "ais"), ("aines", "ain"),
                              ("aine", "ain"), ("oises", "ois"), ("oise", "ois")):
            if said.endswith(ending):
                return said.removesuffix(ending) + other
        singular = said.removesuffix("s") if said.removesuffix("s") in self.origins else said
        return singular.removesuffix("e") if singular not in self.origins else singular

    def _gendered(self, said: str, word: str) -> str | None:
        found = self.gender.get(said)
        if found is None and PARTICIPLE.search(said) and said.removesuffix("s") not in self.nouns:
            found = re.sub(r"(?:ée|ee|éé)(s?)$", r"é\1", word.lower())
        return found if found is not None and plain(found) != said else None


def _pairs(said: str) -> dict[str, str]:
    pairs = (pair.split("=") for pair in said.split())
    return {plain(feminine): masculine for feminine, masculine in pairs}


def _words(said: str) -> frozenset[str]:
    return frozenset(plain(word) for word in said.split())
