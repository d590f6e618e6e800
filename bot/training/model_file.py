"""The trained model on disk: named after the fingerprint of its sources, so that a change is seen at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from bot.settings import ROOT

SOURCES = ("config.yml", "domain.yml", "data", "knowledge/lexicons", "knowledge/sheets", "knowledge/taxonomy.yml",
           "knowledge/communes",
           "knowledge/former_names.csv", "bot/nlu", "bot/orientation/reading.py",
           "bot/orientation/taxonomy.py", "bot/knowledge", "requirements.lock")
PREFIX = "guichet-"
NAME_LENGTH = 16


def sources_fingerprint(root: Path = ROOT) -> str:
    """Hash of every file that training reads."""
    digest = hashlib.sha256()
    for path in sorted(_files(root)):
        digest.update(str(path.relative_to(root)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:NAME_LENGTH]


def model_name(fingerprint: str) -> str:
    """File name of the model trained from these sources, without its ending."""
    return PREFIX + fingerprint


def current_model(models_dir: Path) -> Path | None:
    """The newest model there is, up to date or not; None when none was ever trained."""
    found = sorted(models_dir.glob(f"{PREFIX}*.tar.gz"), key=lambda p: (p.stat().st_mtime, p.name))
    return found[-1] if found else None


def fresh_model(models_dir: Path, root: Path = ROOT) -> Path | None:
    """The model trained from today's sources, when it exists."""
    path = models_dir / f"{model_name(sources_fingerprint(root))}.tar.gz"
    return path if path.exists() else None


def _files(root: Path) -> Iterable[Path]:
    for name in SOURCES:
        path = root / name
        if path.is_file():
            yield path
        elif path.is_dir():
            yield from (p for p in path.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
