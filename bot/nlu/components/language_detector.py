"""In which language the message is written."""

from __future__ import annotations

from dataclasses import replace

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.nlu.components.base import ReadingComponent
from bot.nlu.draft import Draft
from bot.nlu.language import language_of


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class LanguageDetector(ReadingComponent):
    """Comes first: everything after it may use the language."""

    def read(self, draft: Draft) -> Draft:
        """The draft with its language."""
        return replace(draft, language=language_of(draft.text))
