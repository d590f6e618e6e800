"""What a follow-up asked, said first: « et les horaires ? » opens with the hours, the rest of the answer follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.answers.answer import NeedBlock, ServiceBlock
from bot.answers.material import Material
from bot.answers.phrases import Phrases, mid_sentence, sentence
from bot.orientation.decision import Outcome
from bot.orientation.taxonomy import Act, Link

MAX_LINKS, MAX_NEEDS, MAX_SERVICES = 2, 2, 2
Say = Callable[[NeedBlock, Phrases], Iterator[str]]


def focus(needs: tuple[NeedBlock, ...], material: Material) -> tuple[str, ...]:
    """The sentences that answer the links this follow-up asked about; nothing for a message that is a need."""
    asked = [scored.link for scored in material.reading.links][:MAX_LINKS]
    if material.decision.outcome is not Outcome.ORIENT or material.reading.act is not Act.FOLLOW_UP:
        return ()
    return tuple(dict.fromkeys(
        said for link in asked for need in needs[:MAX_NEEDS] for said in _told(link, need, material.phrases)))


def _told(link: Link, need: NeedBlock, phrases: Phrases) -> Iterator[str]:
    own = OWN.get(link)
    said = list(own(need, phrases)) if own else list(_by_service(link, need, phrases))
    if not said:
        yield phrases.say("answer.suite.inconnu", besoin=mid_sentence(need.title))
    yield from said


def _hours(need: NeedBlock, phrases: Phrases) -> Iterator[str]:
    for service in need.services[:MAX_SERVICES]:
        yield phrases.say("answer.suite.service", nom=service.name, dit=mid_sentence(service.opening))


def _contact(need: NeedBlock, phrases: Phrases) -> Iterator[str]:
    if need.documents:
        yield phrases.say("answer.suite.papiers", papiers=phrases.join(need.documents))
    for service in _with_phone(need)[:MAX_SERVICES]:
        assert service.phone is not None
        yield phrases.say("answer.suite.telephone", nom=service.name, numero=service.phone.number)


def _with_phone(need: NeedBlock) -> list[ServiceBlock]:
    return [service for service in need.services if service.phone]


def _cost(need: NeedBlock, phrases: Phrases) -> Iterator[str]:
    if need.cost:
        yield phrases.say("answer.suite.cout", besoin=mid_sentence(need.title), cout=need.cost)


def _delay(need: NeedBlock, phrases: Phrases) -> Iterator[str]:
    if need.delay:
        yield phrases.say("answer.suite.delai", besoin=mid_sentence(need.title), delai=need.delay)


def _rights(need: NeedBlock, phrases: Phrases) -> Iterator[str]:
    if need.rights:
        yield sentence(need.rights)


def _where(need: NeedBlock, phrases: Phrases) -> Iterator[str]:
    if need.where:
        yield phrases.say("answer.suite.ou", ou=need.where)


def _by_service(link: Link, need: NeedBlock, phrases: Phrases) -> Iterator[str]:
    """What the chain of the nearest services says of this link, known or not."""
    for service in need.services[:MAX_SERVICES]:
        line = next(line for line in service.links if line.link == link.value)
        yield phrases.say("answer.suite.service", nom=service.name, dit=sentence(f"{line.label.lower()}, {line.text}"))


OWN: dict[Link, Say] = {
    Link.INFORMATION: _where,
    Link.PRISE_DE_CONTACT: _contact,
    Link.DELAIS_ATTENTE: _delay,
    Link.HORAIRES: _hours,
    Link.DROITS: _rights,
    Link.COUT: _cost,
}
