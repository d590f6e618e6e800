"""The same phrase written worse: what thumbs, haste and old keyboards do to it. Same phrase, same result.

For paired figures: a phrase read clean, then disturbed, should be understood alike. Meaning is never touched.
"""

from __future__ import annotations

import random
import re
import unicodedata
import zlib
from collections.abc import Callable, Mapping

NEIGHBOURS = {row[k]: row[max(0, k - 1):k] + row[k + 1:k + 2]
              for row in ("azertyuiop", "qsdfghjklm", "wxcvbn") for k in range(len(row))}
SMS = tuple((re.compile(pattern), short) for pattern, short in (
    (r"\bj'ai\b", "g"), (r"\bc'est\b", "c"), (r"\bqu'", "k "), (r"\bque\b", "ke"), (r"\bqui\b", "ki"),
    (r"\bquand\b", "kan"), (r"\bpas\b", "pa"), (r"\bplus\b", "plu"), (r"\bpour\b", "pr"), (r"\bje suis\b", "chui"),
    (r"\bje\b", "j"), (r"\bbonjour\b", "bjr"), (r"\bvous\b", "vs"), (r"\bnous\b", "ns"), (r"\bavec\b", "avc"),
    (r"\bdans\b", "ds"), (r"\bbeaucoup\b", "bcp"), (r"\btoujours\b", "tjrs"), (r"\bmaintenant\b", "mtn"),
    (r"\brendez-vous\b", "rdv"), (r"\bs'il vous pla[iî]t\b", "svp"), (r"\bet\b", "é"), (r"\bil y a\b", "ya"),
    (r"\bau\b|\baux\b", "o"), (r"\best\b", "é"), (r"\bsais\b", "sé"), (r"\bfaire\b", "fer"), (r"[,;:.!?]", ""),
    (r"(\w{3,})(?:er|ez)\b", r"\1é"), (r"(\w{3,}[aeiouy]\w*)(?:nt|s|t)\b", r"\1"), (r"eau\b", "o"), (r"ph", "f"),
))
LETTERS_A_SLIP = 20


def no_accents(text: str) -> str:
    """« été » typed « ete »."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def all_caps(text: str) -> str:
    """Capitals without accents, as old keyboards write them."""
    return no_accents(text).upper()


def sms(text: str) -> str:
    """Usual shorthand, endings as they sound, no punctuation."""
    said = text.lower()
    for pattern, short in SMS:
        said = pattern.sub(short, said)
    return " ".join(said.split())


def misspelt(text: str) -> str:
    """One slip of the thumb every twenty letters of long words: a letter dropped, doubled, swapped or its neighbour."""
    dice = random.Random(zlib.crc32(text.encode("utf-8")))
    return re.sub(r"\w{4,}", lambda found: _slip(found.group(), dice), text)


def no_punctuation(text: str) -> str:
    """As dictated to a telephone."""
    return " ".join(re.sub(r"[^\w\s'’-]", " ", text.lower()).split())


DISTURBANCES: Mapping[str, Callable[[str], str]] = {
    "no accents": no_accents, "all caps": all_caps, "SMS": sms, "misspelt": misspelt, "no punctuation": no_punctuation,
}


def _slip(word: str, dice: random.Random) -> str:
    if dice.random() > len(word) / LETTERS_A_SLIP:
        return word
    at = dice.randrange(1, len(word) - 1)
    near = NEIGHBOURS.get(word[at].lower(), word[at])
    return dice.choice((
        word[:at] + word[at + 1:],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2:],
        word[:at] + dice.choice(near) + word[at + 1:],
    ))
