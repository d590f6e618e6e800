"""What every component shares: the draft carried by the message, learning to a folder, the fingerprint.

A draft travels on the message from one component to the next and never reaches Rasa's output.
"""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, METADATA, METADATA_EXAMPLE, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.knowledge.communes import Gazetteer
from bot.knowledge.loader import load_knowledge
from bot.knowledge.model import Knowledge
from bot.nlu.components.phrase import Phrase
from bot.nlu.draft import Draft, Example
from bot.nlu.examples import example_of
from bot.nlu.featurizer import Featurizer
from bot.nlu.lessons import lessons
from bot.nlu.text import clean
from bot.nlu.wording import Wording

ROOT = Path(__file__).resolve().parents[3]
DRAFT = "draft"
CODE = ("bot/nlu", "bot/orientation/reading.py", "bot/orientation/taxonomy.py", "bot/knowledge")


class ReadingComponent(GraphComponent, ABC):
    """Adds to the draft of each message. Subclasses name in `reads` the knowledge files that change them."""

    reads: tuple[str, ...] = ()

    def __init__(self, config: dict[str, Any]) -> None:
        self.config = config

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`knowledge` and `cache` are folders under the project; `departement` is the home one."""
        return {"knowledge": "knowledge", "cache": ".cache", "departement": "05"}

    @classmethod
    def create(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> GraphComponent:
        """Called by Rasa's graph."""
        return cls(config)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Hash of the code and knowledge that Rasa does not watch, so that a change of them trains again."""
        digest = hashlib.sha256()
        for path in _files((*CODE, *cls.reads)):
            digest.update(path.read_bytes())
        return digest.hexdigest()

    @property
    def knowledge_root(self) -> Path:
        """The folder of knowledge."""
        return ROOT / str(self.config["knowledge"])

    @property
    def knowledge(self) -> Knowledge:
        """Everything in that folder, read once a process."""
        return _knowledge(self.knowledge_root)

    @property
    def cache(self) -> Path:
        """Where the meanings of training phrases are kept between trainings."""
        return ROOT / str(self.config["cache"])

    @abstractmethod
    def read(self, draft: Draft) -> Draft:
        """The draft with what this component finds."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Reads every message that comes without a draft from its text."""
        for message in messages:
            self.publish(message, self.read(draft_of(message)))
        return messages

    def publish(self, message: Message, draft: Draft) -> None:
        """Keeps the draft for the next component."""
        message.set(DRAFT, draft)


class LearningComponent(ReadingComponent, ABC):
    """A component that learns from the training phrases and keeps what it learnt in the model."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config)
        self._storage, self._resource = storage, resource

    @classmethod
    def create(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> GraphComponent:
        """Called by Rasa's graph before training."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
             execution_context: ExecutionContext, **kwargs: Any) -> GraphComponent:
        """Called by Rasa's graph after training."""
        made = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            made.open(Path(folder))
        return made

    def train(self, training_data: TrainingData) -> Resource:
        """Learns and writes to the model."""
        with self._storage.write_to(self._resource) as folder:
            self.learn(training_data, Path(folder))
        return self._resource

    @abstractmethod
    def learn(self, training_data: TrainingData, folder: Path) -> None:
        """Write to `folder` what was learnt."""

    @abstractmethod
    def open(self, folder: Path) -> None:
        """Take up what `learn` wrote."""


def draft_of(message: Message) -> Draft:
    """The draft so far; a new one from the cleaned text when no component has read it yet."""
    found = message.get(DRAFT)
    return found if isinstance(found, Draft) else Draft(clean(message.get(TEXT) or ""))


def examples_of(training_data: TrainingData) -> list[Example]:
    """The labelled phrases, in Rasa's order."""
    return [_example(message) for message in _phrases(training_data)]


def _example(message: Message) -> Example:
    if isinstance(message, Phrase):
        return message.example
    return example_of(message.get(TEXT), message.get(INTENT), (message.get(METADATA) or {}).get(METADATA_EXAMPLE) or {})


@lru_cache(maxsize=1)
def fitted_featurizer(phrases: tuple[str, ...], cache: Path, knowledge: Path) -> Featurizer:
    """Fitted once a training, for every component that needs it."""
    return Featurizer.fit(phrases, Wording.fit(phrases, knowledge, _gazetteer(knowledge).words()), cache)


def featurizer_of(training_data: TrainingData, component: ReadingComponent) -> Featurizer:
    """Fitted on the same phrases as the one of the pipeline, so that its columns are the same."""
    phrases = tuple(example.text for example in examples_of(training_data))
    return fitted_featurizer(phrases, component.cache, component.knowledge_root)


def lessons_learnt(training_data: TrainingData, component: ReadingComponent) -> tuple[list[Example], list[Draft]]:
    """The labelled phrases, what knowledge teaches, and the drafts of both."""
    examples, taught = examples_of(training_data), lessons(component.knowledge)
    featurizer = featurizer_of(training_data, component)
    drafts = [draft_of(m) for m in _phrases(training_data)]
    return [*examples, *taught], [*drafts, *featurizer.read_examples([Draft(e.text) for e in taught], component.cache)]


@lru_cache(maxsize=1)
def _knowledge(root: Path) -> Knowledge:
    return load_knowledge(root)


@lru_cache(maxsize=1)
def _gazetteer(root: Path) -> Gazetteer:
    return Gazetteer.load(root / "communes")


def _phrases(training_data: TrainingData) -> list[Message]:
    return [m for m in training_data.training_examples if m.get(TEXT) and m.get(INTENT)]


def _files(names: Sequence[str]) -> Iterator[Path]:
    for name in names:
        path = ROOT / name
        found = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.suffix in (".py", ".yml", ".csv"))
        yield from found
