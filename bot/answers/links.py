"""The 11 links of a service, each with its value and source, or the words that say it is not known."""

from __future__ import annotations

from bot.answers.answer import LinkLine
from bot.answers.material import Material
from bot.orientation.resource import LinkValue, Resource
from bot.orientation.taxonomy import Link


def link_lines(resource: Resource, material: Material) -> tuple[LinkLine, ...]:
    """The 11 lines, in the order of the chain."""
    values = {value.link: value for value in resource.links}
    return tuple(_line(link, values.get(link, LinkValue(link)), material) for link in Link)


def weakest_sentence(resource: Resource, material: Material) -> str:
    """The link weakest for this person, named with its value; empty when none stands out."""
    if resource.weakest is None:
        return ""
    line = next(line for line in link_lines(resource, material) if line.link == resource.weakest.value)
    return material.phrases.say("answer.service.faible", maillon=line.label.lower(), valeur=line.text)


def _line(link: Link, value: LinkValue, material: Material) -> LinkLine:
    entry = material.knowledge.links[link]
    known = value.value is not None
    source = " ".join(part for part in (value.source, value.date and f"({value.date})") if part)
    source = material.phrases.dated(source)
    return LinkLine(
        link=link.value,
        label=entry.name,
        text=value.value or material.phrases.say("answer.service.inconnu", qui=entry.ask),
        known=known,
        source=source if known else "",
        named=link in material.decision.obstacles,
    )
