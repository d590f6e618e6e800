"""Everyday words, learnt from the training phrases: what a capital letter is needed for before a place is heard."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import joblib

from bot.nlu.draft import Example
from bot.nlu.text import plain

OFTEN = 2
FILE = "common.joblib"


def common_words(examples: Sequence[Example]) -> frozenset[str]:
    """Words met at least twice in lower case that no phrase uses as a place."""
    places = {word for e in examples for name in e.places for word in re.findall(r"\w+", plain(name))}
    counts = Counter(word for e in examples if not e.text.isupper()
                     for word in re.findall(r"\w+", e.text) if word.islower())
    return frozenset(plain(word) for word, count in counts.items() if count >= OFTEN) - places


def save_common(words: frozenset[str], folder: Path) -> None:
    """Write to a folder, in order, so that the same words make the same file."""
    joblib.dump(sorted(words), folder / FILE)


def load_common(folder: Path) -> frozenset[str]:
    """Read what `save_common` wrote."""
    return frozenset(joblib.load(folder / FILE))
