"""Rasa gets exactly the phrases of data/nlu, with their labels, and the rules."""

import copy

from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.gate.importer import PhraseImporter
from bot.nlu.components.base import examples_of
from bot.nlu.components.phrase import Phrase
from bot.nlu.draft import Draft
from bot.nlu.examples import example_of, labels_of, read_examples
from bot.orientation.taxonomy import Act
from bot.settings import ROOT


def test_the_phrases_reach_the_components_as_they_are_written() -> None:
    importer = PhraseImporter(str(ROOT / "config.yml"), str(ROOT / "domain.yml"), [str(ROOT / "data")])
    written = read_examples(ROOT / "data" / "nlu")
    assert set(examples_of(importer.get_nlu_data())) == set(written) and len(written) > 15_000


def test_the_rules_are_read_too() -> None:
    importer = PhraseImporter(str(ROOT / "config.yml"), str(ROOT / "domain.yml"), str(ROOT / "data"))
    assert len(importer.get_stories().story_steps) == len(Act)


def test_a_phrase_is_copied_and_compared_by_what_it_holds() -> None:
    example, other = read_examples(ROOT / "data" / "nlu")[:2]
    phrase = Phrase(example)
    copied = copy.deepcopy(phrase)
    assert copied == phrase != Phrase(other)
    copied.set("draft", Draft(example.text))
    assert copied != phrase and phrase.get("draft") is None
    assert Message(data=phrase.data).data == phrase.data and examples_of(TrainingData([phrase])) == [example]


def test_a_phrase_built_by_rasa_itself_has_the_same_labels() -> None:
    example = read_examples(ROOT / "data" / "nlu")[0]
    assert examples_of(TrainingData([Message(data=Phrase(example).data)])) == [example]


def test_labels_survive_their_way_through_rasa() -> None:
    for example in read_examples(ROOT / "data" / "nlu")[::50]:
        assert example_of(example.text, example.act.value, labels_of(example)) == example
