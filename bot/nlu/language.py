"""The language of a message: French unless there is good reason to think otherwise.

Identifiers trained on long texts call short French notes Italian; so scripts decide first, then everyday
French words, and only then a statistical identifier, on four words or more.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Any

from bot.nlu.text import plain

FRENCH = "fr"
KNOWN = (FRENCH, "en", "es", "pt", "it", "de", "pl", "ro", "tr", "ar", "uk", "ru")
SCRIPTS = {"ARABIC": "ar", "CYRILLIC": "ru"}
UKRAINIAN = frozenset("іїєґІЇЄҐ")
FRENCH_WORDS = frozenset(
    "je j ai mon ma mes pas pour avec une des les du au aux dans vous qui mais chez sans veux peux suis est et le "
    "il elle on ce c ou comment quand faut voudrais cherche besoin plus sur par nous quoi bonjour svp madame".split()
)
FEWEST_WORDS = 4
FRENCH_SHARE = 0.2
SURE = 0.95


def language_of(text: str) -> str:
    """Two-letter code, "fr" when in doubt."""
    script = _script(text)
    if script:
        return "uk" if script == "ru" and UKRAINIAN & set(text) else script
    words = re.findall(r"[a-z]+", plain(text))
    if len(words) < FEWEST_WORDS or sum(word in FRENCH_WORDS for word in words) / len(words) >= FRENCH_SHARE:
        return FRENCH
    language, score = _identifier().classify(text[:500])
    return str(language) if score >= SURE else FRENCH


def _script(text: str) -> str:
    """The language of a script other than Latin when most letters are in it."""
    letters = [char for char in text[:500] if char.isalpha()]
    counts = Counter(unicodedata.name(char, "?").split()[0] for char in letters)
    for script, language in SCRIPTS.items():
        if counts[script] * 2 > len(letters):
            return language
    return ""


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_pickled_model(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(KNOWN))
    return identifier
