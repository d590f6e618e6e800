"""What was understood, said back so that the person can correct it."""

from __future__ import annotations

from bot.answers.answer import Heard
from bot.answers.material import Material
from bot.answers.names import of_commune
from bot.answers.phrases import mid_sentence
from bot.orientation.taxonomy import Person


def heard(material: Material) -> Heard | None:
    """Needs, people, place and obstacles in a sentence or two; None when there is no need yet."""
    case, phrases = material.decision.case, material.phrases
    if not case.needs or not material.decision.needs:
        return None
    titles = tuple(dict.fromkeys(_title(material, i) for i in range(len(material.decision.needs))))
    people = tuple(phrases.say(f"answer.entendu.personne.{p.value}") for p in case.people if p is not Person.SELF)
    obstacles = tuple(material.knowledge.links[link].name for link in material.decision.obstacles)
    sentences = [phrases.say("answer.entendu.phrase", besoins=", ".join([phrases.join(titles), *people]))]
    if case.place is not None:
        sentences.append(phrases.say("answer.entendu.lieu", de_commune=of_commune(case.place.name)))
    if obstacles:
        sentences.append(phrases.say("answer.entendu.obstacles", obstacles=phrases.join(obstacles).lower()))
    return Heard(
        sentence=" ".join(sentences),
        bouquets=tuple(n.bouquet.value for n in material.decision.needs),
        links=tuple(link.value for link in material.decision.obstacles),
        place=case.place.name if case.place else "",
        people=people,
    )


def _title(material: Material, index: int) -> str:
    need = material.decision.needs[index]
    sheet = material.sheet(need)
    return mid_sentence(sheet.title if sheet else material.knowledge.bouquets[need.bouquet].name)
