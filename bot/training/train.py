"""Runs Rasa's training in a process of its own. The last good model stays until a new one is complete."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bot.orientation.errors import UnderstandingError
from bot.settings import ROOT, Settings
from bot.training.model_file import current_model, fresh_model, model_name, sources_fingerprint

KEPT_MODELS = 2


def train_if_needed(settings: Settings, *, force: bool = False) -> tuple[Path, bool]:
    """The up-to-date model and whether it was trained now; UnderstandingError when training fails."""
    fresh = fresh_model(settings.models_dir)
    if fresh is not None and not force:
        return fresh, False
    path = _train(settings.models_dir, model_name(sources_fingerprint()))
    _drop_old(settings.models_dir)
    return path, True


def _train(models_dir: Path, name: str) -> Path:
    """Trains under a provisional name, so that a training cut short leaves nothing that looks finished."""
    models_dir.mkdir(parents=True, exist_ok=True)
    draft = models_dir / f"en-cours-{name}.tar.gz"
    command = [sys.executable, "-m", "rasa", "train", "--config", "config.yml", "--domain", "domain.yml", "--data",
               "data", "--out", str(models_dir), "--fixed-model-name", draft.name.removesuffix(".tar.gz"), "--quiet"]
    quiet = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONPATH": str(ROOT),
             "PYTHONWARNINGS": "ignore", "SQLALCHEMY_SILENCE_UBER_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **quiet}, check=False)
    if done.returncode != 0 or not draft.exists():
        raise UnderstandingError(f"rasa train: exit code {done.returncode}")
    return draft.rename(models_dir / f"{name}.tar.gz")


def _drop_old(models_dir: Path) -> None:
    kept = current_model(models_dir)
    found = sorted(models_dir.glob("guichet-*.tar.gz"), key=lambda p: p.stat().st_mtime, reverse=True)
    for path in found[KEPT_MODELS:]:
        if path != kept:
            path.unlink()
