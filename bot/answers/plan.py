"""Several needs in one plan: order of steps, papers listed once, one trip where possible."""

from __future__ import annotations

from bot.answers.answer import NeedBlock, Plan
from bot.answers.material import Material
from bot.answers.names import at_commune


def plan(needs: tuple[NeedBlock, ...], material: Material) -> Plan | None:
    """The plan when at least two needs are answered."""
    if len(needs) < 2:
        return None
    phrases = material.phrases
    order = tuple(phrases.say("answer.plan.ligne", titre=n.title, etape=n.steps[0]) for n in needs if n.steps)
    return Plan(order=order, documents=documents(needs), one_trip=_one_trip(needs, material))


def documents(needs: tuple[NeedBlock, ...]) -> tuple[str, ...]:
    """Every paper once, in the order of the needs."""
    return tuple(dict.fromkeys(paper for need in needs for paper in need.documents))


def _one_trip(needs: tuple[NeedBlock, ...], material: Material) -> str:
    same_desk = _shared_service(needs)
    if same_desk is not None:
        name, titles = same_desk
        return material.phrases.say("answer.plan.un_trajet", service=name, besoins=_titles(titles, material))
    same_town = _shared_commune(needs)
    if same_town is None:
        return ""
    commune, names = same_town
    return material.phrases.say("answer.plan.une_commune", a_commune=at_commune(commune),
                                services=material.phrases.join(names))


def _titles(titles: list[str], material: Material) -> str:
    return material.phrases.join(f"« {title} »" for title in titles)


def _shared_service(needs: tuple[NeedBlock, ...]) -> tuple[str, list[str]] | None:
    """The first service that stands under two needs."""
    for service in (s for need in needs for s in need.services):
        titles = [n.title for n in needs if any(other.id == service.id for other in n.services)]
        if len(titles) > 1:
            return service.name, titles
    return None


def _shared_commune(needs: tuple[NeedBlock, ...]) -> tuple[str, list[str]] | None:
    """The first commune where two needs have their best service."""
    best = [need.services[0] for need in needs if need.services]
    for service in best:
        there = list(dict.fromkeys(s.name for s in best if s.insee == service.insee))
        if len(there) > 1:
            return service.commune, there
    return None
