"""How Rasa gets its training data: the phrases read once, by our own quick reader.

Rasa's file importer parses every YAML file five times in a training, with a slow parser: minutes for what takes
seconds here.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method

from bot.nlu.components.phrase import Phrase
from bot.nlu.draft import Example
from bot.nlu.examples import read_examples


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
        folders = tuple(folder / "nlu" for folder in self._folders)
        stamps = tuple(file.stat().st_mtime_ns for folder in folders for file in sorted(folder.rglob("*.yml")))
        return TrainingData([Phrase(example) for example in _examples(folders, stamps)])


@lru_cache(maxsize=1)
def _examples(folders: tuple[Path, ...], stamps: tuple[int, ...]) -> tuple[Example, ...]:
    """Read once for the several importers of one training; `stamps`, of the files, tell when to read again."""
    return tuple(example for folder in folders for example in read_examples(folder))
