"""Misspelt words written as the training phrases write them, so that letters and meanings are read alike.

Only words that neither French at large nor the places of France know are mended, to the nearest word people use here:
a slip of the thumb, a word written as it sounds, a letter stuck to the next word (« jvoudrais »). A rare word of French
becomes a common one only when both sound the same. Foreign messages are left alone. Source of what French at large
knows: package wordfreq, its lists of 31,000 and 311,000 French words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.nlu.mended import Mended
from bot.nlu.text import TOKEN, in_full, plain

WORD = re.compile(r"[^\W\d_]{4,}")
SHORTEST = 4
USED, WELL_USED = 3, 8
RARE, SLOPPY = 3e-8, 0.05
LONG, FAR, MANY = 8, 4, 16
GLUED = re.compile(r"^(j(?=[bcdfglmnprstv])|[jldmtsnc](?=[aeiouyh])|qu(?=[aeiouyh]))(\w{3,})$")
CACHED = 4096
SOUNDS = tuple((re.compile(pattern), sound) for pattern, sound in (
    (r"ph", "f"), (r"(?<![cs])h|^h", ""), (r"gu(?=[ei])", "g"), (r"ge(?=[ao])|g(?=[ei])", "j"),
    (r"qu|q|c(?=[^eiyh]|$)", "k"), (r"sc(?=[eiy])|c(?=[eiy])|ss|ti(?=on)|z", "s"), (r"x(?=.)", "ks"), (r"y", "i"),
    (r"(?<=[^aeiou])(?:er|ez|ee|et|es|ai)s?$", "e"), (r"(?<=\w\w)(?:ent|[stdpx])s?$", ""),
    (r"eau|au", "o"), (r"ai|ei|oeu|eu|oe", "e"), (r"[ea][nm](?=[^aeiounm]|$)", "an"), (r"m(?=[bp])", "n"),
    (r"(.)\1+", r"\1"), (r"e$", ""),
))


@dataclass(frozen=True)
class Vocabulary:
    """`written` gives the usual writing of every plain word known, `exact` the words that are right as they are,
    `rare` plain words that exist but are seldom met, `used` the plain words of the training phrases, most used first,
    `by_sound` the most used word for each sound."""

    written: Mapping[str, str]
    exact: frozenset[str]
    rare: frozenset[str]
    used: tuple[str, ...]
    by_sound: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, texts: Sequence[str], names: Iterable[str]) -> Vocabulary:
        """`texts` are the training phrases in French, `names` words that must never be mended (places)."""
        from wordfreq import get_frequency_dict

        common, all_words = get_frequency_dict("fr", "small"), get_frequency_dict("fr", "large")
        written: dict[str, str] = {}
        for word in common:
            written.setdefault(plain(word), word)
        exact = frozenset(word for word, frequency in common.items()
                          if frequency >= SLOPPY * common[written[plain(word)]])
        exist = {plain(word) for word, frequency in all_words.items() if frequency >= RARE}
        counts = Counter(word for text in texts for word in set(WORD.findall(plain(text))))
        used = tuple(word for word, count in counts.most_common()
                     if count >= (USED if word in exist else WELL_USED) and (word in exist or not GLUED.match(word)))
        for word in (*used, *(plain(name) for name in names)):
            written.setdefault(word, word)
        by_sound: dict[str, str] = {}
        for word in used:
            by_sound.setdefault(sound_of(word), word)
        return cls(written, exact, frozenset(exist - set(written)), used, by_sound)


class Speller:
    """Mends texts with a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._mended = lru_cache(maxsize=CACHED)(self._look)

    @classmethod
    def fit(cls, texts: Sequence[str], names: Iterable[str]) -> Speller:
        """See `Vocabulary.of`."""
        return cls(Vocabulary.of(texts, names))

    def mend(self, text: Mended) -> Mended:
        """A French text with unknown words written as known ones and accents given back."""
        return text.edited((found.start(), found.end(), in_full(found) or self._word(found.group()))
                           for found in TOKEN.finditer(text.text))

    def _word(self, word: str) -> str:
        key = plain(word)
        if len(word) < SHORTEST or not word.isalpha() or word.lower() in self.vocabulary.exact:
            return word
        known = self.vocabulary.written.get(key)
        if known is not None:
            return known if key == word.lower() != known else word
        return self._mended(key) or word

    def _look(self, key: str) -> str | None:
        """What an unknown or rare plain word should have been."""
        glued = GLUED.match(key)
        rest = self.vocabulary.written.get(glued[2]) if glued else None
        if glued and rest:
            return f"{'je' if glued[1] == 'j' else glued[1]} {rest}"
        return self._alike(key) or (None if key in self.vocabulary.rare else self._near(key))

    def _alike(self, key: str) -> str | None:
        """The most used word that sounds the same and is not written too differently."""
        alike = self.vocabulary.by_sound.get(sound_of(key))
        return self.vocabulary.written[alike] if alike and OSA.distance(key, alike) <= FAR else None

    def _near(self, key: str) -> str | None:
        """The most used word at one slip, or at two when it is long."""
        slips = 2 if len(key) >= LONG else 1
        found = process.extract(key, self.vocabulary.used, scorer=OSA.distance, score_cutoff=slips, limit=MANY)
        near = sorted((distance, place) for word, distance, place in found if word[0] == key[0] or distance == 1)
        return self.vocabulary.written[self.vocabulary.used[near[0][1]]] if near else None


def sound_of(word: str) -> str:
    """What a plain French word sounds like, roughly: the same for « chomage » and « chomaj »."""
    said = word
    for pattern, sound in SOUNDS:
        said = pattern.sub(sound, said)
    return said
