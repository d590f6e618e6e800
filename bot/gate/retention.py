"""How long conversations are kept. Rasa has no purge of its own: this deletes its events."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.engine import Engine

RETENTION_DAYS = 30
RETENTION_SECONDS = RETENTION_DAYS * 24 * 3600


def purge_before(engine: Engine, instant: float) -> int:
    """Delete the events older than `instant` (seconds since 1970); returns how many went."""
    with engine.begin() as connection:
        return int(connection.execute(text("DELETE FROM events WHERE timestamp < :t"), {"t": instant}).rowcount)


def erase(engine: Engine, sender: str) -> int:
    """Delete every event of one conversation; returns how many went."""
    with engine.begin() as connection:
        return int(connection.execute(text("DELETE FROM events WHERE sender_id = :s"), {"s": sender}).rowcount)
