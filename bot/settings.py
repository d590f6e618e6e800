"""Settings, read once from the environment (`GUICHET_…`) and typed. Nothing else reads the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.orientation.errors import SettingsError

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Settings:
    """How this guichet runs. Paths are absolute; `allowed_origins` are exact origins where the widget may
    live; `open_desk` lets other machines reach the agents' pages; `fixed_now` (local time of France)
    replaces the clock in demonstrations and tests; `key` signs conversations."""

    host: str = "127.0.0.1"
    port: int = 8080
    rasa_port: int = 0
    actions_port: int = 0
    data_dir: Path = ROOT / ".guichet"
    knowledge_dir: Path = ROOT / "knowledge"
    models_dir: Path = ROOT / "models"
    database_url: str = ""
    territory: str = "hautes-alpes"
    allowed_origins: tuple[str, ...] = ()
    open_desk: bool = False
    token: str = ""
    key: str = ""
    fixed_now: datetime | None = None

    @property
    def directory_url(self) -> str:
        """SQLAlchemy URL of the directory: the one set, or SQLite in the data folder."""
        return self.database_url or f"sqlite:///{self.data_dir / 'annuaire.db'}"

    @property
    def territory_dir(self) -> Path:
        """The folder of the territory served."""
        return self.knowledge_dir / "territory" / self.territory

    @property
    def rasa_url(self) -> str:
        """Where Rasa answers, on this machine only."""
        return f"http://127.0.0.1:{self.rasa_port}"

    @property
    def actions_url(self) -> str:
        """Where the action server answers, on this machine only."""
        return f"http://127.0.0.1:{self.actions_port}"


def read_settings(environ: Mapping[str, str]) -> Settings:
    """Settings from the environment; SettingsError names the variable and what it accepts."""
    default = Settings()
    text = {name.removeprefix("GUICHET_").lower(): value for name, value in environ.items()
            if name.startswith("GUICHET_") and value}
    return Settings(
        host=text.get("host", default.host),
        port=_port(text, "port", default.port),
        rasa_port=_port(text, "rasa_port", default.rasa_port),
        actions_port=_port(text, "actions_port", default.actions_port),
        data_dir=_path(text, "data_dir", default.data_dir),
        knowledge_dir=_path(text, "knowledge_dir", default.knowledge_dir),
        models_dir=_path(text, "models_dir", default.models_dir),
        database_url=text.get("database_url", ""),
        territory=text.get("territory", default.territory),
        allowed_origins=_origins(text.get("allowed_origins", "")),
        open_desk=_switch(text, "open_desk"),
        token=text.get("token", ""),
        key=text.get("key", ""),
        fixed_now=_instant(text, "now"),
    )


def _port(text: Mapping[str, str], name: str, default: int) -> int:
    raw = text.get(name, str(default))
    if not raw.isdigit() or int(raw) > 65535:
        raise SettingsError(f"GUICHET_{name.upper()}={raw} : un port est un nombre de 1 à 65535.")
    return int(raw)


def _path(text: Mapping[str, str], name: str, default: Path) -> Path:
    return Path(text[name]).expanduser().resolve() if name in text else default


def _switch(text: Mapping[str, str], name: str) -> bool:
    raw = text.get(name, "0").lower()
    if raw not in ("0", "1", "oui", "non", "true", "false"):
        raise SettingsError(f"GUICHET_{name.upper()}={raw} : répondez par oui ou non.")
    return raw in ("1", "oui", "true")


def _origins(raw: str) -> tuple[str, ...]:
    origins = tuple(part.strip().rstrip("/") for part in raw.split(",") if part.strip())
    for origin in origins:
        if not origin.startswith(("http://", "https://")) or "*" in origin or origin.count("/") != 2:
            raise SettingsError(f"GUICHET_ALLOWED_ORIGINS : « {origin} » doit être une adresse exacte, "
                                "par exemple https://www.mairie-exemple.fr, sans chemin ni étoile.")
    return origins


def _instant(text: Mapping[str, str], name: str) -> datetime | None:
    if name not in text:
        return None
    try:
        return datetime.fromisoformat(text[name])
    except ValueError as error:
        raise SettingsError(f"GUICHET_NOW={text[name]} : écrivez 2026-11-24T10:00.") from error


def current_settings() -> Settings:
    """The settings of this process."""
    return read_settings(os.environ)
