"""The communes named in a message."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.knowledge.communes import Gazetteer
from bot.nlu.common_words import common_words, load_common, save_common
from bot.nlu.components.base import LearningComponent, examples_of
from bot.nlu.draft import Draft
from bot.nlu.neutral import Neutral
from bot.nlu.places import PlaceFinder


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class CommuneFinder(LearningComponent):
    """By postcode, name, short name or near spelling; homonyms are kept."""

    reads = ("knowledge/communes", "knowledge/lexicons/egalite.yml")

    def learn(self, training_data: TrainingData, folder: Path) -> None:
        """Learn which words are everyday words, for communes that bear their name."""
        save_common(common_words(examples_of(training_data)), folder)

    def open(self, folder: Path) -> None:
        """Take up the everyday words; read the communes of France."""
        communes = Gazetteer.load(self.knowledge_root / "communes")
        self._places = PlaceFinder(communes, load_common(folder), str(self.config["departement"]),
                                   Neutral.load(self.knowledge_root))

    def read(self, draft: Draft) -> Draft:
        """The draft with its places."""
        return replace(draft, places=self._places.find(draft.text))
