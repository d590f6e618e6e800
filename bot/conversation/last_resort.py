"""The answer that is left when everything else failed: emergency numbers and a human, from memory alone."""

from __future__ import annotations

from bot.answers.answer import Answer, HumanPath, Status
from bot.answers.calls import call_of
from bot.answers.human import EVERY_DANGER, GENERAL_NUMBER
from bot.answers.phrases import Phrases
from bot.knowledge.model import Knowledge

NUMBERS = (*EVERY_DANGER, GENERAL_NUMBER)


def last_resort(knowledge: Knowledge) -> Answer:
    """Status degraded; needs neither the reading, nor the directory."""
    phrases = Phrases(knowledge.phrasing)
    numbers = tuple(call_of(knowledge.numbers[i], phrases) for i in NUMBERS if i in knowledge.numbers)
    return Answer(
        status=Status.DEGRADED,
        opening=(phrases.say("answer.fin.degraded"),),
        human=HumanPath(phrases.say("answer.humain.sans_lieu"), numbers=numbers),
    )
