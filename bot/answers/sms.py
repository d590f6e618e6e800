"""The SMS: danger first, then where to go, then who can help, as much as 306 characters hold."""

from __future__ import annotations

from bot.answers.answer import Answer, ServiceBlock
from bot.answers.gsm import gsm_length, gsm_safe
from bot.answers.phrases import Phrases

LIMIT = 306
LONGEST_WEEK = 150


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
    pieces += _numbers(answer, phrases)
    if answer.question is not None:
        pieces.append(phrases.say("phone.sms.question", question=answer.question.text))
    pieces += _human(answer, phrases)
    pieces += [] if answer.needs else list(answer.opening)
    return [gsm_safe(piece) for piece in dict.fromkeys(pieces)]


def _danger(answer: Answer, phrases: Phrases) -> list[str]:
    urgent = answer.urgent
    if urgent is None or urgent.first is None:
        return []
    said = [phrases.say("phone.sms.danger", numero=urgent.first.number)]
    if urgent.in_writing is not None:
        said.append(phrases.say("phone.sms.danger_ecrit", numero=urgent.in_writing.number))
    return said + [phrases.say("phone.sms.numero", nom=c.name, numero=c.number) for c in urgent.then if c.number]


def _places(answer: Answer, phrases: Phrases) -> list[str]:
    """The first service of each need that has a telephone, else its first; each once."""
    best = {s.id: s for s in (_reachable(n.services) for n in answer.needs if n.services)}
    return [_service(service, phrases) for service in best.values()]


def _reachable(services: tuple[ServiceBlock, ...]) -> ServiceBlock:
    return next((service for service in services if service.phone), services[0])


def _service(service: ServiceBlock, phrases: Phrases) -> str:
    return phrases.say("phone.sms.service", nom=service.name, adresse=", ".join(service.address),
                       telephone=_phone(service, phrases), horaires=_week(service)).strip()


def _week(service: ServiceBlock) -> str:
    """The ordinary week when it is short: an SMS is read later, « ouvre demain » would be false by then."""
    said = " ".join(service.week)
    return said if len(said) <= LONGEST_WEEK else ""


def _phone(service: ServiceBlock, phrases: Phrases) -> str:
    return phrases.say("phone.sms.telephone", numero=service.phone.number) if service.phone else ""


def _numbers(answer: Answer, phrases: Phrases) -> list[str]:
    """The numbers of the needs, each once, less those the danger already gave."""
    urgent = answer.urgent
    given = {c.number for c in (urgent.first, urgent.in_writing, *urgent.then) if c} if urgent else set()
    calls = dict.fromkeys(c for n in answer.needs for c in n.numbers if c.number and c.number not in given)
    return [phrases.say("phone.sms.numero", nom=c.name, numero=c.number) for c in calls]


def _human(answer: Answer, phrases: Phrases) -> list[str]:
    given = {service.phone for need in answer.needs for service in need.services}
    places = [phrases.say("phone.sms.humain", nom=place.name, telephone=_phone(place, phrases))
              for place in answer.human.places[:1] if place.phone not in given]
    return places + [phrases.say("phone.sms.numero", nom=c.name, numero=c.number) for c in answer.human.numbers]
