"""Words to numbers: n-grams of words and letters, and the meaning vectors, centred on the training phrases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import joblib
import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.nlu.draft import Draft
from bot.nlu.encoders import E5_SIZE, encode, encode_cached, encode_lightly
from bot.nlu.text import clauses, spelt_out

LONGEST_NGRAM_TEXT = 2000
WORD = r"(?u)\b\w+\b"


@dataclass(frozen=True)
class Features:
    """One row a text: sparse n-grams (the first `words` columns are words), dense meanings: E5 then USE, each of
    unit length, or USE alone."""

    ngrams: Any
    meanings: np.ndarray


class Featurizer:
    """Fitted on the training phrases; then turns any cleaned text into features."""

    def __init__(self, words: TfidfVectorizer, letters: TfidfVectorizer, centre: np.ndarray) -> None:
        self._words, self._letters, self._centre = words, letters, centre
        self._names: tuple[str, ...] = tuple(words.get_feature_names_out())

    @classmethod
    def fit(cls, texts: Sequence[str], cache: Path) -> tuple[Featurizer, Features]:
        """A featurizer and the features of the texts it was fitted on."""
        said = [_said(text) for text in texts]
        words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=WORD, dtype=np.float32).fit(said)
        letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2,
                                  dtype=np.float32).fit(said)
        raw = encode_cached(texts, cache)
        made = cls(words, letters, raw.mean(axis=0))
        return made, Features(made._ngrams(said), made._centred(raw))

    def features(self, texts: Sequence[str], cache: Path | None = None) -> Features:
        """Features of any texts; with `cache`, their meanings are kept on disk."""
        raw = encode(texts) if cache is None else encode_cached(texts, cache)
        return Features(self._ngrams([_said(text) for text in texts]), self._centred(raw))

    def read(self, draft: Draft) -> Draft:
        """The draft with its features, and light ones of its clauses: E5 on each would double the time."""
        parts = clauses(draft.text)
        said = Features(self._ngrams([_said(part) for part in parts]), self._lightly(parts)) if parts else None
        return replace(self.give([draft], self.features([draft.text]))[0], clauses=said)

    def give(self, drafts: Sequence[Draft], features: Features) -> list[Draft]:
        """Drafts with the features of the same rows."""
        return [replace(draft, ngrams=features.ngrams[row], meaning=features.meanings[row], words=self._names)
                for row, draft in enumerate(drafts)]

    def save(self, folder: Path) -> None:
        """Write to a folder."""
        joblib.dump((self._words, self._letters, self._centre), folder / "featurizer.joblib")

    @classmethod
    def load(cls, folder: Path) -> Featurizer:
        """Read what `save` wrote."""
        return cls(*joblib.load(folder / "featurizer.joblib"))

    def _ngrams(self, said: Sequence[str]) -> Any:
        return sparse.hstack([self._words.transform(said), self._letters.transform(said)]).tocsr()

    def _centred(self, raw: np.ndarray) -> np.ndarray:
        moved = raw - self._centre
        return np.hstack([_of_unit_length(moved[:, :E5_SIZE]), _of_unit_length(moved[:, E5_SIZE:])])

    def _lightly(self, texts: Sequence[str]) -> np.ndarray:
        return _of_unit_length(encode_lightly(texts) - self._centre[E5_SIZE:])


def _of_unit_length(rows: np.ndarray) -> np.ndarray:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9))


def _said(text: str) -> str:
    return spelt_out(text[:LONGEST_NGRAM_TEXT])
