"""How urgent a message is: the words of danger and a classifier, recall first."""

from __future__ import annotations

from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.alarm import URGENCY, Alarm, urgency_labels
from bot.nlu.blend import Blend
from bot.nlu.components.base import LearningComponent, examples_of, features_of
from bot.nlu.danger import FILE, DangerWords, alarm_rules
from bot.nlu.draft import Draft
from bot.nlu.judges import URGENCY_AIM


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class UrgencyDetector(LearningComponent):
    """None, soon or danger, with the signals heard."""

    reads = (f"knowledge/{FILE}", "knowledge/urgency.yml")

    def learn(self, training_data: TrainingData, folder: Path) -> None:
        """Fit the classifier that hears what the lexicon does not."""
        labels = urgency_labels(examples_of(training_data))
        Blend.fit(features_of(training_data), labels, URGENCY_AIM).save(folder, URGENCY)

    def open(self, folder: Path) -> None:
        """Take up the classifier; read the lexicon and the rules."""
        words = DangerWords.load(self.knowledge_root)
        self._alarm = Alarm(Blend.load(folder, URGENCY), words, alarm_rules(self.knowledge))

    def read(self, draft: Draft) -> Draft:
        """The draft with its urgency, gravest signal first."""
        return self._alarm.read(draft)
