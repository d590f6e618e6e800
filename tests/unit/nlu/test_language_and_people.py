"""The language of a message, and whom it is for."""

import pytest

from bot.nlu.language import language_of
from bot.nlu.people import PeopleWords
from bot.orientation.taxonomy import Person
from bot.settings import ROOT


@pytest.mark.parametrize(("said", "language"), [
    ("je cherche un logement", "fr"),
    ("ANPE c'est où", "fr"),
    ("g plu rien a mangé", "fr"),
    ("Mme, 72 a, veuve, GIR 4, demande APA + portage repas", "fr"),
    ("I need a doctor, I don't speak French", "en"),
    ("necesito un médico por favor", "es"),
    ("Mein Mann muss zum Augenarzt", "de"),
    ("أولادي ما أكلوا من مبارح", "ar"),
    ("у нас немає де ночувати сьогодні", "uk"),
    ("мне негде ночевать", "ru"),
    ("", "fr"),
])
def test_language(said: str, language: str) -> None:
    assert language_of(said) == language


@pytest.mark.parametrize(("said", "person"), [
    ("non, c'est pour ma mère", Person.PARENT),
    ("Mme, 72 a, veuve, GIR 4, demande APA + portage repas", Person.CLIENT),
    ("c'est pour mon voisin", Person.NEIGHBOUR),
    ("mon fils a 3 ans", Person.CHILD),
    ("ma mère est tombée et mon frère m'aide pas", Person.PARENT),
])
def test_people(said: str, person: Person) -> None:
    assert PeopleWords.load(ROOT / "knowledge").find(said) == (person,)


def test_nobody_named_gives_nobody() -> None:
    assert PeopleWords.load(ROOT / "knowledge").find("où refaire ma carte d'identité") == ()


@pytest.mark.parametrize("said", [
    "mon mari me frappe",
    "mon père est mort lundi, quels papiers",
    "je me sens seul depuis que ma femme est morte",
    "mon voisin fait de la musique toute la nuit",
    "je dors dans ma voiture avec mes enfants",
    "c'est pour la succession de ma tante",
])
def test_who_acts_is_dead_or_is_complained_of_is_not_whom_the_need_is_for(said: str) -> None:
    assert PeopleWords.load(ROOT / "knowledge").find(said) == ()
