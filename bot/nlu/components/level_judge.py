"""First or second level, need by need."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.nlu.components.base import ReadingComponent
from bot.nlu.draft import Draft
from bot.nlu.levels import judge_level


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class LevelJudge(ReadingComponent):
    """Takes what the scorer, the bouquets and the urgency said."""

    def read(self, draft: Draft) -> Draft:
        """The draft with its level and the needs of second level."""
        return judge_level(draft)
