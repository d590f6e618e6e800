"""GSM-7 text for SMS: what fits, what must be written otherwise, how long it is.

Source: 3GPP TS 23.038, default alphabet and extension table. A character outside it cuts a message from
160 to 70 characters, so it is replaced.
"""

from __future__ import annotations

import unicodedata

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = frozenset("^{}\\[~]|€")
WRITTEN = str.maketrans({
    "œ": "oe", "Œ": "OE", "’": "'", "‘": "'", "«": '"', "»": '"', "–": "-", "—": "-", "…": "...",
    "\u00a0": " ", "\u202f": " ", "ç": "c", "·": "-",
})


def gsm_safe(text: str) -> str:
    """`text` in the GSM-7 alphabet: typographic signs rewritten, other accents dropped, the rest « ? »."""
    tight = text.translate(WRITTEN).replace('" ', '"').replace(' "', ' "')
    return "".join(c if c in BASIC or c in EXTENDED else _plain(c) for c in tight)


def gsm_length(text: str) -> int:
    """Length in septets: an extended character counts twice."""
    return sum(2 if c in EXTENDED else 1 for c in text)


def _plain(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0]
    return base if base in BASIC else "?"
