"""The sentences of `knowledge/phrasing/terminal.yml`, by heading."""

from __future__ import annotations

from pathlib import Path

import yaml

FILE = "phrasing/terminal.yml"


class Words:
    """The sentences of one heading, with blanks to fill."""

    def __init__(self, knowledge: Path, heading: str) -> None:
        data = yaml.load((knowledge / FILE).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        self._texts = data[heading]

    def text(self, key: str, **blanks: object) -> str:
        """The sentence at a dotted key."""
        found = self._texts
        for part in key.split("."):
            found = found[part]
        return str(found.format(**blanks))
