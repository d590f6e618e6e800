"""Outdated names heard in messages."""

import pytest

from bot.nlu.former import FormerNames

NAMES = FormerNames(("ANPE", "CAT", "Sécu", "maison de services au public", "AS"), frozenset({"cat", "as"}))


@pytest.mark.parametrize(("said", "heard"), [
    ("ANPE c'est où", ["former:ANPE"]),
    ("l'anpe c'est où", ["former:ANPE"]),
    ("la sécu ne répond pas", ["former:Sécu"]),
    ("je travaille au CAT", ["former:CAT"]),
    ("mon cat est malade", []),
    ("tu as raison", []),
    ("la maison de services au public", ["former:maison de services au public"]),
    ("securite", []),
    ("", []),
])
def test_former_names(said: str, heard: list[str]) -> None:
    assert [evidence.about for evidence in NAMES.find(said)] == heard
