"""Where a message that says several things is cut."""

import pytest

from bot.nlu.text import clauses


@pytest.mark.parametrize(("said", "parts"), [
    ("je cherche une chorale", ()),
    ("je suis retraité et je cherche une chorale", ("je suis retraité", "je cherche une chorale")),
    ("oui, je cherche une chorale", ()),
    ("", ()),
])
def test_parts_of_two_words_or_more(said: str, parts: tuple[str, ...]) -> None:
    assert clauses(said) == parts


def test_of_a_long_letter_the_beginning_and_the_end_are_read() -> None:
    said = ". ".join(f"phrase numero {k}" for k in range(20))
    assert clauses(said) == ("phrase numero 0", "phrase numero 1", "phrase numero 2", "phrase numero 17",
                             "phrase numero 18", "phrase numero 19")
