"""Which of the 18 bouquets of services a message is about, as many as it takes."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.nlu.components.base import ReadingComponent
from bot.nlu.draft import Draft
from bot.nlu.judges import judge_bouquets


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class BouquetClassifier(ReadingComponent):
    """Multi-label: each label is a question of its own, with its threshold."""

    def read(self, draft: Draft) -> Draft:
        """The draft with its labels, their scores and the words that carried them."""
        return judge_bouquets(draft)
