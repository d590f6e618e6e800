"""Brings the database to the last migration."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy.engine import Engine

from bot.directory.engine import directory_errors

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"


def migrate(engine: Engine) -> None:
    """Apply what is missing; DirectoryError when the database is away."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with directory_errors(), engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
