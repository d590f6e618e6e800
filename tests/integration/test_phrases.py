"""The phrases of tests/phrases, read with the trained model; a known failure must still fail."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from bot.nlu.understanding import Understanding
from bot.orientation.reading import Reading
from bot.orientation.taxonomy import Bouquet, Link, Person
from bot.settings import ROOT

FILES = sorted((ROOT / "tests" / "phrases").glob("*.yml"))
PHRASES = [phrase for path in FILES for phrase in yaml.safe_load(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("phrase", PHRASES, ids=[p["dit"][:50] for p in PHRASES])
def test_phrase(guichet: Understanding, phrase: dict[str, Any]) -> None:
    problems = wrong(guichet.read(phrase["dit"]), phrase)
    if "known_failure" in phrase:
        assert problems, "this known failure passes now: take its mark away"
    else:
        assert not problems


def wrong(reading: Reading, phrase: dict[str, Any]) -> list[str]:
    """What was not heard as the phrase says."""
    found = [scored.bouquet for scored in reading.bouquets]
    facts: dict[str, Any] = {
        "first": found[0].value if found else "",
        "act": reading.act.value,
        "urgency": reading.urgency.value,
        "signal": reading.signals[0] if reading.signals else "",
        "place": reading.places[0].candidates[0].name if reading.places else "",
    }
    if reading.places and reading.places[0].commune is None:
        facts["place"] = "?"
    problems = [f"{key}: {facts[key]}" for key in facts if key in phrase and phrase[key] != facts[key]]
    sets = {
        "bouquets": ({Bouquet(b) for b in phrase.get("bouquets", ())}, set(found)),
        "links": ({Link(x) for x in phrase.get("links", ())}, {s.link for s in reading.links}),
        "people": ({Person(p) for p in phrase.get("people", ())}, set(reading.people)),
        "former": (set(phrase.get("former", ())), set(reading.former_names)),
    }
    problems += [f"{key}: {found}" for key, (wanted, found) in sets.items() if not wanted <= found]
    problems += [f"not {b}" for b in phrase.get("not", ()) if Bouquet(b) in found]
    return problems + [f"sheet {b}: {best(reading, b)}" for b, wanted in phrase.get("sheets", {}).items()
                       if best(reading, b) != wanted]


def best(reading: Reading, bouquet: str) -> str:
    """The best sheet of a bouquet."""
    return next((s.sheet for s in reading.sheets if s.bouquet is Bouquet(bouquet)), "")
