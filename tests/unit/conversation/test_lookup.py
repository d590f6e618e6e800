"""The guess from words alone, when the understanding is away."""

import pytest

from bot.conversation.lookup import guess_reading
from bot.knowledge.model import Knowledge
from bot.orientation.taxonomy import Urgency

CALM = (Urgency.NONE, ())


@pytest.mark.parametrize(("said", "sheet"), [
    ("je cherche un médecin à Briançon", "trouver_medecin"),
    ("je dois refaire mon passeport", "passeport"),
    ("c'est pour une carte grise", "carte_grise"),
    ("je veux demander le RSA à Gap", "rsa"),
])
def test_telling_words_find_their_sheet(knowledge: Knowledge, said: str, sheet: str) -> None:
    assert guess_reading(said, knowledge, CALM, "Gap").sheets[0].sheet == sheet


@pytest.mark.parametrize("said", ["non l'autre", "je sais pas", "laisse tomber", "j'ai une question", "", "???",
                                  "je veux parler à quelqu'un"])
def test_idle_words_find_nothing(knowledge: Knowledge, said: str) -> None:
    reading = guess_reading(said, knowledge, CALM)
    assert reading.bouquets == () and reading.sheets == ()


def test_a_danger_is_kept(knowledge: Knowledge) -> None:
    reading = guess_reading("il me frappe", knowledge, (Urgency.DANGER, ("violences_conjugales",)))
    assert reading.urgency is Urgency.DANGER and reading.signals == ("violences_conjugales",)
