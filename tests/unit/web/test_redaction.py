"""Identifiers are masked before anything is kept; what an answer needs stays."""

import pytest

from bot.web.redaction import redact


@pytest.mark.parametrize(("said", "hidden"), [
    ("mon numéro est le 06 12 34 56 78", "06 12 34 56 78"),
    ("appelez-moi au +33 6 12 34 56 78 merci", "6 12 34 56 78"),
    ("0612345678", "0612345678"),
    ("écrivez à jeanne.martin@example.org", "jeanne.martin@example.org"),
    ("sécu 2 55 08 14 168 025 38", "168 025"),
    ("255081416802538", "255081416802538"),
    ("IBAN FR76 3000 6000 0112 3456 7890 189", "3000 6000"),
    ("ma carte 4970 1012 3456 7890 ou 4111 1111 1111 1111", "4111 1111 1111 1111"),
    ("allocataire 1234567", "1234567"),
    ("numéro fiscal : 30 12 345 678 901", "345 678"),
])
def test_identifiers_are_masked(said: str, hidden: str) -> None:
    assert hidden not in redact(said) and "masqué]" in redact(said)


@pytest.mark.parametrize("said", [
    "j'habite à Veynes 05400", "appeler le 15 ou le 3919", "j'ai 82 ans et 3 enfants", "le 39 49 ne répond pas",
    "loyer de 650 euros depuis 2024", "il est 14h30", "rendez-vous le 12/03/2026", "116 006", "GIR 4, APA 2026",
])
def test_what_an_answer_needs_stays(said: str) -> None:
    assert redact(said) == said
