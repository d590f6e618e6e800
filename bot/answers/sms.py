"""The SMS: danger first, then where to go, then who can help, as much as 306 characters hold."""

from __future__ import annotations

from bot.answers.answer import Answer, NeedBlock, ServiceBlock
from bot.answers.gsm import gsm_length, gsm_safe
from bot.answers.phrases import Phrases

LIMIT = 306


def sms_text(answer: Answer, phrases: Phrases) -> str:
    """At most 306 GSM-7 characters (two parts); whole pieces only, the most useful first."""
    text = ""
    for piece in _pieces(answer, phrases):
        longer = f"{text} {piece}".strip()
        if gsm_length(longer) <= LIMIT:
            text = longer
    return text


def _pieces(answer: Answer, phrases: Phrases) -> list[str]:
    pieces = [*_danger(answer, phrases), *_places(answer, phrases)]
    pieces += [phrases.say("phone.sms.besoin", titre=n.title, etape=n.steps[0]) for n in answer.needs if n.steps]
    pieces += _numbers(answer.needs, phrases)
    if answer.question is not None:
        pieces.append(phrases.say("phone.sms.question", question=answer.question.text))
    pieces += _human(answer, phrases)
    pieces += [] if answer.needs else list(answer.opening)
    return [gsm_safe(piece) for piece in pieces]


def _danger(answer: Answer, phrases: Phrases) -> list[str]:
    urgent = answer.urgent
    if urgent is None or urgent.first is None:
        return []
    said = [phrases.say("phone.sms.danger", numero=urgent.first.number)]
    if urgent.in_writing is not None:
        said.append(phrases.say("phone.sms.danger_ecrit", numero=urgent.in_writing.number))
    return said + [phrases.say("phone.sms.numero", nom=c.name, numero=c.number) for c in urgent.then if c.number]


def _places(answer: Answer, phrases: Phrases) -> list[str]:
    best = dict.fromkeys(n.services[0].id for n in answer.needs if n.services)
    services = {s.id: s for n in answer.needs for s in n.services}
    return [_service(services[i], phrases) for i in best]


def _service(service: ServiceBlock, phrases: Phrases) -> str:
    address = ", ".join((*service.address, service.commune))
    return phrases.say("phone.sms.service", nom=service.name, adresse=address, telephone=_phone(service, phrases),
                       horaires=service.opening)


def _phone(service: ServiceBlock, phrases: Phrases) -> str:
    return phrases.say("phone.sms.telephone", numero=service.phone.number) if service.phone else ""


def _numbers(needs: tuple[NeedBlock, ...], phrases: Phrases) -> list[str]:
    calls = dict.fromkeys(c for n in needs for c in n.numbers if c.number)
    return [phrases.say("phone.sms.numero", nom=c.name, numero=c.number) for c in calls]


def _human(answer: Answer, phrases: Phrases) -> list[str]:
    places = [phrases.say("phone.sms.humain", nom=place.name, telephone=_phone(place, phrases))
              for place in answer.human.places[:1]]
    return places + [phrases.say("phone.sms.numero", nom=c.name, numero=c.number) for c in answer.human.numbers]
