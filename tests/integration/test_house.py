"""The whole guichet, started by its own command: conversations through Rasa, parity, the command line's contract."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
import yaml

from bot.nlu.understanding import Understanding
from bot.orientation.reading import Reading
from bot.orientation.wire import from_wire, to_wire
from bot.settings import ROOT

FILES = sorted((ROOT / "tests" / "conversations").glob("*.yml"))
CONVERSATIONS = [talk for path in FILES for talk in yaml.safe_load(path.read_text(encoding="utf-8"))]
SAID = ["J'ai perdu mon boulot à Veynes et j'arrive plus à payer le loyer, j'ai pas de voiture", "mon mari me frappe",
        "ANPE c'est où", "g plu rien a mangé", "I need a doctor, I don't speak French", "bonjour", "😀", "<b>rsa</b>"]


@pytest.fixture
def web(house: str) -> httpx.Client:
    return httpx.Client(base_url=house, timeout=15, trust_env=False)


@pytest.mark.parametrize("talk", CONVERSATIONS, ids=[talk["nom"] for talk in CONVERSATIONS])
def test_conversation(web: httpx.Client, talk: dict[str, Any]) -> None:
    conversation, options = None, {}
    for turn in talk["tours"]:
        label = turn.get("bouton")
        body = {"message": label or turn["dit"], "conversation": conversation, "choice": options.get(label)}
        data = web.post("/api/v1/chat", json={k: v for k, v in body.items() if v}).raise_for_status().json()
        conversation, answer = data["conversation"], data["answer"]
        options = {o["label"]: o["id"] for o in (answer["question"] or {"options": []})["options"]}
        assert not wrong(answer, turn), turn
        assert answer["human"]["text"] and answer["human"]["numbers"]


def wrong(answer: dict[str, Any], turn: dict[str, Any]) -> list[str]:
    """What the answer lacks."""
    heard = answer["heard"] or {"place": "", "people": [], "links": [], "bouquets": []}
    first = ((answer["urgent"] or {}).get("first") or {}).get("number")
    facts = {
        "statut": answer["status"], "lieu": heard["place"], "premier_numero": first,
        "plan": "oui" if answer["plan"] else "non", "humain": "oui" if answer["human"]["numbers"] else "non",
        "services": "oui" if any(need["services"] for need in answer["needs"]) else "non",
    }
    problems = [f"{key}: {facts[key]}" for key in facts if key in turn and turn[key] != facts[key]]
    for key, found in (("besoins", heard["bouquets"]), ("personnes", heard["people"]), ("maillons", heard["links"])):
        if not set(turn.get(key, ())) <= set(found):
            problems.append(f"{key}: {found}")
    if "question" in turn and turn["question"] not in (answer["question"] or {"text": ""})["text"]:
        problems.append("question")
    return problems


@pytest.mark.parametrize("said", SAID)
def test_rasa_and_the_archive_read_the_same(web: httpx.Client, guichet: Understanding, said: str) -> None:
    data = web.post("/api/v1/triage", json={"text": said}).raise_for_status().json()
    assert from_wire(Reading, data["reading"]) == from_wire(Reading, to_wire(guichet.read(said)))


def test_the_same_words_get_the_same_answer(web: httpx.Client) -> None:
    body = {"text": "je cherche une crèche", "commune": "Gap"}
    assert web.post("/api/v1/triage", json=body).text == web.post("/api/v1/triage", json=body).text


def test_a_service_comes_with_its_hours_and_its_eleven_links(web: httpx.Client) -> None:
    found = web.get("/api/v1/services", params={"bouquet": "01", "commune": "Veynes"}).json()["services"]
    first = next(s for s in found if s["kind"].startswith("France services"))
    assert first["commune"] == "Veynes" and first["opening"].startswith("Ouvert maintenant")
    assert len(first["links"]) == 11 and first["source"]


def test_texts_for_the_phone_hold_in_two_sms(web: httpx.Client) -> None:
    for said in SAID:
        phone = web.post("/api/v1/triage", json={"text": said}).json()["phone"]
        assert 0 < phone["sms_length"] <= 306 and phone["read"] and phone["email_subject"]


def test_what_a_visitor_erased_is_gone(web: httpx.Client) -> None:
    begun = web.post("/api/v1/chat", json={"message": "je cherche du travail à Gap"}).json()["conversation"]
    assert web.delete(f"/api/v1/chat/{begun}").json() == {"forgotten": True}
    answer = web.post("/api/v1/chat", json={"message": "et les horaires ?", "conversation": begun}).json()["answer"]
    assert not answer["needs"]


def test_an_sms_is_read_later_so_it_says_nothing_that_is_only_true_now(web: httpx.Client) -> None:
    asked = {"text": "je cherche une France services", "commune": "Savines-le-Lac"}
    sms = web.post("/api/v1/triage", json=asked).raise_for_status().json()["phone"]["sms"]
    assert "04 92 20 52 82" in sms and "13 h 30" in sms
    assert not any(word in sms for word in ("maintenant", "demain", "aujourd"))
