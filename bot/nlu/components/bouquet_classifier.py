"""Which of the 18 bouquets of services a message is about, as many as it takes."""

from __future__ import annotations

from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.components.base import LearningComponent, examples_of, features_of
from bot.nlu.draft import Draft
from bot.nlu.featurizer import Featurizer
from bot.nlu.judges import Judge, judge_bouquets, open_judge
from bot.nlu.lessons import fit_bouquets, lessons
from bot.orientation.taxonomy import Bouquet


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class BouquetClassifier(LearningComponent):
    """Multi-label: each label is a question of its own, with its threshold."""

    reads = ("knowledge/sheets", "knowledge/taxonomy.yml")
    _judge: Judge[Bouquet]

    def learn(self, training_data: TrainingData, folder: Path) -> None:
        """Fit the blend on the phrases and on what knowledge teaches, through the featurizer of this pipeline."""
        examples = examples_of(training_data)
        featurizer, _ = Featurizer.fit([e.text for e in examples], self.cache)
        taught = lessons(self.knowledge)
        fit_bouquets(examples, features_of(training_data), taught, featurizer, self.cache).save(folder, "bouquet")

    def open(self, folder: Path) -> None:
        """Take up the fitted blend."""
        self._judge = open_judge(folder, Bouquet, "bouquet")

    def read(self, draft: Draft) -> Draft:
        """The draft with its labels, their scores and the words that carried them."""
        return judge_bouquets(draft, self._judge)
