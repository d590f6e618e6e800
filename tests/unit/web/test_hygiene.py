"""What is refused at the door, and what is made clean."""

import pytest

from bot.web.errors import Refusal
from bot.web.hygiene import VISITOR_LIMIT, tidy


@pytest.mark.parametrize(("said", "kept"), [
    ("  bonjour   à\tvous \n", "bonjour à vous"),
    ("a\u0000b\u200bc\u202ed", "abcd"),
    ("e\u0301cole", "école"),
    ("<b>logement</b>", "<b>logement</b>"),
    ("😀 j'ai faim", "😀 j'ai faim"),
    ("\ud800perdu", "perdu"),
])
def test_invisible_signs_go_and_words_stay(said: str, kept: str) -> None:
    assert tidy(said, VISITOR_LIMIT) == kept


@pytest.mark.parametrize("said", ["", "   ", "\u200b\u200e", "\n\t"])
def test_nothing_said_is_refused_kindly(said: str) -> None:
    with pytest.raises(Refusal) as refused:
        tidy(said, VISITOR_LIMIT)
    assert (refused.value.status, refused.value.code) == (400, "vide")


def test_too_long_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        tidy("a" * (VISITOR_LIMIT + 1), VISITOR_LIMIT)
    assert refused.value.status == 413
