"""The text to read aloud: one thing at a time, numbers grouped, no abbreviation, danger first."""

from __future__ import annotations

from bot.answers.answer import Answer, Call, NeedBlock, Referral, ServiceBlock, UrgentBlock
from bot.answers.names import at_commune
from bot.answers.phrases import Phrases, mid_sentence, sentence


def spoken_text(answer: Answer, phrases: Phrases) -> str:
    """Paragraphs separated by blank lines, in the order to read them."""
    parts = [*_danger(answer.urgent, phrases), *answer.opening]
    parts += [answer.heard.sentence] if answer.heard else []
    said = _said_numbers(answer.urgent)
    for need in answer.needs:
        parts += _need(need, phrases, said)
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


def _said_numbers(urgent: UrgentBlock | None) -> frozenset[str]:
    """Numbers the danger already gave: they are not said twice."""
    if urgent is None:
        return frozenset()
    return frozenset(call.number for call in (urgent.first, urgent.in_writing, *urgent.then) if call)


def _need(need: NeedBlock, phrases: Phrases, said: frozenset[str]) -> list[str]:
    steps = [phrases.say("phone.lire.etape", numero=str(i), texte=step) for i, step in enumerate(need.steps, 1)]
    parts = [phrases.say("phone.lire.besoin", titre=mid_sentence(need.title)), "\n".join(steps), _facts(need, phrases)]
    parts += [_service(s, phrases) for s in need.services]
    parts += [phrases.say("phone.lire.numero", nom=c.name, numero=spoken_number(c))
              for c in need.numbers if c.number and c.number not in said]
    if need.referral is not None:
        parts.append(_referral(need.referral, phrases))
    return parts + [phrases.say("phone.lire.accompagne", texte=c.text) for c in need.companions]


def _referral(referral: Referral, phrases: Phrases) -> str:
    """Who takes over: now, or when something happens."""
    blanks = {"nom": referral.name, "comment": sentence(referral.how)}
    if referral.when == phrases.say("answer.relais.d_emblee"):
        return phrases.say("phone.lire.relais_maintenant", **blanks)
    when = referral.when.rstrip(".")
    return phrases.say("phone.lire.relais", quand=when[:1].lower() + when[1:], **blanks)


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
    street = ", ".join(service.address[:-1])  # the last line is postcode and commune, already said
    blanks = {"nom": service.name, "a_commune": at_commune(service.commune), "adresse": street and f"{street}. ",
              "horaires": " ".join(part for part in (service.opening, service.check) if part)}
    if service.phone is None:
        return phrases.say("phone.lire.service_sans_tel", **blanks)
    return phrases.say("phone.lire.service", telephone=spoken_number(service.phone), **blanks)


def _human(answer: Answer, phrases: Phrases) -> list[str]:
    places = [f"{p.name}, {spoken_number(p.phone)}" if p.phone else p.name for p in answer.human.places]
    said = [phrases.say("phone.lire.humain", lieux=" ; ".join(places))] if places else [answer.human.text]
    return said + [phrases.say("phone.lire.numero", nom=c.name, numero=spoken_number(c)) for c in answer.human.numbers]
