"""Words compared without any model: plain letters, no plural, three letters or more."""

from __future__ import annotations

import re
import unicodedata

SHORTEST = 3


def plain_words(text: str) -> frozenset[str]:
    """The words of a text, in the form in which two texts are compared."""
    letters = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return frozenset(w.rstrip("s") for w in re.findall(r"[a-z]+", letters) if len(w) >= SHORTEST)
