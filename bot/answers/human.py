"""The human way out, in every answer: a desk, a telephone, whatever happened before."""

from __future__ import annotations

from bot.answers.answer import HumanPath, Status
from bot.answers.calls import call_of
from bot.answers.material import Material
from bot.answers.services import service_block

GENERAL_NUMBER = "3939"
DANGER_NUMBERS = ("112", "114")
EVERY_DANGER = ("samu", "police", "pompiers", "112", "114")


def human_path(status: Status, material: Material) -> HumanPath:
    """Where a person receives anyone, and a number that answers; by writing too when there is danger."""
    phrases = material.phrases
    ids = _numbers(status, material)
    numbers = tuple(call_of(material.knowledge.numbers[i], phrases) for i in ids)
    places = tuple(service_block(desk, material) for desk in material.desks)
    return HumanPath(_text(status, bool(places), material), places, numbers)


def _numbers(status: Status, material: Material) -> tuple[str, ...]:
    """Nobody understood the message of a degraded answer: every emergency number is given, danger heard or not. A
    foreign message of which no need was heard may hold a danger too."""
    if material.degraded:
        return (*EVERY_DANGER, GENERAL_NUMBER)
    if status is Status.URGENT:
        return DANGER_NUMBERS
    lost = material.reading.language != "fr" and not material.reading.bouquets
    return (*DANGER_NUMBERS, GENERAL_NUMBER) if lost else (GENERAL_NUMBER,)


def _text(status: Status, has_places: bool, material: Material) -> str:
    if status is Status.URGENT:
        return material.phrases.say("answer.humain.danger")
    return material.phrases.say("answer.humain.texte" if has_places else "answer.humain.sans_lieu")
