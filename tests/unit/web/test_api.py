"""The JSON interfaces over fakes: shapes, refusals, what never leaves the server, what never reaches a log."""

import logging

import pytest
from fastapi.testclient import TestClient

from bot.orientation.case import Choice, ChoiceKind
from tests.unit.web.fakes import EmptyDirectory, FakeListener

CHAT, TRIAGE = "/api/v1/chat", "/api/v1/triage"


def test_a_turn_answers_and_begins_a_conversation(client: TestClient, listener: FakeListener) -> None:
    first = client.post(CHAT, json={"message": "bonjour"}).json()
    second = client.post(CHAT, json={"message": "encore", "conversation": first["conversation"]}).json()
    assert second["conversation"] == first["conversation"] and second["notice"] is None
    assert listener.turns[0][0] == listener.turns[1][0]


def test_a_forged_conversation_is_refused_kindly_and_a_new_one_begins(client: TestClient) -> None:
    reply = client.post(CHAT, json={"message": "bonjour", "conversation": "forge"})
    assert reply.status_code == 200
    assert reply.json()["conversation"] != "forge" and reply.json()["notice"]


def test_a_button_travels_as_an_opaque_id(client: TestClient, listener: FakeListener) -> None:
    first = client.post(CHAT, json={"message": "travail"})
    assert "05061" not in first.text
    option = first.json()["answer"]["question"]["options"][0]
    body = {"message": option["label"], "conversation": first.json()["conversation"], "choice": option["id"]}
    client.post(CHAT, json=body)
    assert listener.turns[-1][1:] == ("Gap", Choice(ChoiceKind.PLACE, "05061"))


def test_an_invented_button_is_only_words(client: TestClient, listener: FakeListener) -> None:
    reply = client.post(CHAT, json={"message": "Gap", "choice": "place:05061"})
    assert reply.json()["notice"] and listener.turns[-1][2] is None


def test_identifiers_never_go_further_than_the_door(client: TestClient, listener: FakeListener) -> None:
    client.post(CHAT, json={"message": "rappelez au 06 12 34 56 78"})
    assert "06 12" not in listener.turns[-1][1]


