"""How an answer ends, and the words said first and last for each ending."""

from __future__ import annotations

from bot.answers.answer import NeedBlock, Status
from bot.answers.material import Material
from bot.answers.urgent import heard_rules, reminder
from bot.orientation.decision import Outcome
from bot.orientation.taxonomy import Act, Urgency

TALK = {
    Outcome.GREET: ("answer.accueil.bonjour", "answer.accueil.invitation", "answer.accueil.gratuit"),
    Outcome.EXPLAIN: ("answer.accueil.explication", "answer.accueil.explication_suite", "answer.fin.examples"),
    Outcome.THANK: ("answer.accueil.merci",),
    Outcome.LEAVE: ("answer.accueil.au_revoir",),
    Outcome.RESTART: ("answer.accueil.recommencer",),
    Outcome.HAND_OVER: ("answer.accueil.humain",),
    Outcome.OUT_OF_SCOPE: ("answer.fin.out_of_scope", "answer.fin.examples"),
    Outcome.NOT_UNDERSTOOD: ("answer.fin.not_understood", "answer.fin.examples"),
    Outcome.CLARIFY: ("answer.fin.needs_clarification",),
    Outcome.LISTEN: ("answer.accueil.ecoute",),
}
DENIED = ("answer.fin.pas_cela",)

STATUSES = {
    Outcome.OUT_OF_SCOPE: Status.OUT_OF_SCOPE,
    Outcome.NOT_UNDERSTOOD: Status.NOT_UNDERSTOOD,
    Outcome.CLARIFY: Status.NEEDS_CLARIFICATION,
    Outcome.ASK_PLACE: Status.NEEDS_PLACE,
}


def status(needs: tuple[NeedBlock, ...], material: Material) -> Status:
    """The ending: danger first, then what the decision says, then what was found."""
    if any(rule.level is Urgency.DANGER for rule in heard_rules(material)):
        return Status.URGENT
    if material.degraded:
        return Status.DEGRADED
    outcome = material.decision.outcome
    if outcome in STATUSES:
        return STATUSES[outcome]
    return _found_status(needs, material) if outcome in (Outcome.ORIENT, Outcome.URGENT) else Status.CONVERSATION


def _found_status(needs: tuple[NeedBlock, ...], material: Material) -> Status:
    if material.decision.case.place is not None and needs and not any(n.services for n in needs):
        return Status.NOTHING_NEAR
    if needs and not any(n.sheet for n in needs) and material.decision.second_level:
        return Status.SECOND_LEVEL_ONLY
    return Status.ANSWERED


def opening(ending: Status, material: Material) -> tuple[str, ...]:
    """What is said first: in the person's language, old danger, old names, then the words of the ending."""
    outcome = material.decision.outcome
    words = DENIED if material.reading.act is Act.DENY and material.decision.other_sheets else TALK.get(outcome, ())
    silent = ending is Status.URGENT or material.degraded
    said = [] if silent else [material.phrases.say(key) for key in words]
    return (*in_her_language(ending, material), *reminder(material), *_old_names(material), *said,
            *_notices(ending, material))


def closing(ending: Status, material: Material) -> str:
    """The sentence that keeps the door open."""
    if ending is Status.URGENT:
        unasked = material.decision.outcome is not Outcome.ASK_PLACE
        asks = unasked and material.decision.needs and material.decision.case.place is None
        return material.phrases.say("answer.fin.urgent_lieu" if asks else "answer.fin.urgent")
    if ending in (Status.ANSWERED, Status.NOTHING_NEAR, Status.SECOND_LEVEL_ONLY, Status.DEGRADED):
        return material.phrases.say("answer.fin.answered")
    return ""


def in_her_language(ending: Status, material: Material) -> tuple[str, ...]:
    """A sentence in the language heard when it is not French: the danger numbers, then the interpreter."""
    language, phrases = material.decision.case.language, material.phrases
    if material.reading.language != "fr":
        language = material.reading.language
    if language == "fr":
        return ()
    known = language if phrases.has(f"languages.{language}.bonjour") else "autre"
    parts = ("danger", "bonjour") if ending is Status.URGENT else ("bonjour",)
    return tuple(phrases.say(f"languages.{known}.{part}") for part in parts)


def _old_names(material: Material) -> tuple[str, ...]:
    """Old names heard in this message, gently updated; a name still good is left alone."""
    rows = {row.old: row for row in material.knowledge.former_names}
    heard = [rows[name] for name in material.reading.former_names if name in rows]
    return tuple(
        material.phrases.say(f"answer.anciens_noms.{row.kind}", ancien=row.old, actuel=row.current)
        for row in heard
        if row.kind != "unchanged" and row.provenance.confidence.value == "haute"
    )


def _notices(ending: Status, material: Material) -> tuple[str, ...]:
    phrases, place = material.phrases, material.decision.case.place
    if material.degraded:
        return (phrases.say("answer.fin.degraded"),)
    if ending is Status.NEEDS_PLACE:
        return (phrases.say("answer.fin.needs_place"),)
    if place is None and any(found and found.resources for found in material.found):
        return (phrases.say("answer.entendu.sans_lieu"),)
    if ending is Status.SECOND_LEVEL_ONLY:
        return (phrases.say("answer.fin.second_level_only"),)
    if place is not None and not material.covered and material.decision.needs:
        return (phrases.say("answer.fin.hors_territoire", commune=place.name),)
    return (phrases.say("answer.fin.nothing_near"),) if ending is Status.NOTHING_NEAR else ()
