"""Cleaning what was typed, and the plain form that lexicons and n-grams look at. Pure.

`clean` gives the text of the Reading; `plain` keeps its length, so that an offset in one is an offset in
the other; `spelt_out` does not, and serves features only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

LONGEST = 10_000
SHORTEST_CLAUSE, MOST_CLAUSES = 2, 6
# Plain shorthand of thumbs and of agents' notes, in full.
SHORTHAND: Mapping[str, str] = dict(
    pair.replace("_", " ").split("=") for pair in (
    "g=j'ai jai=j'ai jaie=j'ai je=je j=je c=c'est p=plus m=monsieur pr=pour pdt=pendant pb=problème rdv=rendez-vous "
    "dde=demande ds=dans qd=quand tt=tout ts=tous vs=vous ns=nous ms=mais mn=mon bcp=beaucoup slt=salut bjr=bonjour "
    "svp=s'il_vous_plaît stp=s'il_vous_plaît kan=quand koi=quoi ki=qui ke=que k=que kel=quel jms=jamais tjs=toujours "
    "tjr=toujours tjrs=toujours pk=pourquoi pq=pourquoi pkoi=pourquoi nn=non mnt=maintenant mtn=maintenant "
    "qq1=quelqu'un kelkun=quelqu'un ya=il_y_a chui=je_suis jsuis=je_suis chu=je_suis jss=je_suis jsp=je_sais_pas "
    "appart=appartement proprio=propriétaire boulo=boulot taf=travail tel=téléphone mme=madame mr=monsieur plu=plus "
    "pa=pas jpeu=je_peux jpeux=je_peux jsai=je_sais jsais=je_sais jveu=je_veux jfé=je_fais veu=veux fo=faut fau=faut "
    "ac=avec av=avec avc=avec e=et dpui=depuis okun=aucun okune=aucune o=au kom=comme fr=faire fer=faire fé=fait "
    "sui=suis"
).split())
TOKEN = re.compile(r"[^\W_]+")
CLAUSE_END = re.compile(r"[,;.!?+\n]+|\b(?:et|mais|puis)\b")


def clean(text: str) -> str:
    """Composed letters, no control or invisible character, single spaces, at most LONGEST characters."""
    composed = unicodedata.normalize("NFC", text[: 2 * LONGEST])
    kept = (" " if _is_blank(c) else c for c in composed if c.isspace() or not _is_invisible(c))
    return re.sub(r" +", " ", "".join(kept)).strip()[:LONGEST]


def plain(text: str) -> str:
    """Lower case without accents, straight apostrophes, same length as `text`."""
    return text.translate(PLAIN)


def spelt_out(text: str) -> str:
    """The plain text with usual shorthand written in full; length not kept."""
    return plain(TOKEN.sub(lambda found: in_full(found) or found.group(), text))


def in_full(word: re.Match[str]) -> str | None:
    """What a word found by TOKEN is short for; None when it is not, or when it is elided (« c'est », « m'a »)."""
    elided = len(word.group()) == 1 and word.string[word.end():word.end() + 1] in tuple("’'‘`´")
    return None if elided else SHORTHAND.get(plain(word.group()))


def clauses(text: str) -> tuple[str, ...]:
    """The parts of a message that say several things, each of two words or more; empty when it says one. Of a long
    one, the first parts and the last ones."""
    parts = tuple(part.strip() for part in CLAUSE_END.split(text) if len(part.split()) >= SHORTEST_CLAUSE)
    if len(parts) > MOST_CLAUSES:
        return parts[:MOST_CLAUSES // 2] + parts[-MOST_CLAUSES // 2:]
    return parts if len(parts) > 1 else ()


def _plain_char(char: str) -> str:
    if char in "’‘`´":
        return "'"
    base = unicodedata.normalize("NFD", char.lower())[:1]
    return base if base and len(base) == 1 else char


class _Plain(dict[int, str]):
    """The plain form of every character met so far."""

    def __missing__(self, code: int) -> str:
        self[code] = _plain_char(chr(code))
        return self[code]


PLAIN = _Plain()


def _is_blank(char: str) -> bool:
    return char.isspace()


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn")
