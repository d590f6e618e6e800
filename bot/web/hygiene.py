"""What may come in: text of bounded length, without control or invisible characters. Refuses the rest kindly."""

from __future__ import annotations

import re
import unicodedata

from bot.web.errors import Refusal

VISITOR_LIMIT = 2_000
DESK_LIMIT = 10_000
INVISIBLE = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
JOINER = "\u200d"


def tidy(text: str, limit: int) -> str:
    """Composed letters, no control, bidirectional or zero-width character, single spaces.

    Refusal `trop_long` above `limit` characters, `vide` when nothing is left.
    """
    if len(text) > limit:
        raise Refusal(413, "trop_long")
    said = "".join(" " if char.isspace() else char for char in unicodedata.normalize("NFC", text) if _is_kept(char))
    said = re.sub(r" +", " ", said).strip()
    if not said:
        raise Refusal(400, "vide")
    return said


def _is_kept(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) not in INVISIBLE
