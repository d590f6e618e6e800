"""`guichet corpus check`: every phrase to correct, with its file and line, in words."""

from __future__ import annotations

from bot.commands.words import Words
from bot.orientation.errors import UnderstandingError
from bot.settings import ROOT, Settings
from bot.training.corpus import faults, held_out_texts, read_placed


def report(settings: Settings) -> tuple[bool, str]:
    """Whether all is well, and the text to print."""
    words = Words(settings.knowledge_dir, "corpus")
    try:
        phrases = read_placed(ROOT / "data" / "nlu")
    except UnderstandingError as error:
        return False, words.text("illisible", raison=str(error))
    found = faults(phrases, held_out_texts(ROOT / "tests" / "heldout"))
    if not found:
        return True, words.text("en_ordre", nombre=len(phrases))
    lines = [words.text(fault.kind, fichier=fault.phrase.file, ligne=fault.phrase.line,
                        texte=fault.phrase.example.text, autre=fault.other) for fault in found]
    return False, "\n".join([words.text("a_corriger", nombre=len(found)), *lines])
