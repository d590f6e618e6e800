"""The level of a need, and why: for whoever decides to answer or to hand over."""

from __future__ import annotations

from bot.answers.material import Material
from bot.answers.phrases import elided
from bot.knowledge.model import Sheet
from bot.orientation.case import Need
from bot.orientation.taxonomy import Level, Urgency

TOLD = f"level:{Level.SECOND.value}"


def level_of(need: Need, material: Material) -> Level:
    """Danger hands every need to a specialist."""
    return Level.SECOND if _in_danger(material) else need.level


def level_reason(need: Need, sheet: Sheet | None, material: Material) -> str:
    """One sentence without its capital, to stand after the name of the need."""
    say = material.phrases.say
    if _in_danger(material):
        return say("answer.niveau.raison_danger")
    if need.level is Level.SECOND:
        words = [f"« {e.words} »" for e in material.reading.evidence if e.about == TOLD]
        return say("answer.niveau.raison_mots", mots=", ".join(words)) if words \
            else say("answer.niveau.raison_ensemble")
    if sheet is None or not sheet.specialist_when:
        return say("answer.niveau.raison_accueil")
    return elided(say("answer.niveau.raison_fiche", situation=sheet.specialist_when))


def _in_danger(material: Material) -> bool:
    return material.decision.case.urgency is Urgency.DANGER
