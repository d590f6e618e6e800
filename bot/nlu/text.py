"""Cleaning what was typed, and the plain form that lexicons and n-grams look at. Pure.

`clean` gives the text of the Reading; `plain` keeps its length, so that an offset in one is an offset in
the other; `spelt_out` does not, and serves features only.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 10_000
SHORTEST_CLAUSE, MOST_CLAUSES = 3, 6
CLAUSE_END = re.compile(r"[,;.!?+\n]+|\b(?:et|mais|puis)\b")
SHORTHAND = tuple((re.compile(pattern), full) for pattern, full in (
    (r"\bg\b(?!ap)", "j ai"), (r"\bjé\b|\bjai\b|\bjaie\b", "j ai"), (r"\bc\b(?= )", "c est"), (r"\bcé\b", "c est"),
    (r"\bpr\b", "pour"), (r"\bpdt\b", "pendant"), (r"\bpb\b", "probleme"), (r"\brdv\b", "rendez vous"),
    (r"\bdde\b", "demande"), (r"\bds\b", "dans"), (r"\bqd\b", "quand"), (r"\btt\b", "tout"), (r"\bts\b", "tous"),
    (r"\bvs\b", "vous"), (r"\bns\b", "nous"), (r"\bms\b", "mais"), (r"\bbcp\b", "beaucoup"), (r"\bslt\b", "salut"),
    (r"\bbjr\b", "bonjour"), (r"\bsvp\b|\bstp\b", "s il vous plait"), (r"\bkan\b", "quand"), (r"\bkoi\b", "quoi"),
    (r"\bki\b", "qui"), (r"\bke\b", "que"), (r"\bjms\b", "jamais"), (r"\btjs\b|\btjrs\b", "toujours"),
    (r"\bpk\b|\bpq\b|\bpkoi\b", "pourquoi"), (r"\bnn\b", "non"), (r"\bmnt\b", "maintenant"), (r"\bqq1\b", "quelqu un"),
    (r"\bya\b", "il y a"), (r"\bchui\b|\bjsuis\b|\bchu\b", "je suis"), (r"\bjsp\b", "je sais pas"),
    (r"\bappart\b", "appartement"), (r"\bproprio\b", "proprietaire"), (r"\bboulo\b|\btaf\b", "travail"),
    (r"\btel\b", "telephone"), (r"\bmme\b", "madame"), (r"\bmr\b|\bm\b(?=\.)", "monsieur"),
    (r"\bass soc\b", "assistante sociale"),
    (r"\bp\b(?= )", "plus"), (r"\bplu\b", "plus"), (r"\bjpeu\b|\bjpeux\b", "je peux"),
    (r"\bjsai\b|\bjsais\b", "je sais"),
))


def clean(text: str) -> str:
    """Composed letters, no control or invisible character, single spaces, at most LONGEST characters."""
    composed = unicodedata.normalize("NFC", text[: 2 * LONGEST])
    kept = (" " if _is_blank(c) else c for c in composed if c.isspace() or not _is_invisible(c))
    return re.sub(r" +", " ", "".join(kept)).strip()[:LONGEST]


def plain(text: str) -> str:
    """Lower case without accents, straight apostrophes, same length as `text`."""
    return "".join(_plain_char(c) for c in text)


def spelt_out(text: str) -> str:
    """The plain text with usual shorthand written in full, for features; length not kept."""
    said = re.sub(r"[’'`-]", " ", plain(text))
    for pattern, full in SHORTHAND:
        said = pattern.sub(full, said)
    return said


def clauses(text: str) -> tuple[str, ...]:
    """The parts of a message that say several things, each of three words or more; empty when it says one."""
    parts = tuple(part.strip() for part in CLAUSE_END.split(text) if len(part.split()) >= SHORTEST_CLAUSE)
    return parts[:MOST_CLAUSES] if len(parts) > 1 else ()


def _plain_char(char: str) -> str:
    if char in "’‘`´":
        return "'"
    base = unicodedata.normalize("NFD", char.lower())[:1]
    return base if base and len(base) == 1 else char


def _is_blank(char: str) -> bool:
    return char.isspace()


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn")
