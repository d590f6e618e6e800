"""What to start, with which command and environment. Pure: no process is touched here."""

from __future__ import annotations

import secrets
import socket
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.settings import ROOT, Settings

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class Child:
    """A process of the guichet: its name, command and environment; its output goes to `log`, or to the terminal."""

    name: str
    command: tuple[str, ...]
    environ: Mapping[str, str]
    log: Path | None = None


def with_ports(settings: Settings) -> Settings:
    """Settings with free loopback ports for the inner processes and fresh secrets, where none is set."""
    return replace(
        settings,
        rasa_port=settings.rasa_port or free_port(),
        actions_port=settings.actions_port or free_port(),
        token=settings.token or f"g{secrets.token_hex(24)}",
    )


def free_port() -> int:
    """A loopback port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def port_is_free(host: str, port: int) -> bool:
    """Whether the public port can be taken."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def environment(settings: Settings, inherited: Mapping[str, str]) -> dict[str, str]:
    """What every child sees: the inherited environment, the ports and secrets, quiet libraries."""
    return {
        **inherited,
        "PYTHONPATH": str(ROOT),
        "GUICHET_PORT": str(settings.port),
        "GUICHET_RASA_PORT": str(settings.rasa_port),
        "GUICHET_ACTIONS_PORT": str(settings.actions_port),
        "GUICHET_ACTIONS_URL": settings.actions_url,
        "GUICHET_TOKEN": settings.token,
        "GUICHET_TRACKER_DB": str(settings.data_dir / "conversations.db"),
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "PYTHONWARNINGS": "ignore",
    }


def web(settings: Settings, environ: Mapping[str, str]) -> Child:
    """The only process that faces people."""
    command = (sys.executable, "-m", "uvicorn", "bot.web.main:app_from_environment", "--factory",
               "--host", settings.host, "--port", str(settings.port), "--log-level", "warning",
               "--no-server-header", "--no-access-log", "--ws", "none")
    return Child("web", command, environ)


def actions(settings: Settings, environ: Mapping[str, str]) -> Child:
    """The action server, on this machine only."""
    command = (sys.executable, "-m", "bot.gate.action_server", "--port", str(settings.actions_port))
    return Child("actions", command, environ, settings.data_dir / "actions.log")


def rasa(settings: Settings, model: Path, environ: Mapping[str, str]) -> Child:
    """The Rasa server with the trained model, on this machine only."""
    command = (sys.executable, "-m", "rasa", "run", "--model", str(model), "--enable-api",
               "--interface", LOOPBACK, "--port", str(settings.rasa_port), f"--auth-token={settings.token}",
               "--endpoints", str(ROOT / "endpoints.yml"), "--credentials", str(ROOT / "credentials.yml"),
               "--quiet")
    return Child("rasa", command, environ, settings.data_dir / "rasa.log")


def directory(environ: Mapping[str, str]) -> Child:
    """Brings the directory up to date; ends by itself."""
    return Child("directory", (sys.executable, "-m", "bot.cli", "directory", "load"), environ)


def train(environ: Mapping[str, str]) -> Child:
    """Trains the model when its sources changed; ends by itself."""
    return Child("train", (sys.executable, "-m", "bot.cli", "train"), environ)
