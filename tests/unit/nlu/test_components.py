"""Checks run over every component of config.yml: what each must do whatever it is."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
import yaml
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.components.base import DRAFT, LearningComponent, ReadingComponent, draft_of
from bot.nlu.components.message_featurizer import MessageFeaturizer
from bot.orientation.reading import Reading
from bot.orientation.wire import from_wire
from bot.settings import ROOT

CONFIG = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
NAMES = [entry["name"] for entry in CONFIG["pipeline"]]
CONTEXT = ExecutionContext(GraphSchema({}), node_name="essai")
PHRASES = [("je cherche du travail", "besoin", {"bouquets": ["emploi"]}),
           ("un médecin", "besoin", {"bouquets": ["sante"], "links": ["cout"], "urgency": "soon"}),
           ("il me frappe", "besoin", {"bouquets": ["securite"], "urgency": "danger"}),
           ("j'habite à Gap", "suite", {"place": "Gap"}), ("bonjour", "saluer", {}), ("du pain", "hors_champ", {})]
STRANGE = ["", "?", "😀", "\u202eabc", "/restart", "a" * 5000, "<b>", "مرحبا"]


def cls_of(name: str) -> type[ReadingComponent]:
    module, _, attribute = name.rpartition(".")
    return getattr(importlib.import_module(module), attribute)  # type: ignore[no-any-return]


def message(text: str, intent: str = "", labels: dict[str, object] | None = None) -> Message:
    data: dict[str, object] = {"text": text}
    if intent:
        data |= {"intent": intent, "metadata": {"example": labels}}
    return Message(data=data)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> dict[str, ReadingComponent]:
    """Every component, learnt on a handful of phrases whose every label occurs, then loaded again."""
    storage = LocalModelStorage(tmp_path_factory.mktemp("model"))
    phrases = [message(f"{text} {n}", intent, labels) for n in range(4) for text, intent, labels in PHRASES]
    phrases += [message(f"exemple {b} {link}", "besoin", {"bouquets": [b], "links": [link]})
                for b, link in zip(_bouquets() * 2, _links() * 4) for _ in range(2)]
    phrases += [message(f"phrase {act} {n}", act, {}) for act in _acts() for n in range(3)]
    data = TrainingData(phrases)
    made: dict[str, ReadingComponent] = {}
    for name in NAMES:
        cls, resource = cls_of(name), Resource(name)
        config = {**cls.get_default_config(), "cache": str(tmp_path_factory.mktemp("cache"))}
        component = cls.create(config, storage, resource, CONTEXT)
        if isinstance(component, LearningComponent):
            component.train(data)
            component = cls.load(config, storage, resource, CONTEXT)
        if isinstance(component, MessageFeaturizer):
            data = component.process_training_data(data)
        made[name] = component  # type: ignore[assignment]
    return made


def _bouquets() -> list[str]:
    return [path.stem for path in sorted((ROOT / "data" / "nlu" / "bouquets").glob("*.yml"))]


def _links() -> list[str]:
    from bot.orientation.taxonomy import Link

    return [link.value for link in Link]


def _acts() -> list[str]:
    from bot.orientation.taxonomy import Act

    return [act.value for act in Act]


def run(trained: dict[str, ReadingComponent], text: str, until: str = NAMES[-1]) -> Message:
    said = message(text)
    for name in NAMES[:NAMES.index(until) + 1]:
        trained[name].process([said])
    return said


@pytest.mark.parametrize("name", NAMES)
def test_component_is_ours_and_lives_alone_in_its_file(name: str) -> None:
    assert name.startswith("bot.nlu.components.")
    module = importlib.import_module(name.rpartition(".")[0])
    own = [v for v in vars(module).values() if isinstance(v, type) and v.__module__ == module.__name__]
    assert len(own) == 1


@pytest.mark.parametrize("name", NAMES)
def test_component_adds_to_the_draft_and_never_loses_the_text(name: str, trained: dict[str, ReadingComponent]) -> None:
    said = run(trained, "je cherche un médecin à Gap, c'est pour ma mère", name)
    assert draft_of(said).text == "je cherche un médecin à Gap, c'est pour ma mère"


@pytest.mark.parametrize("name", NAMES)
def test_component_reads_twice_the_same(name: str, trained: dict[str, ReadingComponent]) -> None:
    assert repr(draft_of(run(trained, "il me frappe", name))) == repr(draft_of(run(trained, "il me frappe", name)))


@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
def test_the_pipeline_survives_anything(text: str, trained: dict[str, ReadingComponent]) -> None:
    reading = from_wire(Reading, run(trained, text).get("reading"))
    assert len(reading.ranking) == 5


def test_the_draft_stays_inside_and_the_reading_goes_out(trained: dict[str, ReadingComponent]) -> None:
    shown = run(trained, "bonjour").as_dict(only_output_properties=True)
    assert DRAFT not in shown and {"reading", "intent"} <= set(shown)


@pytest.mark.parametrize("name", NAMES)
def test_a_change_of_code_or_knowledge_trains_again(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cls = cls_of(name)
    before = cls.fingerprint_addon({})
    assert before == cls.fingerprint_addon({})
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "nlu").mkdir()
    (tmp_path / "bot" / "nlu" / "x.py").write_text("x = 1", encoding="utf-8")
    monkeypatch.setattr("bot.nlu.components.base.ROOT", tmp_path)
    monkeypatch.setattr(cls, "reads", ())
    monkeypatch.setattr("bot.nlu.components.base.CODE", ("bot/nlu",))
    assert cls.fingerprint_addon({}) != before
