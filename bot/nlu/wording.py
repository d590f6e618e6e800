"""How a message is worded before it becomes numbers: without names, nationalities or politeness, spelling mended, in
one gender, in small letters without accents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import joblib

from bot.nlu.language import FRENCH, language_of
from bot.nlu.manners import Manners
from bot.nlu.mended import Mended
from bot.nlu.neutral import Neutral
from bot.nlu.speller import Speller
from bot.nlu.text import plain

FILE = "wording.joblib"


@dataclass(frozen=True)
class Wording:
    """What makes two ways of saying the same thing read alike."""

    speller: Speller
    neutral: Neutral
    manners: Manners

    @classmethod
    def fit(cls, phrases: Sequence[str], knowledge: Path, names: Iterable[str]) -> Wording:
        """Learns from the training phrases how words are written; `names` are words that no spelling may change."""
        neutral, manners = Neutral.load(knowledge), Manners.load(knowledge)
        french = [neutral.genderless(manners.bare(neutral.nameless(Mended.of(text)))).text for text in phrases
                  if language_of(text) == FRENCH]
        return cls(Speller.fit(french, names), neutral, manners)

    def of(self, text: str, language: str) -> Mended:
        """The text as it is read. Only French is made equal: other languages keep their words."""
        if language != FRENCH:
            return self.manners.bare(Mended.of(text))
        equal = self.neutral.genderless(self.manners.bare(self.neutral.nameless(Mended.of(text))))
        return _without_accents(self.neutral.genderless(self.speller.mend(equal)))

    def save(self, folder: Path) -> None:
        """Write to a folder."""
        joblib.dump((self.speller.vocabulary, self.neutral, self.manners), folder / FILE)

    @classmethod
    def load(cls, folder: Path) -> Wording:
        """Read what `save` wrote."""
        vocabulary, neutral, manners = joblib.load(folder / FILE)
        return cls(Speller(vocabulary), neutral, manners)


def _without_accents(text: Mended) -> Mended:
    return Mended(plain(text.text), text.at)
