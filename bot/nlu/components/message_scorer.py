"""Every trained score of a message at once: bouquets, links, urgency, act, level."""

from __future__ import annotations

from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.components.base import LearningComponent, featurizer_of, lessons_learnt
from bot.nlu.draft import Draft
from bot.nlu.scorer import Scorer


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class MessageScorer(LearningComponent):
    """One system solved for all labels; the components after it decide from these scores."""

    reads = ("knowledge/sheets", "knowledge/taxonomy.yml")
    _scorer: Scorer

    def learn(self, training_data: TrainingData, folder: Path) -> None:
        """Fit on the phrases and on what knowledge teaches."""
        examples, drafts = lessons_learnt(training_data, self)
        Scorer.fit(examples, drafts, featurizer_of(training_data, self), self.cache).save(folder)

    def open(self, folder: Path) -> None:
        """Take up the fitted scores."""
        self._scorer = Scorer.load(folder)

    def read(self, draft: Draft) -> Draft:
        """The draft with its scores."""
        return self._scorer.read(draft)
