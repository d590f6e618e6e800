"""The understanding learnt from the real corpus, asked what people really say."""

import pytest

from bot.nlu.understanding import Understanding
from bot.orientation.reading import Reading
from bot.orientation.taxonomy import Act, Bouquet, Link, Person, Urgency
from bot.orientation.wire import from_wire, to_wire


def bouquets(reading: Reading) -> set[Bouquet]:
    return {scored.bouquet for scored in reading.bouquets}


def test_violence_is_danger_first_with_the_needs_it_brings(guichet: Understanding) -> None:
    reading = guichet.read("mon mari me frappe")
    assert reading.urgency is Urgency.DANGER
    assert reading.signals[0] == "violences_conjugales"
    assert {Bouquet.SECURITE, Bouquet.JUSTICE_DROIT, Bouquet.AIDE_ACCOMPAGNEMENT_SOCIAL} <= bouquets(reading)


def test_hunger_in_sms_is_heard_and_presses(guichet: Understanding) -> None:
    reading = guichet.read("g plu rien a mangé")
    assert reading.act is Act.NEED and reading.in_scope
    assert reading.urgency is not Urgency.NONE
    assert Bouquet.AIDE_ACCOMPAGNEMENT_SOCIAL in bouquets(reading)


def test_job_lost_names_the_place_and_the_obstacles(guichet: Understanding) -> None:
    reading = guichet.read("J'ai perdu mon boulot à Veynes et j'arrive plus à payer le loyer, j'ai pas de voiture")
    assert Bouquet.EMPLOI in bouquets(reading)
    assert [place.candidates[0].name for place in reading.places] == ["Veynes"]
    assert Link.TRANSPORTS in {scored.link for scored in reading.links}


def test_agent_shorthand_is_understood(guichet: Understanding) -> None:
    reading = guichet.read("Mme, 72 a, veuve, GIR 4, demande APA + portage repas")
    assert {Bouquet.AIDE_ACCOMPAGNEMENT_SOCIAL, Bouquet.SERVICES_A_DOMICILE} <= bouquets(reading)
    assert reading.people == (Person.CLIENT,)


def test_an_outdated_name_is_understood_and_kept(guichet: Understanding) -> None:
    reading = guichet.read("ANPE c'est où")
    assert Bouquet.EMPLOI in bouquets(reading)
    assert reading.former_names == ("ANPE",)


def test_another_language_is_in_scope(guichet: Understanding) -> None:
    reading = guichet.read("I need a doctor, I don't speak French")
    assert reading.language == "en" and reading.in_scope
    assert Bouquet.SANTE in bouquets(reading)


@pytest.mark.parametrize(("said", "act"), [
    ("bonjour", Act.GREET),
    ("quelle est la capitale du Pérou", Act.OFF_TOPIC),
    ("plutôt à Briançon", Act.FOLLOW_UP),
    ("et pour les horaires ?", Act.FOLLOW_UP),
    ("non, c'est pour ma mère", Act.FOLLOW_UP),
])
def test_acts(guichet: Understanding, said: str, act: Act) -> None:
    assert guichet.read(said).act is act


@pytest.mark.parametrize("said", [
    "", "😀", "\u202eabc", "<script>alert(1)</script>", "/restart", pytest.param("é" * 10_000, id="very long"),
])
def test_rubbish_gets_a_reading_that_travels(guichet: Understanding, said: str) -> None:
    reading = guichet.read(said)
    assert len(reading.ranking) == 5
    assert from_wire(Reading, to_wire(reading)) == reading
