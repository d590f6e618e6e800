"""Words to numbers: n-grams of words and letters, and the meaning vectors, centred on the training phrases."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import joblib
import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.nlu.draft import Draft
from bot.nlu.encoders import USE
from bot.nlu.language import language_of
from bot.nlu.mended import Mended
from bot.nlu.text import clauses, plain
from bot.nlu.wording import Wording

LONGEST_NGRAM_TEXT = 2000
WORD = r"(?u)\b\w+\b"


@dataclass(frozen=True)
class Features:
    """One row a text: sparse n-grams (the first columns are words, then letters; each part of unit length) and
    dense meanings of unit length."""

    ngrams: Any
    meanings: np.ndarray

    def rows(self, kept: np.ndarray | Sequence[int] | slice) -> Features:
        """Those rows only."""
        return Features(None if self.ngrams is None else self.ngrams[kept], self.meanings[kept])


class Featurizer:
    """Fitted on the training phrases; then turns any cleaned text into features."""

    def __init__(self, wording: Wording, words: TfidfVectorizer, letters: TfidfVectorizer, centre: np.ndarray
                 ) -> None:
        self._wording, self._words, self._letters, self._centre = wording, words, letters, centre
        self._names: tuple[str, ...] = tuple(words.get_feature_names_out())
        self._worded: dict[str, Mended] = {}

    @classmethod
    def fit(cls, phrases: Sequence[str], wording: Wording, cache: Path) -> Featurizer:
        """`cache` keeps meanings on disk."""
        worded = {phrase: wording.of(phrase, language_of(phrase)) for phrase in phrases}
        texts = [worded[phrase].text for phrase in phrases]
        said = [_said(text) for text in texts]
        rare = 1 if len(texts) < 1000 else 2
        words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=rare, token_pattern=WORD,
                                dtype=np.float32).fit(said)
        letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=rare + 1,
                                  dtype=np.float32).fit(said)
        featurizer = cls(wording, words, letters, USE.encode_cached(texts, cache).mean(axis=0))
        featurizer._worded = worded  # spares wording every phrase again in `read_examples`
        return featurizer

    def features(self, texts: Sequence[str], cache: Path | None = None) -> Features:
        """Features of mended texts, quick; with `cache`, their meanings are kept on disk."""
        raw = USE.encode(texts) if cache is None else USE.encode_cached(texts, cache)
        ngrams = [_said(text) for text in texts]
        return Features(sparse.hstack([self._words.transform(ngrams), self._letters.transform(ngrams)]).tocsr(),
                        of_unit_length(raw - self._centre))

    def read(self, draft: Draft) -> Draft:
        """The draft with its features, and those of its clauses."""
        mended = self._wording.of(draft.text, draft.language)
        features = self.features([mended.text, *clauses(mended.text)])
        parts = Features(features.ngrams[1:], features.meanings[1:])
        return replace(self._given(draft, mended, features, 0), clauses=parts if len(parts.meanings) else None)

    def read_examples(self, drafts: Sequence[Draft], cache: Path) -> list[Draft]:
        """Drafts of training phrases with their features."""
        texts = [self._worded.get(d.text) or self._wording.of(d.text, language_of(d.text)) for d in drafts]
        features = self.features([mended.text for mended in texts], cache)
        return [self._given(draft, mended, features, row) for row, (draft, mended) in enumerate(zip(drafts, texts))]

    def clauses_of(self, drafts: Sequence[Draft], cache: Path) -> tuple[Features | None, list[int]]:
        """The features of all the clauses of training phrases read already, in order (None when they have none), and
        how many each has."""
        told = [clauses(draft.mended.text) for draft in drafts]
        texts = [clause for several in told for clause in several]
        return self.features(texts, cache) if texts else None, [len(several) for several in told]

    def _given(self, draft: Draft, mended: Mended, features: Features, row: int) -> Draft:
        return replace(draft, mended=mended, ngrams=features.ngrams[row], meaning=features.meanings[row],
                       words=self._names)

    def save(self, folder: Path) -> None:
        """Write to a folder."""
        self._wording.save(folder)
        joblib.dump((self._words, self._letters, self._centre), folder / "featurizer.joblib")

    @classmethod
    def load(cls, folder: Path) -> Featurizer:
        """Read what `save` wrote."""
        return cls(Wording.load(folder), *joblib.load(folder / "featurizer.joblib"))


def features_of(drafts: Sequence[Draft]) -> Features:
    """The features that drafts carry, a row each."""
    return Features(sparse.vstack([d.ngrams for d in drafts]).tocsr(), np.vstack([d.meaning for d in drafts]))


def of_unit_length(rows: np.ndarray) -> np.ndarray:
    """Same shape; null rows stay null."""
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9))


def _said(text: str) -> str:
    return re.sub(r"[’'`-]", " ", plain(text[:LONGEST_NGRAM_TEXT]))
