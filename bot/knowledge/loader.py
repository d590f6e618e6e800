"""All of `knowledge/` at once. Loading refuses what the check refuses, and says why."""

from __future__ import annotations

from pathlib import Path

from bot.knowledge import build_numbers, build_phrasing, build_sheets, build_taxonomy, build_urgency
from bot.knowledge.crosscheck import crosscheck
from bot.knowledge.files import Source
from bot.knowledge.model import Knowledge
from bot.knowledge.problems import Problem
from bot.orientation.errors import KnowledgeError

SHOWN = 20


def load_knowledge(root: Path) -> Knowledge:
    """The knowledge of a folder; KnowledgeError lists the first problems."""
    knowledge, problems = read_knowledge(root)
    if problems:
        listed = "\n".join(str(problem) for problem in problems[:SHOWN])
        raise KnowledgeError(f"knowledge/ : {len(problems)} problème(s)\n{listed}")
    return knowledge


def read_knowledge(root: Path) -> tuple[Knowledge, list[Problem]]:
    """What could be read, and every problem met."""
    source = Source(root)
    kinds = build_taxonomy.kinds(source)
    numbers = build_numbers.numbers(source)
    knowledge = Knowledge(
        bouquets=build_taxonomy.bouquets(source),
        links=build_taxonomy.links(source),
        sheets=build_sheets.sheets(source, numbers, kinds),
        specialists=build_sheets.specialists(source, kinds),
        numbers=numbers,
        former_names=build_numbers.former_names(source),
        companions=build_numbers.companions(source),
        urgency=build_urgency.urgency(source, numbers),
        kinds=kinds,
        phrasing=build_phrasing.phrasing(source),
        idle_words=build_phrasing.idle_words(source),
        fingerprint=source.fingerprint(),
    )
    return knowledge, source.problems + crosscheck(knowledge)
