"""The drawn tree of errors. Foreign exceptions are mapped to these at the border of each room."""

from __future__ import annotations


class GuichetError(Exception):
    """Anything Guichet raises on purpose."""


class WireError(GuichetError):
    """A JSON message does not have the shape it should have."""


class KnowledgeError(GuichetError):
    """A knowledge file is missing or wrong; the message names file, key and remedy."""


class DirectoryError(GuichetError):
    """The directory cannot answer (database away, locked, not migrated)."""


class DirectoryDataError(DirectoryError):
    """A directory data file is wrong; the message names file, line, field and remedy."""


class UnderstandingError(GuichetError):
    """The trained model is missing, broken or does not answer."""


class InputError(GuichetError):
    """What a person gave cannot be used; the message, in French, says where and what to do."""


class SettingsError(GuichetError):
    """A setting has a value that cannot be used."""
