"""The first-level sheets a message asks for."""

from __future__ import annotations

from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.components.base import LearningComponent, lessons_learnt
from bot.nlu.draft import Draft
from bot.nlu.sheet_finder import SheetFinder


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SheetRetriever(LearningComponent):
    """Comes after the bouquets, which weigh in."""

    reads = ("knowledge/sheets",)

    def learn(self, training_data: TrainingData, folder: Path) -> None:
        """Fit on the phrases tagged with a sheet and the sheets' own words."""
        examples, drafts = lessons_learnt(training_data, self)
        SheetFinder.fit(examples, drafts, self.knowledge, self.cache).save(folder)

    def open(self, folder: Path) -> None:
        """Take up the fitted sheets."""
        self._finder = SheetFinder.load(folder)

    def read(self, draft: Draft) -> Draft:
        """The draft with its best sheets."""
        return self._finder.read(draft)
