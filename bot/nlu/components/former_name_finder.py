"""The outdated names a message uses."""

from __future__ import annotations

from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.common_words import common_words, load_common, save_common
from bot.nlu.components.base import LearningComponent, examples_of
from bot.nlu.draft import Draft
from bot.nlu.former import FormerNames, outdated


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class FormerNameFinder(LearningComponent):
    """« l'ANPE », « la Sécu »: understood, and answered with today's name."""

    reads = ("knowledge/former_names.csv",)

    def learn(self, training_data: TrainingData, folder: Path) -> None:
        """Learn which words are everyday words, for old names spelt like them."""
        save_common(common_words(examples_of(training_data)), folder)

    def open(self, folder: Path) -> None:
        """Take up the everyday words; read the old names."""
        self._names = FormerNames(outdated(self.knowledge), load_common(folder))

    def read(self, draft: Draft) -> Draft:
        """The draft with the old names."""
        return self._names.read(draft)
