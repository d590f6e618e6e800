"""A resource of the directory as a service block: where, when, how, why here, and what is weak or unsure."""

from __future__ import annotations

from bot.answers.answer import ServiceBlock
from bot.answers.calls import local_call
from bot.answers.hours import opening_now, week_lines
from bot.answers.links import link_lines, weakest_sentence
from bot.answers.material import Material
from bot.answers.phrases import Phrases, sentence
from bot.orientation.resource import Reach, Resource


def service_block(resource: Resource, material: Material) -> ServiceBlock:
    """Everything a person needs to go there, call, or decide not to."""
    phrases = material.phrases
    return ServiceBlock(
        id=resource.id,
        name=resource.name,
        kind=material.knowledge.kinds.get(resource.kind, resource.kind),
        address=resource.address,
        commune=resource.commune.name,
        insee=resource.commune.insee,
        phone=local_call(resource.phone, resource.name) if resource.phone else None,
        email=resource.email or "",
        website=resource.website or "",
        opening=opening_now(resource.opening, material.at, phrases),
        week=week_lines(resource.opening, phrases),
        distance=_distance(resource, material),
        reason=_reason(resource, material),
        weakest=weakest_sentence(resource, material),
        check=_check(resource, material),
        links=link_lines(resource, material),
        source=_source(resource, phrases),
        lat=resource.lat,
        lon=resource.lon,
    )


def _source(resource: Resource, phrases: Phrases) -> str:
    if resource.named_only:
        return phrases.say("answer.service.source_nom", date=resource.source_date)
    return phrases.say("answer.service.source", source=resource.source, date=resource.source_date,
                       licence=resource.licence)


def _distance(resource: Resource, material: Material) -> str:
    if resource.distance_km is None:
        return ""
    if resource.reach is Reach.COMMUNE:
        return material.phrases.say("answer.service.distance_ici")
    if resource.distance_km < 1:
        return material.phrases.say("answer.service.distance_proche")
    return material.phrases.say("answer.service.distance", km=str(round(resource.distance_km)))


def _reason(resource: Resource, material: Material) -> str:
    if material.decision.case.place is None:
        return ""
    return sentence(material.phrases.say(f"answer.service.raison.{resource.reach.value}"))


def _check(resource: Resource, material: Material) -> str:
    if resource.named_only:
        reasons: tuple[str, ...] = (material.phrases.say("answer.a_verifier.nom_seul"),)
    else:
        reasons = resource.checks
    return material.phrases.say("answer.a_verifier.service", raisons=" ; ".join(reasons)) if reasons else ""
