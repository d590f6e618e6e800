"""What a message does in the conversation: a need, a follow-up, a greeting, nothing to do with us."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.acts import judge_act
from bot.nlu.components.base import ReadingComponent
from bot.nlu.draft import Draft


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class ActClassifier(ReadingComponent):
    """Comes after bouquets and urgency: a need wins over politeness. Its act is Rasa's intent."""

    def read(self, draft: Draft) -> Draft:
        """The draft with its act."""
        return judge_act(draft)

    def publish(self, message: Message, draft: Draft) -> None:
        """Also gives Rasa its intent, which the rules answer to."""
        super().publish(message, draft)
        intent = {INTENT_NAME_KEY: draft.act.value, PREDICTED_CONFIDENCE_KEY: draft.act_score}
        message.set(INTENT, intent, add_to_output=True)
