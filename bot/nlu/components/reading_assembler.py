"""The last step: what was found, as the Reading that the action server receives."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.assemble import implied_bouquets, reading_of
from bot.nlu.components.base import ReadingComponent
from bot.nlu.draft import Draft
from bot.orientation.wire import to_wire

READING = "reading"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class ReadingAssembler(ReadingComponent):
    """Puts the Reading in Rasa's output, as plain JSON; the draft itself stays behind."""

    reads = ("knowledge/urgency.yml",)

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__(config)
        self._implied = implied_bouquets(self.knowledge)

    def read(self, draft: Draft) -> Draft:
        """Nothing to add."""
        return draft

    def publish(self, message: Message, draft: Draft) -> None:
        """The wire form, under one key."""
        message.set(READING, to_wire(reading_of(draft, self._implied)), add_to_output=True)
