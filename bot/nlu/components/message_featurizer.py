"""Messages to numbers: n-grams learnt from the training phrases, meanings from the sentence encoders."""

from __future__ import annotations

from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.components.base import DRAFT, LearningComponent, draft_of, featurizer_of
from bot.nlu.draft import Draft
from bot.nlu.featurizer import Featurizer


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class MessageFeaturizer(LearningComponent):
    """The only component that reads words as numbers; the classifiers take its features."""

    reads = ("knowledge/lexicons/egalite.yml",)

    def learn(self, training_data: TrainingData, folder: Path) -> None:
        """Fit the spelling, the n-grams and the centre of the meanings."""
        featurizer_of(training_data, self).save(folder)

    def open(self, folder: Path) -> None:
        """Take up the fitted featurizer."""
        self._featurizer = Featurizer.load(folder)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Leaves a draft with features on every phrase, for the classifiers to learn from."""
        messages = training_data.training_examples
        known = [draft_of(message) for message in messages]
        drafts = featurizer_of(training_data, self).read_examples(known, self.cache)
        for message, draft in zip(messages, drafts):
            message.set(DRAFT, draft)
        return training_data

    def read(self, draft: Draft) -> Draft:
        """The draft with its features."""
        return self._featurizer.read(draft)
