"""What the slow tests share: the trained model, the understanding read from it, a guichet that runs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from bot.knowledge.loader import load_knowledge
from bot.knowledge.model import Knowledge
from bot.nlu.archive import read_archive
from bot.nlu.understanding import Resources, Understanding
from bot.settings import ROOT, Settings
from bot.supervisor.plan import free_port
from bot.training.train import train_if_needed

TUESDAY_MORNING = "2026-11-24T10:00"
START_SECONDS = 300


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_knowledge(ROOT / "knowledge")


@pytest.fixture(scope="session")
def model() -> Path:
    return train_if_needed(Settings())[0]


@pytest.fixture(scope="session")
def guichet(model: Path, knowledge: Knowledge) -> Understanding:
    return read_archive(model, Resources(ROOT / "knowledge", knowledge, "05"))


@dataclass(frozen=True)
class House:
    """A guichet that runs: its address and the process that watches the others."""

    address: str
    pid: int


@pytest.fixture(scope="session")
def house(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the guichet most tests share."""
    with run_house(tmp_path_factory.mktemp("data")) as made:
        yield made.address


@contextmanager
def run_house(data: Path) -> Iterator[House]:
    """The whole guichet started by its own command, on a free port, one Tuesday at ten."""
    port = free_port()
    environ = {**os.environ, "GUICHET_PORT": str(port), "GUICHET_NOW": TUESDAY_MORNING,
               "GUICHET_DATA_DIR": str(data), "GUICHET_ALLOWED_ORIGINS": "http://mairie.test"}
    process = subprocess.Popen([sys.executable, "-m", "bot.cli", "serve"], cwd=ROOT, env=environ,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://localhost:{port}"
    try:
        _until_awake(address, process)
        yield House(address, process.pid)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def _until_awake(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx.get(f"{address}/health", timeout=5, trust_env=False).json()["status"] == "ok":
                return
        except (httpx.HTTPError, ValueError):
            pass
        time.sleep(0.5)
    raise AssertionError("the guichet did not start")
