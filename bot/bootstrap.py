"""The one place that wires: settings in, ready objects out. Builds nothing until asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.conversation.orient import Desk
from bot.directory import SqlDirectory, make_engine, read_territory
from bot.knowledge.communes import Gazetteer
from bot.knowledge.files import Source
from bot.knowledge.loader import load_knowledge
from bot.settings import Settings
from bot.web.reception import Room

FRANCE = ZoneInfo("Europe/Paris")


def clock(settings: Settings) -> Callable[[], datetime]:
    """Gives the local time of France, or the fixed instant of the settings."""
    fixed = settings.fixed_now
    if fixed is not None:
        return lambda: fixed
    return lambda: datetime.now(FRANCE).replace(tzinfo=None)


def home_departement(settings: Settings) -> str:
    """The département of the territory served, which settles homonyms."""
    return read_territory(Source(settings.territory_dir)).departements[0]


def build_directory(settings: Settings) -> SqlDirectory:
    """The local directory behind its database."""
    territory = read_territory(Source(settings.territory_dir))
    return SqlDirectory(make_engine(settings.directory_url), settings.knowledge_dir, territory)


def build_desk(settings: Settings) -> Desk:
    """The reception, ready to answer."""
    return Desk(load_knowledge(settings.knowledge_dir), build_directory(settings))


def build_room(settings: Settings) -> Room:
    """What the web process itself needs to know."""
    return Room(build_desk(settings), Gazetteer.load(settings.knowledge_dir / "communes"), home_departement(settings))
