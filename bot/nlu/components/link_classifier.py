"""Which of the 11 links of accessibility stand in the way."""

from __future__ import annotations

from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.blend import Blend
from bot.nlu.components.base import LearningComponent, examples_of, features_of
from bot.nlu.draft import Draft
from bot.nlu.judges import LINK_AIM, Judge, judge_links, link_labels, open_judge
from bot.orientation.taxonomy import Link


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinkClassifier(LearningComponent):
    """Multi-label: each label is a question of its own, with its threshold."""

    _judge: Judge[Link]

    def learn(self, training_data: TrainingData, folder: Path) -> None:
        """Fit the blend on the labels of the phrases."""
        blend = Blend.fit(features_of(training_data), link_labels(examples_of(training_data)), LINK_AIM)
        blend.save(folder, "link")

    def open(self, folder: Path) -> None:
        """Take up the fitted blend."""
        self._judge = open_judge(folder, Link, "link")

    def read(self, draft: Draft) -> Draft:
        """The draft with its labels, their scores and the words that carried them."""
        return judge_links(draft, self._judge)
