"""What a visitor types never becomes a command of Rasa; what is kept can be erased and is purged."""

import pytest
from sqlalchemy import create_engine, text

from bot.gate.channel import defused, innermost
from bot.gate.retention import erase, purge_before


@pytest.mark.parametrize(("typed", "kept"), [
    ("/restart", "restart"), ('/besoin{"case": 1}', 'besoin{"case": 1}'), (" //restart", "restart"),
    ("\u200b/restart", "restart"), ("／restart", "restart"), ("/", "?"), ("", "?"), ("et/ou", "et/ou"),
    ("bonjour", "bonjour"),
])
def test_no_typed_command_survives(typed: str, kept: str) -> None:
    assert defused(typed) == kept


def test_our_store_is_found_under_rasas_wrappers() -> None:
    class Ours:
        def forget(self, sender: str) -> int:
            return 0

    class Wrapper:
        def __init__(self, inner: object) -> None:
            self._tracker_store = inner

    ours = Ours()
    assert innermost(Wrapper(Wrapper(ours))) is ours


def test_conversations_are_erased_one_by_one_and_purged_by_age() -> None:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE events (sender_id TEXT, timestamp REAL)"))
        connection.execute(text("INSERT INTO events VALUES ('a', 10), ('a', 20), ('b', 5), ('c', 30)"))
    assert erase(engine, "a") == 2 and erase(engine, "inconnu") == 0
    assert purge_before(engine, 6) == 1
    with engine.connect() as connection:
        assert connection.execute(text("SELECT sender_id FROM events")).scalars().all() == ["c"]
