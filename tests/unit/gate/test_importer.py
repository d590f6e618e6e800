"""Rasa gets exactly the phrases of data/nlu, with their labels, and the rules."""

from bot.gate.importer import PhraseImporter
from bot.nlu.components.base import examples_of
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


def test_labels_survive_their_way_through_rasa() -> None:
    for example in read_examples(ROOT / "data" / "nlu")[::50]:
        assert example_of(example.text, example.act.value, labels_of(example)) == example
