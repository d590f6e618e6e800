"""The web application over fakes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from bot.bootstrap import build_alert
from bot.conversation.orient import Desk
from bot.knowledge.communes import Gazetteer
from bot.knowledge.model import Knowledge
from bot.settings import ROOT, Settings
from bot.web.main import create_app, read_texts
from bot.web.reception import Reception, Room
from tests.unit.web.fakes import EmptyDirectory, FakeListener


@pytest.fixture(scope="session")
def communes() -> Gazetteer:
    return Gazetteer.load(ROOT / "knowledge" / "communes")


@pytest.fixture
def listener() -> FakeListener:
    return FakeListener()


@pytest.fixture
def directory() -> EmptyDirectory:
    return EmptyDirectory()


@pytest.fixture
def client(tmp_path: Path, listener: FakeListener, directory: EmptyDirectory, knowledge: Knowledge,
           communes: Gazetteer) -> Iterator[TestClient]:
    settings = Settings(data_dir=tmp_path, allowed_origins=("https://www.mairie.test",))
    room = Room(Desk(knowledge, directory, build_alert(ROOT / "knowledge", knowledge)), communes, "05")
    reception = Reception(lambda: room, read_texts(ROOT / "knowledge"), lambda: datetime(2026, 11, 24, 10))
    reception.open()
    with TestClient(create_app(settings, listener, reception), raise_server_exceptions=False) as made:
        yield made
