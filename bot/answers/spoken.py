"""The text to read aloud: one thing at a time, numbers grouped, no abbreviation, danger first."""

from __future__ import annotations

from bot.answers.answer import Answer, Call, NeedBlock, ServiceBlock, UrgentBlock
from bot.answers.phrases import Phrases, sentence


def spoken_text(answer: Answer, phrases: Phrases) -> str:
    """Paragraphs separated by blank lines, in the order to read them."""
    parts = [*_danger(answer.urgent, phrases), *answer.opening]
    parts += [answer.heard.sentence] if answer.heard else []
    for need in answer.needs:
        parts += _need(need, phrases)
    parts += [phrases.say("phone.lire.question", question=answer.question.text)] if answer.question else []
    parts += [*_human(answer, phrases), answer.closing]
    return "\n\n".join(part for part in parts if part)


def spoken_number(call: Call) -> str:
    """Groups kept apart by commas so that they are read one by one: "04 92 53" → "04, 92, 53"."""
    return call.number.replace(" ", ", ")


def _danger(urgent: UrgentBlock | None, phrases: Phrases) -> list[str]:
    if urgent is None:
        return []
    said = []
    if urgent.first is not None:
        said.append(phrases.say("phone.lire.danger", numero=spoken_number(urgent.first), pourquoi=urgent.why))
    if urgent.in_writing is not None:
        said.append(phrases.say("phone.lire.ecrit", numero=urgent.in_writing.number, nom=urgent.in_writing.name))
    said += [phrases.say("phone.lire.numero", nom=c.name, numero=spoken_number(c)) for c in urgent.then if c.number]
    return [*said, " ".join(urgent.say), urgent.support]


def _need(need: NeedBlock, phrases: Phrases) -> list[str]:
    steps = [phrases.say("phone.lire.etape", numero=str(i), texte=step) for i, step in enumerate(need.steps, 1)]
    parts = [phrases.say("phone.lire.besoin", titre=need.title), "\n".join(steps), _facts(need, phrases)]
    parts += [_service(s, phrases) for s in need.services]
    parts += [phrases.say("phone.lire.numero", nom=c.name, numero=spoken_number(c)) for c in need.numbers if c.number]
    if need.referral is not None:
        when = need.referral.when.rstrip(".")
        parts.append(phrases.say("phone.lire.relais", quand=when[:1].lower() + when[1:], nom=need.referral.name,
                                 comment=sentence(need.referral.how)))
    return parts + [phrases.say("phone.lire.accompagne", texte=c.text) for c in need.companions]


def _facts(need: NeedBlock, phrases: Phrases) -> str:
    facts = []
    if need.documents:
        facts.append(phrases.say("phone.lire.documents", documents=phrases.join(need.documents)))
    if need.cost:
        facts.append(phrases.say("phone.lire.cout", cout=need.cost))
    if need.delay:
        facts.append(phrases.say("phone.lire.delai", delai=need.delay))
    if need.check:
        facts.append(phrases.say("phone.lire.verifier", texte=need.check))
    return " ".join(facts)


def _service(service: ServiceBlock, phrases: Phrases) -> str:
    blanks = {"nom": service.name, "commune": service.commune, "adresse": ", ".join(service.address),
              "horaires": " ".join(part for part in (service.opening, service.check) if part)}
    if service.phone is None:
        return phrases.say("phone.lire.service_sans_tel", **blanks)
    return phrases.say("phone.lire.service", telephone=spoken_number(service.phone), **blanks)


def _human(answer: Answer, phrases: Phrases) -> list[str]:
    places = [f"{p.name}, {spoken_number(p.phone)}" if p.phone else p.name for p in answer.human.places]
    said = [phrases.say("phone.lire.humain", lieux=" ; ".join(places))] if places else [answer.human.text]
    return said + [phrases.say("phone.lire.numero", nom=c.name, numero=spoken_number(c)) for c in answer.human.numbers]
