"""Communes by what people say: names, postcodes, old names, near spellings."""

import pytest

from bot.knowledge.communes import Gazetteer
from bot.settings import ROOT


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return Gazetteer.load(ROOT / "knowledge" / "communes")


def test_all_communes_of_france_are_known(places: Gazetteer) -> None:
    assert len(places) == 34969


@pytest.mark.parametrize("said", ["Veynes", "veynes", "VEYNES", "  veynes "])
def test_case_does_not_matter(places: Gazetteer, said: str) -> None:
    assert [c.insee for c in places.by_name(said)] == ["05179"]


def test_saint_and_its_abbreviation_are_one(places: Gazetteer) -> None:
    assert places.by_name("St Bonnet en Champsaur") == places.by_name("Saint-Bonnet-en-Champsaur") != ()


def test_homonyms_are_all_kept_biggest_first(places: Gazetteer) -> None:
    assert {"05", "71", "54", "58"} <= {c.departement for c in places.by_name("Saint-Firmin")}


def test_old_name_leads_to_the_commune_of_today(places: Gazetteer) -> None:
    assert [c.name for c in places.by_name("Ribiers")] == ["Val Buëch-Méouge"]


def test_postcode_gives_its_communes(places: Gazetteer) -> None:
    assert "Veynes" in [c.name for c in places.by_postcode("05400")]


@pytest.mark.parametrize(("said", "meant"), [("veines", "Veynes"), ("vaines", "Veynes"), ("embrin", "Embrun"),
                                             ("briancson", "Briançon"), ("guilestre", "Guillestre")])
def test_near_spellings_find_the_commune_of_the_hinted_departement(places: Gazetteer, said: str, meant: str) -> None:
    assert places.near(said, "05")[0].name == meant


def test_short_name_may_mean_two_communes(places: Gazetteer) -> None:
    assert {c.name for c in places.by_short_name("Aspres", "05")} == {"Aspres-sur-Buëch", "Aspres-lès-Corps"}


def test_unknown_name_gives_nothing(places: Gazetteer) -> None:
    assert places.find("zzzzqqq") == ()
