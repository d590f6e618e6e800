"""Answers composed from the real knowledge: danger first, a human always, nothing unsure asserted, short SMS."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.answers.answer import Answer, Status
from bot.answers.gsm import gsm_length
from bot.answers.names import at_commune, of_commune
from bot.answers.phone import to_phone
from bot.answers.phrases import Phrases
from bot.bootstrap import build_alert
from bot.conversation.orient import Desk
from bot.knowledge.model import Confidence, Knowledge
from bot.orientation.case import Case
from bot.orientation.reading import IMPRECISE, Commune, Reading, ScoredBouquet, ScoredLink, ScoredSheet
from bot.orientation.taxonomy import Act, Bouquet, Link, Urgency
from bot.settings import ROOT
from tests.unit.web.fakes import EmptyDirectory

NOW = datetime(2026, 11, 24, 10)
GAP = Commune("05061", "Gap", "05", ("05000",))


@pytest.fixture(scope="module")
def desk(knowledge: Knowledge) -> Desk:
    return Desk(knowledge, EmptyDirectory(), build_alert(ROOT / "knowledge", knowledge))


def answer(desk: Desk, reading: Reading) -> Answer:
    return desk.orient(reading, Case(place=GAP), None, NOW, one_shot=True)[1]


def about(sheet: str, knowledge: Knowledge, **more: object) -> Reading:
    bouquet = knowledge.sheets[sheet].bouquet
    scored = (ScoredBouquet(bouquet, 0.9),)
    return Reading(text="x", bouquets=scored, ranking=scored, sheets=(ScoredSheet(sheet, bouquet, 0.9),),
                   **more)  # type: ignore[arg-type]


def test_every_sheet_makes_an_answer_with_steps_a_human_and_texts_for_the_phone(
    desk: Desk, knowledge: Knowledge
) -> None:
    phrases = Phrases(knowledge.phrasing)
    for sheet in knowledge.sheets:
        made = answer(desk, about(sheet, knowledge))
        assert made.status in (Status.ANSWERED, Status.NOTHING_NEAR, Status.SECOND_LEVEL_ONLY), sheet
        assert made.needs[0].steps and made.needs[0].referral and made.human.numbers, sheet
        phone = to_phone(made, phrases)
        assert 0 < phone.sms_length == gsm_length(phone.sms) <= 306, sheet
        assert len(made.needs[0].companions) <= 2 and len(made.needs[0].services) <= 3


def test_what_is_not_sure_says_so(desk: Desk, knowledge: Knowledge) -> None:
    for sheet in knowledge.sheets.values():
        check = answer(desk, about(sheet.id, knowledge)).needs[0].check
        assert bool(check) == (sheet.provenance.confidence is not Confidence.HIGH), sheet.id


def test_every_danger_opens_with_its_number_in_every_text(desk: Desk, knowledge: Knowledge) -> None:
    phrases = Phrases(knowledge.phrasing)
    for rule in knowledge.urgency.values():
        if rule.level is not Urgency.DANGER:
            continue
        made = answer(desk, Reading(text="x", urgency=Urgency.DANGER, signals=(rule.id,), act=Act.NEED))
        number = knowledge.numbers[rule.first].number
        assert made.status is Status.URGENT and made.urgent and made.urgent.first, rule.id
        assert made.urgent.first.number == number and made.urgent.in_writing, rule.id
        phone = to_phone(made, phrases)
        assert number in phone.sms[:80] and number.replace(" ", ", ") in phone.read[:200], rule.id
        assert phone.email_body.index(number) < 400, rule.id


def test_danger_without_a_name_still_gives_a_number(desk: Desk) -> None:
    made = answer(desk, Reading(text="x", urgency=Urgency.DANGER, act=Act.NEED))
    assert made.urgent and made.urgent.first and made.urgent.first.number == "112"


@pytest.mark.parametrize("act", list(Act))
def test_whatever_is_said_there_is_an_answer_and_a_human(desk: Desk, act: Act) -> None:
    ranking = tuple(ScoredBouquet(b, 0.1) for b in list(Bouquet)[:5])
    made = desk.orient(Reading(text="x", act=act, ranking=ranking), Case(), None, NOW)[1]
    assert (made.opening or made.needs or made.question) and made.human.text and made.human.numbers


def test_a_directory_that_is_away_leaves_the_steps_and_every_emergency_number(knowledge: Knowledge) -> None:
    directory = EmptyDirectory()
    directory.away = True
    desk = Desk(knowledge, directory, build_alert(ROOT / "knowledge", knowledge))
    made = answer(desk, about("trouver_medecin", knowledge))
    assert made.needs[0].steps
    assert {"15", "17", "18", "112", "114"} <= {call.number for call in made.human.numbers}


def test_dates_are_said_as_people_do(knowledge: Knowledge) -> None:
    phrases = Phrases(knowledge.phrasing)
    assert phrases.dated("vu le 2026-11-01 et le 2025-03-23") == "vu le 1er novembre 2026 et le 23 mars 2025"


def test_conditions_are_elided(desk: Desk, knowledge: Knowledge) -> None:
    for sheet in knowledge.sheets:
        referral = answer(desk, about(sheet, knowledge)).needs[0].referral
        assert referral and "si il" not in referral.when.lower(), sheet


@pytest.mark.parametrize(("link", "said"), [
    (Link.COUT, "Coût pour demander un passeport"), (Link.DELAIS_ATTENTE, "Délai habituel"),
    (Link.PRISE_DE_CONTACT, "À apporter"), (Link.INFORMATION, "Où :"), (Link.HORAIRES, "je n'ai pas cette information"),
])
def test_a_follow_up_is_answered_first(desk: Desk, knowledge: Knowledge, link: Link, said: str) -> None:
    case = Case(place=GAP)
    before = desk.orient(about("passeport", knowledge), case, None, NOW)[0].case
    asked = Reading(text="et … ?", act=Act.FOLLOW_UP, links=(ScoredLink(link, 0.9),))
    made = desk.orient(asked, before, None, NOW)[1]
    assert made.needs[0].sheet == "passeport" and any(said in line for line in made.opening), made.opening


@pytest.mark.parametrize(("name", "of", "at"), [
    ("Gap", "de Gap", "à Gap"), ("Embrun", "d'Embrun", "à Embrun"), ("Le Dévoluy", "du Dévoluy", "au Dévoluy"),
    ("Les Orres", "des Orres", "aux Orres"), ("La Grave", "de La Grave", "à La Grave"),
    ("Éourres", "d'Éourres", "à Éourres"), ("L'Épine", "de L'Épine", "à L'Épine"),
])
def test_communes_read_well_in_a_sentence(name: str, of: str, at: str) -> None:
    assert (of_commune(name), at_commune(name)) == (of, at)


def test_an_imprecise_danger_costs_a_line_not_the_answer(desk: Desk, knowledge: Knowledge) -> None:
    reading = about("carburant_prix", knowledge, urgency=Urgency.DANGER, signals=(IMPRECISE,))
    made = desk.orient(reading, Case(), None, NOW)[1]
    assert made.status is Status.URGENT and made.urgent and made.urgent.first and made.urgent.first.number == "112"
    assert made.needs[0].sheet == "carburant_prix" and made.question and "commune" in made.question.text


def test_an_sms_says_no_number_twice(desk: Desk, knowledge: Knowledge) -> None:
    phrases = Phrases(knowledge.phrasing)
    reading = about("violences_couple", knowledge, urgency=Urgency.DANGER, signals=("violences_conjugales",))
    sms = to_phone(answer(desk, reading), phrases).sms
    assert sms.count("3919") == 1 and sms.index("17") < sms.index("3919")


def test_a_foreign_message_nobody_understood_comes_with_the_emergency_numbers(desk: Desk) -> None:
    unsure = tuple(ScoredBouquet(b, 0.1) for b in list(Bouquet)[:5])
    made = desk.orient(Reading(text="x", language="ar", ranking=unsure), Case(), None, NOW)[1]
    assert [call.number for call in made.human.numbers][:2] == ["112", "114"]


def test_what_is_also_mentioned_suits_the_sheet(desk: Desk, knowledge: Knowledge) -> None:
    texts = [c.text for c in answer(desk, about("impaye_loyer", knowledge)).needs[0].companions]
    assert any("impayé" in text for text in texts) and not any("ouvrez l'eau" in text for text in texts)
