"""Messages to numbers: n-grams learnt from the training phrases, meanings from the sentence encoders."""

from __future__ import annotations

from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.components.base import DRAFT, LearningComponent, draft_of, examples_of, fitted_featurizer
from bot.nlu.draft import Draft
from bot.nlu.featurizer import Featurizer


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class MessageFeaturizer(LearningComponent):
    """The only component that reads words as numbers; the classifiers take its features."""

    reads = ("knowledge/lexicons/egalite.yml",)

    def learn(self, training_data: TrainingData, folder: Path) -> None:
        """Fit the spelling, the n-grams and the centre of the meanings."""
        self._fitted(training_data).save(folder)

    def open(self, folder: Path) -> None:
        """Take up the fitted featurizer."""
        self._featurizer = Featurizer.load(folder)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Leaves a draft with features on every phrase, for the classifiers to learn from."""
        messages = training_data.training_examples
        drafts = self._fitted(training_data).read_examples([draft_of(message) for message in messages], self.cache)
        for message, draft in zip(messages, drafts):
            message.set(DRAFT, draft)
        return training_data

    def read(self, draft: Draft) -> Draft:
        """The draft with its features."""
        return self._featurizer.read(draft)

    def _fitted(self, training_data: TrainingData) -> Featurizer:
        phrases = tuple(example.text for example in examples_of(training_data))
        return fitted_featurizer(phrases, self.cache, self.knowledge_root)
