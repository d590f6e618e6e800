"""What no single file can show: references between files, and vocabularies that must be complete."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.model import Knowledge
from bot.knowledge.problems import Problem
from bot.orientation.reading import IMPRECISE
from bot.orientation.taxonomy import Bouquet, Link

NEEDED_NUMBERS = ("samu", "police", "pompiers", "112", "114", "3939")


def crosscheck(knowledge: Knowledge) -> list[Problem]:
    """Every broken reference."""
    return [*_complete(knowledge), *_specialists(knowledge), *_companions(knowledge),
            *_needed(knowledge)]


def _complete(knowledge: Knowledge) -> Iterator[Problem]:
    for bouquet in Bouquet:
        if bouquet not in knowledge.bouquets:
            yield Problem("taxonomy.yml", bouquet.value, "bouquet absent", "remettre les 18 bouquets")
        if not any(sheet.bouquet is bouquet for sheet in knowledge.sheets.values()):
            yield Problem(f"sheets/{bouquet.value}.yml", "fiches", "aucune fiche", "en écrire au moins une")
    for link in Link:
        if link not in knowledge.links:
            yield Problem("taxonomy.yml", link.value, "maillon absent", "remettre les 11 maillons")


def _specialists(knowledge: Knowledge) -> Iterator[Problem]:
    for sheet in knowledge.sheets.values():
        if sheet.specialist not in knowledge.specialists:
            yield Problem(f"sheets/{sheet.bouquet.value}.yml", f"{sheet.id}.niveau2",
                          f"« {sheet.specialist} » n'est dans aucun fichier de specialists/",
                          "corriger l'identifiant ou ajouter le spécialiste")


def _companions(knowledge: Knowledge) -> Iterator[Problem]:
    for entry in knowledge.companions:
        for sheet in entry.sheets:
            if sheet not in knowledge.sheets or knowledge.sheets[sheet].bouquet is not entry.bouquet:
                yield Problem("companions.csv", f"« {entry.sentence[:40]}… ».fiches",
                              f"« {sheet} » n'est pas une fiche de {entry.bouquet.value}",
                              "corriger l'identifiant, ou vider la case pour toutes les fiches")


def _needed(knowledge: Knowledge) -> Iterator[Problem]:
    for number in NEEDED_NUMBERS:
        if number not in knowledge.numbers:
            yield Problem("numbers.csv", number, "numéro indispensable absent", "remettre cette ligne")
    if IMPRECISE not in knowledge.urgency:
        yield Problem("urgency.yml", IMPRECISE, "règle indispensable absente", "remettre cette règle")
