"""Danger heard in words: what must be heard, and what must not be taken for it."""

import pytest

from bot.nlu.danger import DangerWords
from bot.nlu.text import clean
from bot.settings import ROOT


@pytest.fixture(scope="module")
def words() -> DangerWords:
    return DangerWords.load(ROOT / "knowledge")


@pytest.mark.parametrize(("said", "signal"), [
    ("mon mari me frappe", "violences_conjugales"),
    ("MON MARI ME FRAPPE", "violences_conjugales"),
    ("j'ai plus envie de vivre", "suicide"),
    ("jveu mourir", "suicide"),
    ("il a avalé de la javel", "intoxication"),
    ("ça sent le gaz dans l'escalier", "gaz"),
    ("je dors dans ma voiture", "sans_abri"),
    ("I have nowhere to sleep", "sans_abri"),
    ("ma fille de 13 ans n'est pas rentrée, elle a fugué", "enfant_disparu"),
    ("elle ne respire plus", "detresse_vitale"),
    ("g plu rien a mangé", "faim"),
])
def test_danger_is_heard(words: DangerWords, said: str, signal: str) -> None:
    assert signal in words.hear(clean(said)).signals


@pytest.mark.parametrize("said", [
    "c'est à mourir de rire", "feu vert pour mon permis de construire", "demande APA pour ma mère",
    "je vais tuer mon voisin avec sa musique", "bonjour", "quelle est la capitale du Pérou",
])
def test_alarming_words_without_danger_stay_quiet(words: DangerWords, said: str) -> None:
    assert words.hear(clean(said)).signals == ()


def test_evidence_points_into_the_text(words: DangerWords) -> None:
    text = clean("Depuis hier, mon mari me frappe !")
    evidence = words.hear(text).evidence[0]
    assert text[evidence.start:evidence.end] == evidence.words


@pytest.mark.parametrize("said", [
    "", "😀😀", "\u200b\u202e", "<script>", pytest.param("a" * 10_000, id="very long"),
    pytest.param("?" * 3000, id="question marks"),
])
def test_rubbish_never_raises(words: DangerWords, said: str) -> None:
    assert words.hear(clean(said)).signals == ()
