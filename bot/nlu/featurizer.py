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
from bot.nlu.encoders import E5, E5_SIZE, USE
from bot.nlu.text import clauses, spelt_out

LONGEST_NGRAM_TEXT = 2000
LONGEST_DEEP = 70
WORD = r"(?u)\b\w+\b"
UNREAD = np.zeros(0, dtype=np.float32)


@dataclass(frozen=True)
class Features:
    """One row a text: sparse n-grams (the first columns are words, then letters; each part of unit length) and
    dense meanings of unit length."""

    ngrams: Any
    meanings: np.ndarray


class Featurizer:
    """Fitted on the training phrases; then turns any cleaned text into features."""

    def __init__(self, words: TfidfVectorizer, letters: TfidfVectorizer, centre: np.ndarray,
                 deep_centre: np.ndarray) -> None:
        self._words, self._letters = words, letters
        self._centre, self._deep_centre = centre, deep_centre
        self._names: tuple[str, ...] = tuple(words.get_feature_names_out())

    @classmethod
    def fit(cls, texts: Sequence[str], cache: Path) -> Featurizer:
        """`cache` keeps meanings on disk."""
        said = [_said(text) for text in texts]
        rare = 1 if len(texts) < 1000 else 2
        words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=rare, token_pattern=WORD,
                                dtype=np.float32).fit(said)
        letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=rare + 1,
                                  dtype=np.float32).fit(said)
        short = [text for text in texts if len(text) <= LONGEST_DEEP]
        deep = E5.encode_cached(short, cache).mean(axis=0) if short else np.zeros(E5_SIZE, dtype=np.float32)
        return cls(words, letters, USE.encode_cached(texts, cache).mean(axis=0), deep)

    def features(self, texts: Sequence[str], cache: Path | None = None) -> Features:
        """Features of any texts, quick; with `cache`, their meanings are kept on disk."""
        raw = USE.encode(texts) if cache is None else USE.encode_cached(texts, cache)
        ngrams = [_said(text) for text in texts]
        return Features(sparse.hstack([self._words.transform(ngrams), self._letters.transform(ngrams)]).tocsr(),
                        _of_unit_length(raw - self._centre))

    def deep(self, texts: Sequence[str], cache: Path | None = None) -> np.ndarray:
        """(n, 384): what E5 reads in texts, slow."""
        raw = E5.encode(texts) if cache is None else E5.encode_cached(texts, cache)
        return _of_unit_length(raw - self._deep_centre)

    def read(self, draft: Draft) -> Draft:
        """The draft with its features, and quick ones of its clauses."""
        features = self.features([draft.text, *clauses(draft.text)])
        found = self.give([draft], features, list(self.deep([draft.text])))[0]
        parts = Features(features.ngrams[1:], features.meanings[1:])
        return replace(found, clauses=parts if len(parts.meanings) else None)

    def read_examples(self, drafts: Sequence[Draft], cache: Path) -> list[Draft]:
        """Drafts of training phrases; only the short ones are read in depth."""
        short = [k for k, draft in enumerate(drafts) if len(draft.text) <= LONGEST_DEEP]
        deep: list[np.ndarray] = [UNREAD] * len(drafts)
        for k, row in zip(short, self.deep([drafts[k].text for k in short], cache)):
            deep[k] = row
        return self.give(drafts, self.features([d.text for d in drafts], cache), deep)

    def give(self, drafts: Sequence[Draft], features: Features, deep: Sequence[np.ndarray]) -> list[Draft]:
        """Drafts with the features of the same rows."""
        return [replace(draft, ngrams=features.ngrams[row], meaning=features.meanings[row], deep=deep[row],
                        words=self._names) for row, draft in enumerate(drafts)]

    def save(self, folder: Path) -> None:
        """Write to a folder."""
        joblib.dump((self._words, self._letters, self._centre, self._deep_centre), folder / "featurizer.joblib")

    @classmethod
    def load(cls, folder: Path) -> Featurizer:
        """Read what `save` wrote."""
        return cls(*joblib.load(folder / "featurizer.joblib"))


def features_of(drafts: Sequence[Draft]) -> Features:
    """The features that drafts carry, a row each."""
    return Features(sparse.vstack([d.ngrams for d in drafts]).tocsr(), np.vstack([d.meaning for d in drafts]))


def _of_unit_length(rows: np.ndarray) -> np.ndarray:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9))


def _said(text: str) -> str:
    return spelt_out(text[:LONGEST_NGRAM_TEXT])