def test_no_message_text_reaches_the_logs(client: TestClient, listener: FakeListener,
                                          caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        client.post(CHAT, json={"message": "canari-jaune perdu"})
        listener.away = True
        client.post(CHAT, json={"message": "canari-jaune perdu"})
        client.post(TRIAGE, json={"text": "canari-jaune perdu", "commune": 3})
    assert "canari" not in caplog.text


BAD_BODIES = [
    ('{"message": ', 400), ("", 400), ("[]", 400), ("null", 400), ('"bonjour"', 400), ('{"message": null}', 400),
    ('{"message": 3}', 400), ('{"message": ["a"]}', 400), ('{"message": {"a": 1}}', 400), ('{"message": ""}', 400),
    ('{"message": "   "}', 400), ('{"message": "\\u200b"}', 400), ('{"message": "a", "surface": "fax"}', 400),
    ('{"message": "a", "conversation": 3}', 400), ('{"message": "a", "autre": 1}', 400),
    ('{"message": "' + "a" * 2001 + '"}', 413), ('{"message": "' + "a" * 70_000 + '"}', 413),
]


@pytest.mark.parametrize(("body", "status"), BAD_BODIES, ids=range(len(BAD_BODIES)))
def test_a_bad_body_gets_a_clear_refusal_in_french(client: TestClient, body: str, status: int) -> None:
    reply = client.post(CHAT, content=body, headers={"content-type": "application/json"})
    assert reply.status_code == status
    error = reply.json()["error"]
    assert error["message"].endswith(".") and "Traceback" not in reply.text and "112" in error["numbers"]


STRANGE = ["<script>alert(1)</script>", "'; DROP TABLE services; --", "😀😀😀", "\u202egnirts", "/restart",
           '/besoin{"case": 1}', "мне нужна помощь", "أحتاج مساعدة", "\ud800a", "{{7*7}}", "a\u0000b"]


@pytest.mark.parametrize("said", STRANGE, ids=range(len(STRANGE)))
def test_strange_words_are_words(client: TestClient, said: str) -> None:
    assert client.post(CHAT, content=_json(said), headers={"content-type": "application/json"}).status_code == 200


def _json(said: str) -> bytes:
    import json

    return json.dumps({"message": said}).encode()


def test_when_rasa_is_away_the_numbers_and_a_human_remain(client: TestClient, listener: FakeListener) -> None:
    listener.away = True
    answer = client.post(CHAT, json={"message": "je cherche un logement à Gap"}).json()["answer"]
    assert answer["status"] == "degraded"
    assert {"15", "17", "18", "112", "114"} & {call["number"] for call in answer["human"]["numbers"]}
    assert answer["human"]["text"]


@pytest.mark.parametrize(("said", "number"), [("mon mari me frappe", "17"), ("je veux mourir", "3114"),
                                              ("y a le feu dans la cuisine", "18")])
def test_when_rasa_and_the_directory_are_away_danger_still_comes_first(
    client: TestClient, listener: FakeListener, directory: EmptyDirectory, said: str, number: str
) -> None:
    listener.away = directory.away = True
    answer = client.post(CHAT, json={"message": said}).json()["answer"]
    assert answer["status"] == "urgent" and answer["opening"] and answer["human"]["numbers"]
    calls = (answer["urgent"]["first"], *answer["urgent"]["then"])
    assert number in [call["number"].replace(" ", "") for call in calls]


@pytest.mark.parametrize("body", [b"{", b"null", b'"rsa"', b"3", b'{"message":}', b"\xff\xfe"])
def test_a_body_that_is_not_an_object_is_called_so(client: TestClient, body: bytes) -> None:
    refused = client.post(CHAT, content=body, headers={"content-type": "application/json"})
    assert refused.status_code == 400
    assert refused.json()["error"]["code"] == "json"
    assert "«  »" not in refused.json()["error"]["message"]


def test_when_all_is_away_there_is_still_an_answer(client: TestClient, listener: FakeListener,
                                                   directory: EmptyDirectory) -> None:
    listener.away = directory.away = True
    answer = client.post(CHAT, json={"message": "au secours"}).json()["answer"]
    assert answer["status"] == "degraded" and answer["human"]["numbers"]


def test_forgetting_erases_at_once(client: TestClient, listener: FakeListener) -> None:
    begun = client.post(CHAT, json={"message": "bonjour"}).json()["conversation"]
    assert client.delete(f"{CHAT}/{begun}").json() == {"forgotten": True}
    assert listener.forgotten == [listener.turns[0][0]]
    assert client.delete(f"{CHAT}/forge").json() == {"forgotten": False}


def test_triage_gives_reading_decision_answer_and_phone_texts(client: TestClient) -> None:
    data = client.post(TRIAGE, json={"text": "perdu son emploi", "commune": "Veynes"}).json()
    assert data["reading"]["bouquets"][0]["bouquet"] == "emploi"
    assert data["decision"]["trace"] and data["answer"]["needs"]
    assert data["phone"]["sms_length"] <= 306


def test_an_agent_corrects_the_machine(client: TestClient) -> None:
    data = client.post(TRIAGE, json={"text": "perdu son emploi", "bouquets": ["14"]}).json()
    assert [n["bouquet"] for n in data["answer"]["needs"]] == ["hebergement_logement"]


@pytest.mark.parametrize("body", [{"text": "x", "commune": "Nullepart-sur-Rien"}, {"text": "x", "bouquets": ["99"]},
                                  {"text": ""}, {"text": 4}, {}])
def test_triage_refuses_with_the_field(client: TestClient, body: dict[str, object]) -> None:
    reply = client.post(TRIAGE, json=body)
    assert reply.status_code == 400 and reply.json()["error"]["message"]


@pytest.mark.parametrize("headers", [{"x-forwarded-for": "1.2.3.4"}, {"host": "guichet.exemple.fr"}])
def test_the_desk_answers_only_this_machine(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post(TRIAGE, json={"text": "x"}, headers=headers).status_code == 403
    assert client.get("/agents", headers=headers).status_code == 403
    assert client.get("/telephone", headers=headers).status_code == 403
    assert client.get("/", headers=headers).status_code == 200


def test_only_listed_sites_may_call(client: TestClient) -> None:
    listed = client.post(CHAT, json={"message": "a"}, headers={"origin": "https://www.mairie.test"})
    assert listed.headers["access-control-allow-origin"] == "https://www.mairie.test"
    assert client.post(CHAT, json={"message": "a"}, headers={"origin": "https://autre.test"}).status_code == 403


def test_one_address_asking_too_much_is_told_the_numbers(client: TestClient) -> None:
    replies = [client.get("/api/v1/communes") for _ in range(130)]
    assert replies[-1].status_code == 429 and "112" in replies[-1].json()["error"]["message"]


def test_services_and_communes(client: TestClient) -> None:
    assert client.get("/api/v1/communes", params={"q": "veyn"}).json()["communes"][0]["name"] == "Veynes"
    assert client.get("/api/v1/services", params={"commune": "Veynes"}).json()["commune"]["insee"] == "05179"
    assert client.get("/api/v1/services", params={"commune": "Nullepart"}).status_code == 404
    assert client.get("/api/v1/services", params={"bouquet": "99"}).status_code == 400
    assert client.get("/api/v1/services", params={"limit": "beaucoup"}).status_code == 400


def test_health_names_every_part(client: TestClient, listener: FakeListener) -> None:
    assert client.get("/health").json()["status"] == "ok"
    listener.away = True
    health = client.get("/health").json()
    assert health["status"] == "degraded" and health["parts"]["rasa"] == "away"


PAGES = ["/", "/agents", "/telephone", "/annuaire", "/exemple", "/confidentialite", "/accessibilite", "/api/docs",
         "/annuaire?bouquet=sante&commune=Gap", "/annuaire?commune=Nullepart"]


@pytest.mark.parametrize("page", PAGES)
def test_pages_say_the_emergency_numbers_without_script(client: TestClient, page: str) -> None:
    reply = client.get(page)
    assert reply.status_code in (200, 404) and 'lang="fr"' in reply.text
    if page != "/exemple":
        assert all(f'tel:{number}"' in reply.text for number in ("15", "17", "18", "112")) and "sms:114" in reply.text
    assert "set-cookie" not in reply.headers and "'unsafe-inline'" not in reply.headers["content-security-policy"]


def test_an_unknown_page_is_said_in_french(client: TestClient) -> None:
    reply = client.get("/nulle-part")
    assert reply.status_code == 404 and "n'existe pas" in reply.text.replace("&#39;", "'") and "tel:112" in reply.text


def test_a_short_name_typed_at_the_desk_is_the_commune_of_here(client: TestClient) -> None:
    heard = client.post(TRIAGE, json={"text": "je cherche du travail", "commune": "Laragne"}).json()
    assert heard["answer"]["heard"]["place"] == "Laragne-Montéglin"


@pytest.mark.parametrize("surface", ["widget", "kiosk", "agent", "phone", "sms"])
def test_every_surface_gets_the_same_answer_and_the_told_ones_their_texts(client: TestClient, surface: str) -> None:
    said = client.post(CHAT, json={"message": "je cherche du travail", "surface": surface}).json()
    plain = client.post(CHAT, json={"message": "je cherche du travail"}).json()
    for answer in (said["answer"], plain["answer"]):
        answer["question"]["options"] = [option["label"] for option in answer["question"]["options"]]
    assert said["answer"] == plain["answer"]
    assert ("phone" in said) == (surface in ("phone", "sms"))
    if "phone" in said:
        assert said["phone"]["read"] and 0 < said["phone"]["sms_length"] <= 306
