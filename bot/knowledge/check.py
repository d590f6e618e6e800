"""`guichet knowledge check`: every problem in words, and what was counted."""

from __future__ import annotations

from pathlib import Path

from bot.knowledge.loader import read_knowledge


def report(root: Path) -> tuple[bool, str]:
    """Whether all is well, and the text to print (French)."""
    knowledge, problems = read_knowledge(root)
    counts = (f"{len(knowledge.bouquets)} bouquets, {len(knowledge.links)} maillons, {len(knowledge.sheets)} fiches, "
              f"{len(knowledge.specialists)} spécialistes, {len(knowledge.numbers)} numéros, "
              f"{len(knowledge.former_names)} anciens noms, {len(knowledge.companions)} accompagnements, "
              f"{len(knowledge.urgency)} règles de danger")
    if not problems:
        return True, f"Tout est en ordre : {counts}."
    lines = "\n".join(f"- {problem}" for problem in problems)
    return False, f"{len(problems)} problème(s) à corriger :\n{lines}\n({counts})"
