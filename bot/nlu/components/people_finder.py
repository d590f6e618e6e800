"""Whom the need is for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.nlu.components.base import ReadingComponent
from bot.nlu.draft import Draft
from bot.nlu.people import FILE, PeopleWords


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class PeopleFinder(ReadingComponent):
    """By the words of the lexicon; several people may be named."""

    reads = (f"knowledge/{FILE}",)

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__(config)
        self._words = PeopleWords.load(self.knowledge_root)

    def read(self, draft: Draft) -> Draft:
        """The draft with the people named."""
        return replace(draft, people=self._words.find(draft.text))
