"""Runs Rasa's training in a process of its own. The last good model stays until a new one is complete."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from bot.orientation.errors import UnderstandingError
from bot.settings import ROOT, Settings
from bot.training.model_file import current_model, fresh_model, model_name, sources_fingerprint

KEPT_MODELS = 2
TELL_EVERY = 20
SHOWN_LINES = 15
Tell = Callable[[int], None]


def _silent(_seconds: int) -> None:
    return None


def train_if_needed(settings: Settings, *, force: bool = False, tell: Tell = _silent) -> tuple[Path, bool]:
    """The up-to-date model and whether it was trained now; UnderstandingError when training fails.
    `tell` is called from time to time with the seconds gone by."""
    fresh = fresh_model(settings.models_dir)
    if fresh is not None and not force:
        return fresh, False
    path = _train(settings.models_dir, model_name(sources_fingerprint()), tell)
    _drop_old(settings.models_dir)
    return path, True


def _train(models_dir: Path, name: str, tell: Tell) -> Path:
    """Trains under a provisional name, so that a training cut short leaves nothing that looks finished."""
    models_dir.mkdir(parents=True, exist_ok=True)
    draft = models_dir / f"en-cours-{name}.tar.gz"
    command = [sys.executable, "-m", "rasa", "train", "--config", "config.yml", "--domain", "domain.yml", "--data",
               "data", "--out", str(models_dir), "--fixed-model-name", draft.name.removesuffix(".tar.gz"), "--quiet",
               "--skip-validation"]  # our own tests tie intents, rules and domain together, in a tenth of the time
    quiet = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONPATH": str(ROOT),
             "PYTHONWARNINGS": "ignore", "SQLALCHEMY_SILENCE_UBER_WARNING": "1"}
    log = models_dir / "entrainement.log"
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **quiet}, stdout=output, stderr=output)
        code = _wait(process, tell)
    if code != 0 or not draft.exists():
        tail = "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-SHOWN_LINES:])
        raise UnderstandingError(f"rasa train, code {code}\n{tail}")
    return draft.rename(models_dir / f"{name}.tar.gz")


def _wait(process: subprocess.Popen[bytes], tell: Tell) -> int:
    seconds = 0
    while True:
        try:
            return process.wait(TELL_EVERY)
        except subprocess.TimeoutExpired:
            seconds += TELL_EVERY
            tell(seconds)


def _drop_old(models_dir: Path) -> None:
    kept = current_model(models_dir)
    found = sorted(models_dir.glob("guichet-*.tar.gz"), key=lambda p: p.stat().st_mtime, reverse=True)
    for path in found[KEPT_MODELS:]:
        if path != kept:
            path.unlink()
