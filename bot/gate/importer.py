"""How Rasa gets its training data: the phrases read once, by our own quick reader.

Rasa's file importer parses every YAML file five times in a training, with a slow parser: two minutes for what takes
two seconds here.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method

from bot.nlu.draft import Example
from bot.nlu.examples import labels_of, read_examples


class PhraseImporter(RasaFileImporter):
    """Phrases from the `nlu` folder of each data folder, rules from its `rules` folder."""

    def __init__(self, config_file: str | None = None, domain_path: str | None = None,
                 training_data_paths: list[str] | str | None = None) -> None:
        given = [training_data_paths] if isinstance(training_data_paths, str) else training_data_paths or []
        self._folders = tuple(Path(path) for path in given)
        super().__init__(config_file, domain_path, [str(folder / "rules") for folder in self._folders])

    @cached_method
    def get_nlu_data(self, language: str | None = "fr") -> TrainingData:
        """Every phrase, files in order; UnderstandingError names the file and the phrase that cannot be read."""
        examples = [example for folder in self._folders for example in read_examples(folder / "nlu")]
        return TrainingData([Message(data=_data(example)) for example in examples])


def _data(example: Example) -> dict[str, Any]:
    """As Rasa's YAML reader would put it: the labels of a phrase are the metadata of its example."""
    return {"text": example.text, "intent": example.act.value, "metadata": {"example": labels_of(example)}}
