"""The e-mail: plain text, complete, with sources; it can be pasted anywhere."""

from __future__ import annotations

from bot.answers.answer import Answer, Call, NeedBlock, ServiceBlock
from bot.answers.phrases import Phrases


def email_subject(answer: Answer, phrases: Phrases) -> str:
    """Named after the first need."""
    if not answer.needs:
        return phrases.say("phone.courriel.objet_general")
    return phrases.say("phone.courriel.objet", titre=answer.needs[0].title)


def email_body(answer: Answer, phrases: Phrases) -> str:
    """Sections separated by blank lines; danger first."""
    parts = [phrases.say("phone.courriel.bonjour"), _urgent(answer), *answer.opening]
    parts += [answer.heard.sentence] if answer.heard else []
    parts += [_need(need, phrases) for need in answer.needs]
    parts += [answer.question.text] if answer.question else []
    parts += [_human(answer, phrases), *answer.sources, phrases.say("phone.courriel.signature")]
    return "\n\n".join(part for part in parts if part)


def _urgent(answer: Answer) -> str:
    urgent = answer.urgent
    if urgent is None:
        return ""
    calls = [c for c in (urgent.first, urgent.in_writing, *urgent.then, *urgent.also) if c]
    return "\n".join([urgent.title, *(_call(c) for c in calls), *urgent.say, urgent.support])


def _call(call: Call) -> str:
    return " – ".join(part for part in (call.number or call.site, call.name, call.hours, call.check) if part)


def _need(need: NeedBlock, phrases: Phrases) -> str:
    lines = [need.title.upper(), *(f"{i}. {step}" for i, step in enumerate(need.steps, 1))]
    if need.documents:
        lines.append(phrases.say("phone.courriel.papiers", documents=", ".join(need.documents)))
    lines += [line for line in (need.rights, need.site, need.check) if line]
    lines += [_call(c) for c in need.numbers]
    if need.services:
        lines += ["", phrases.say("phone.courriel.services"), *(_service(s) for s in need.services)]
    if need.referral is not None:
        said = f"{need.referral.name}. {need.referral.when} {need.referral.how}"
        lines += ["", phrases.say("phone.courriel.relais"), said]
    return "\n".join(lines + [f"+ {c.text}" for c in need.companions])


def _service(service: ServiceBlock) -> str:
    phone = service.phone.number if service.phone else ""
    where = ", ".join(service.address)
    lines = [f"- {service.name} – {where}", phone, service.email, service.website, *service.week, service.check]
    return "\n  ".join(line for line in lines if line)


def _human(answer: Answer, phrases: Phrases) -> str:
    lines = [phrases.say("phone.courriel.humain"), answer.human.text]
    return "\n".join(lines + [_service(p) for p in answer.human.places] + [_call(c) for c in answer.human.numbers])
