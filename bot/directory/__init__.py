"""The local directory: tables, loading, search. The rest of the house knows it by these names only."""

from bot.directory.engine import check_url, make_engine
from bot.directory.loader import Loaded, load_territory
from bot.directory.sql_directory import SqlDirectory
from bot.directory.territory import read_territory

__all__ = ["Loaded", "SqlDirectory", "check_url", "load_territory", "make_engine", "read_territory"]
