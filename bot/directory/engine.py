"""Engines: SQLite or PostgreSQL by URL, with bounded waits; foreign errors become ours at this border."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import URL, Engine, make_url
from sqlalchemy.exc import ArgumentError, OperationalError, SQLAlchemyError

from bot.orientation.errors import DirectoryError, SettingsError

WAIT_SECONDS = 1
BACKENDS = ("sqlite", "postgresql")


def make_engine(url: str) -> Engine:
    """An engine that never waits more than a second; SettingsError when the URL cannot be used."""
    parsed = check_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(url, parsed.database)
    return create_engine(url, future=True, pool_pre_ping=True, pool_timeout=WAIT_SECONDS,
                         connect_args={"connect_timeout": WAIT_SECONDS})


@contextmanager
def directory_errors() -> Iterator[None]:
    """Maps what the database raises to DirectoryError, without the connection's address or password."""
    try:
        yield
    except OperationalError as error:
        raise DirectoryError("la base de données ne répond pas, ou refuse la connexion ; vérifiez qu'elle est en "
                             "marche et l'adresse donnée par GUICHET_DATABASE_URL.") from error
    except SQLAlchemyError as error:
        raise DirectoryError(type(error).__name__) from error


def check_url(url: str) -> URL:
    """The URL in its parts; SettingsError when it names no database we can use. Opens nothing."""
    wanted = SettingsError("GUICHET_DATABASE_URL : écrivez sqlite:///annuaire.db "
                           "ou postgresql://utilisateur:motdepasse@hote/base.")
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise wanted from error
    if parsed.get_backend_name() not in BACKENDS:
        raise wanted
    return parsed


def _sqlite(url: str, database: str | None) -> Engine:
    if database:
        Path(database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, future=True, connect_args={"timeout": WAIT_SECONDS, "check_same_thread": False})
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
