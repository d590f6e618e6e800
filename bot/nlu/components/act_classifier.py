"""What a message does in the conversation: a need, a follow-up, a greeting, nothing to do with us."""

from __future__ import annotations

from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.acts import judge_act
from bot.nlu.blend import Blend
from bot.nlu.components.base import LearningComponent, examples_of, features_of
from bot.nlu.draft import Draft
from bot.nlu.judges import ACT_AIM, Judge, act_labels, open_judge
from bot.orientation.taxonomy import Act


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class ActClassifier(LearningComponent):
    """Comes after bouquets and urgency: a need wins over politeness. Its act is Rasa's intent."""

    _judge: Judge[Act]

    def learn(self, training_data: TrainingData, folder: Path) -> None:
        """Fit the blend on the intents of the phrases."""
        Blend.fit(features_of(training_data), act_labels(examples_of(training_data)), ACT_AIM).save(folder, "act")

    def open(self, folder: Path) -> None:
        """Take up the fitted blend."""
        self._judge = open_judge(folder, Act, "act")

    def read(self, draft: Draft) -> Draft:
        """The draft with its act."""
        return judge_act(draft, self._judge)

    def publish(self, message: Message, draft: Draft) -> None:
        """Also gives Rasa its intent, which the rules answer to."""
        super().publish(message, draft)
        intent = {INTENT_NAME_KEY: draft.act.value, PREDICTED_CONFIDENCE_KEY: draft.act_score}
        message.set(INTENT, intent, add_to_output=True)
