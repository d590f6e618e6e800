"""Telephone numbers as shown, dialled and read aloud."""

from __future__ import annotations

from bot.answers.answer import Call
from bot.answers.phrases import Phrases
from bot.knowledge.model import Confidence, Number


def call_of(number: Number, phrases: Phrases) -> Call:
    """A national number or portal as a Call; « à vérifier » when it is not of high confidence."""
    sure = number.provenance.confidence is Confidence.HIGH
    return Call(
        number=number.number,
        dial=number.dial,
        name=number.name,
        hours=number.hours,
        cost=number.cost,
        other_way=number.other_way,
        site=number.site,
        check="" if sure else phrases.say("answer.a_verifier.numero"),
    )


def local_call(e164: str, name: str) -> Call:
    """A local telephone from the directory (E.164)."""
    return Call(number=grouped(e164), dial=e164, name=name)


def grouped(e164: str) -> str:
    """French digits by pairs: "+33492531234" → "04 92 53 12 34"; other numbers unchanged."""
    if not e164.startswith("+33") or len(e164) != 12:
        return e164
    digits = "0" + e164[3:]
    return " ".join(digits[i : i + 2] for i in range(0, 10, 2))
