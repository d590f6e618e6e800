"""What E5 reads in a message: deeper than letters and quick meanings, and fifteen times slower."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.nlu.encoders import E5, E5_SIZE
from bot.nlu.featurizer import Features, of_unit_length
from bot.nlu.language import FRENCH, language_of

LONGEST = 60


class DeepReader:
    """Meanings by E5, centred on the training phrases it learns from: the short ones and those in another language."""

    def __init__(self, centre: np.ndarray) -> None:
        self.centre = centre

    @classmethod
    def fit(cls, texts: Sequence[str], cache: Path) -> tuple[DeepReader, list[int], Features]:
        """The reader, the places among the mended texts of those it learns from, and what it reads in them. `cache`
        keeps meanings on disk."""
        short = [k for k, text in enumerate(texts) if len(text) <= LONGEST or language_of(text) != FRENCH]
        raw = E5.encode_cached([texts[k] for k in short], cache)
        reader = cls(raw.mean(axis=0) if short else np.zeros(E5_SIZE, dtype=np.float32))
        return reader, short, reader._features(raw)

    def read(self, text: str) -> Features:
        """One row, without n-grams."""
        return self._features(E5.encode([text]))

    def _features(self, raw: np.ndarray) -> Features:
        return Features(None, of_unit_length(raw - self.centre))
