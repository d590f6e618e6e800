"""What `knowledge/` teaches besides the labelled phrases: the sheets' own words, the examples of the taxonomy."""

from __future__ import annotations

from bot.knowledge.model import Knowledge
from bot.nlu.draft import Example
from bot.nlu.text import clean
from bot.orientation.taxonomy import Act


def lessons(knowledge: Knowledge) -> list[Example]:
    """Every wording of a sheet, then every example, name and label of a bouquet: needs, each of one bouquet."""
    sheets = [Example(clean(text), Act.NEED, (sheet.bouquet,), sheet=sheet.id) for sheet in knowledge.sheets.values()
              for text in (sheet.title, sheet.question, *sheet.other_words)]
    taxonomy = [Example(clean(text), Act.NEED, (entry.bouquet,)) for entry in knowledge.bouquets.values()
                for text in (*entry.examples, entry.name, entry.label)]
    return sheets + taxonomy
