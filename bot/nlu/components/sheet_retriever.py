"""The first-level sheet a message resembles most."""

from __future__ import annotations

from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.components.base import LearningComponent, examples_of
from bot.nlu.draft import Draft
from bot.nlu.featurizer import Featurizer
from bot.nlu.sheet_finder import SheetFinder, wordings


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SheetRetriever(LearningComponent):
    """Nearest wordings among the sheets' own words and the phrases tagged with a sheet."""

    reads = ("knowledge/sheets",)

    def learn(self, training_data: TrainingData, folder: Path) -> None:
        """The wordings go through the featurizer of this pipeline: same phrases, so the same fit."""
        examples = examples_of(training_data)
        featurizer, _ = Featurizer.fit([e.text for e in examples], self.cache)
        SheetFinder.fit(wordings(examples, self.knowledge), featurizer, self.cache).save(folder)

    def open(self, folder: Path) -> None:
        """Take up the wordings and their features."""
        self._finder = SheetFinder.load(folder)

    def read(self, draft: Draft) -> Draft:
        """The draft with its best sheets."""
        return self._finder.read(draft)
