"""The one place that wires: settings in, ready objects out. Builds nothing until asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.conversation.lookup import Alert, Danger
from bot.conversation.orient import Desk
from bot.directory import SqlDirectory, make_engine, read_territory
from bot.knowledge.communes import Gazetteer
from bot.knowledge.files import Source
from bot.knowledge.loader import load_knowledge
from bot.knowledge.model import Knowledge
from bot.nlu.danger import DangerWords, alarm_rules
from bot.nlu.text import clean
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
    knowledge = load_knowledge(settings.knowledge_dir)
    return Desk(knowledge, build_directory(settings), build_alert(settings.knowledge_dir, knowledge))


def build_alert(folder: Path, knowledge: Knowledge) -> Alert:
    """Hears the danger that words alone say, without any trained model."""
    words, rules = DangerWords.load(folder), alarm_rules(knowledge)

    def alert(text: str) -> Danger:
        heard = words.alert(clean(text), rules)
        return heard.urgency, heard.signals

    return alert


def build_room(settings: Settings) -> Room:
    """What the web process itself needs to know."""
    return Room(build_desk(settings), Gazetteer.load(settings.knowledge_dir / "communes"), home_departement(settings))
