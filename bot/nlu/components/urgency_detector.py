"""How urgent a message is: the words of danger and the trained scores, recall first."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.nlu.alarm import Alarm
from bot.nlu.components.base import ReadingComponent
from bot.nlu.danger import FILE, DangerWords, alarm_rules
from bot.nlu.draft import Draft


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class UrgencyDetector(ReadingComponent):
    """None, soon or danger, with the signals heard."""

    reads = (f"knowledge/{FILE}", "knowledge/urgency.yml")

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__(config)
        self._alarm = Alarm(DangerWords.load(self.knowledge_root), alarm_rules(self.knowledge))

    def read(self, draft: Draft) -> Draft:
        """The draft with its urgency, gravest signal first."""
        return self._alarm.read(draft)
