"""The directory on a real PostgreSQL: the same territory gives the same answers as on SQLite."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.directory import SqlDirectory, load_territory, make_engine, read_territory
from bot.knowledge.communes import Gazetteer
from bot.knowledge.files import Source
from bot.orientation.errors import DirectoryError
from bot.orientation.resource import Search
from bot.orientation.taxonomy import Bouquet, Link
from bot.settings import ROOT
from bot.supervisor.plan import free_port

KNOWLEDGE = ROOT / "knowledge"
TUESDAY = datetime(2026, 11, 24, 10, 30)
COMMUNES = ("Gap", "Veynes", "Briançon", "Ceillac")


class Server:
    """A throwaway cluster on a free loopback port. PostgreSQL refuses to run as root, so it then runs as its user."""

    def __init__(self, binaries: Path, folder: Path) -> None:
        self._binaries, self._data, self._port = binaries, folder / "data", free_port()
        self._user = "postgres" if os.getuid() == 0 else None
        if self._user:
            os.chown(folder, pwd.getpwnam(self._user).pw_uid, -1)
        self._run("initdb", "-D", str(self._data), "-U", "guichet", "-A", "trust", "-E", "UTF8", "--no-sync")
        self.url = f"postgresql://guichet@127.0.0.1:{self._port}/postgres"

    def start(self) -> None:
        """Returns once connections are accepted."""
        options = f"-p {self._port} -h 127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        self._run("pg_ctl", "-D", str(self._data), "-o", options, "-l", str(self._data / "log"), "-w", "start")

    def stop(self) -> None:
        """Cuts every connection."""
        self._run("pg_ctl", "-D", str(self._data), "-m", "immediate", "-w", "stop")

    def _run(self, name: str, *arguments: str) -> None:
        subprocess.run([self._binaries / name, *arguments], check=True, user=self._user, cwd=self._data.parent,
                       stdout=subprocess.DEVNULL)


def binaries() -> Path | None:
    """Debian keeps the server's commands out of the PATH."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    on_path = shutil.which("initdb")
    return max(found, default=None) or (Path(on_path).parent if on_path else None)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    where = binaries()
    if where is None:
        pytest.skip("PostgreSQL is not installed on this machine (apt-get install postgresql)")
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        made = Server(where, Path(folder))
        made.start()
        yield made
        made.stop()


def directory_on(url: str) -> SqlDirectory:
    engine = make_engine(url)
    load_territory(engine, KNOWLEDGE, "hautes-alpes", TUESDAY)
    return SqlDirectory(engine, KNOWLEDGE, read_territory(Source(KNOWLEDGE / "territory" / "hautes-alpes")))


def test_postgresql_answers_as_sqlite_does(server: Server, tmp_path: Path) -> None:
    ours, theirs = directory_on(f"sqlite:///{tmp_path / 'annuaire.db'}"), directory_on(server.url)
    places = Gazetteer.load(KNOWLEDGE / "communes")
    assert theirs.status() == ours.status()
    assert theirs.sources() == ours.sources()
    for place in (*(places.by_name(name)[0] for name in COMMUNES), None):
        assert theirs.front_desks(place, TUESDAY) == ours.front_desks(place, TUESDAY)
        for bouquet in Bouquet:
            query = Search((bouquet,), TUESDAY, place=place, links=(Link.TRANSPORTS,))
            assert theirs.search(query) == ours.search(query)
            assert theirs.services((bouquet,), place, TUESDAY) == ours.services((bouquet,), place, TUESDAY)


def test_loading_again_changes_nothing(server: Server) -> None:
    engine = make_engine(server.url)
    load_territory(engine, KNOWLEDGE, "hautes-alpes", TUESDAY)
    assert not load_territory(engine, KNOWLEDGE, "hautes-alpes", TUESDAY).changed


def test_a_restarted_server_is_found_again_and_a_stopped_one_is_said(server: Server) -> None:
    directory = directory_on(server.url)
    server.stop()
    with pytest.raises(DirectoryError, match="ne répond pas"):
        directory.status()
    server.start()
    assert directory.status() is not None
