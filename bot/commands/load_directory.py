"""Bringing the directory up to date from the territory's files."""

from __future__ import annotations

from bot.bootstrap import clock
from bot.directory import load_territory, make_engine
from bot.settings import Settings


def load(settings: Settings) -> tuple[bool, int]:
    """Whether anything changed, and how many services the directory holds."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    engine = make_engine(settings.directory_url)
    loaded = load_territory(engine, settings.knowledge_dir, settings.territory, clock(settings)())
    return loaded.changed, loaded.services
