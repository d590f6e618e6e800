"""Communes named in messages, and common words that are not communes."""

import pytest

from bot.knowledge.communes import Gazetteer
from bot.nlu.neutral import Neutral
from bot.nlu.places import PlaceFinder
from bot.nlu.text import clean
from bot.settings import ROOT

COMMON = frozenset("job orange serres aiguilles voiture maison sens force nuit merci bonjour".split())


@pytest.fixture(scope="module")
def finder() -> PlaceFinder:
    return PlaceFinder(Gazetteer.load(ROOT / "knowledge" / "communes"), COMMON, "05", Neutral.load(ROOT / "knowledge"))


@pytest.mark.parametrize(("said", "names"), [
    ("J'ai perdu mon boulot à Veynes et j'arrive plus à payer le loyer", ["Veynes"]),
    ("plutôt à Briançon", ["Briançon"]),
    ("veynes", ["Veynes"]),
    ("05400 Veynes", ["Veynes"]),
    ("j'habite au Monêtier-les-Bains", ["Le Monêtier-les-Bains"]),
    ("je suis de laragne", ["Laragne-Montéglin"]),
    ("on est à L'Argentière", ["L'Argentière-la-Bessée"]),
    ("je monte à Gap demain depuis Embrun", ["Gap", "Embrun"]),
    ("un docteur à Marseille", ["Marseille"]),
])
def test_communes_are_found(finder: PlaceFinder, said: str, names: list[str]) -> None:
    assert [mention.candidates[0].name for mention in finder.find(clean(said))] == names


@pytest.mark.parametrize("said", [
    "je cherche un job d'été", "mon forfait orange ne marche plus", "quelles serres de jardin", "ça n'a pas de sens",
    "dans les Hautes-Alpes", "la vallée de la Clarée", "rue de Veynes", "une voiture en panne", "",
])
def test_common_words_are_not_communes(finder: PlaceFinder, said: str) -> None:
    assert finder.find(clean(said)) == ()


def test_a_near_spelling_is_said_to_be_near(finder: PlaceFinder) -> None:
    mention = finder.find("j'habite a vaines")[0]
    assert mention.commune is not None and mention.commune.name == "Veynes"
    assert mention.approximate


def test_homonyms_of_the_home_departement_are_asked_about(finder: PlaceFinder) -> None:
    mention = finder.find("je vis à Aspres")[0]
    assert mention.commune is None
    assert {c.name for c in mention.candidates} == {"Aspres-sur-Buëch", "Aspres-lès-Corps"}


def test_offsets_point_at_the_words(finder: PlaceFinder) -> None:
    text = clean("Bonjour, je suis à Saint-Bonnet.")
    mention = finder.find(text)[0]
    assert text[mention.start:mention.end] == mention.words == "Saint-Bonnet"


@pytest.mark.parametrize("said", ["je m'appelle Marie Durand, je cherche un médecin", "M. Martin demande l'APA",
                                  "mon fils Gabriel est malade"])
def test_the_name_of_a_person_is_no_place(finder: PlaceFinder, said: str) -> None:
    assert finder.find(said) == ()
