"""One question asked in the terminal, answered as the desk would."""

from __future__ import annotations

from bot.answers.answer import Answer
from bot.answers.phone import to_phone
from bot.answers.phrases import Phrases
from bot.bootstrap import build_desk, clock
from bot.commands.load_directory import load
from bot.commands.reader import commune_named, open_reader
from bot.commands.words import Words
from bot.knowledge.model import Knowledge
from bot.orientation.case import Case
from bot.orientation.decision import Decision
from bot.orientation.errors import InputError
from bot.orientation.reading import Reading
from bot.settings import Settings

SURFACES = ("agent", "phone", "sms", "email")


def answer_text(settings: Settings, text: str, commune: str | None, surface: str) -> str:
    """The answer as text; InputError when the surface or the commune is unknown, or nothing is asked."""
    words = Words(settings.knowledge_dir, "ask")
    if surface not in SURFACES:
        raise InputError(words.text("surface_inconnue", surface=surface))
    if not text.strip():
        raise InputError(words.text("vide"))
    place = commune_named(settings, commune, words) if commune else None
    load(settings)
    desk = build_desk(settings)
    reading = open_reader(settings).read(text)
    decision, answer = desk.orient(reading, Case(place=place), None, clock(settings)(), one_shot=True)
    return _rendered(surface, reading, decision, answer, desk.knowledge, words)


def _rendered(surface: str, reading: Reading, decision: Decision, answer: Answer, knowledge: Knowledge,
              words: Words) -> str:
    phone = to_phone(answer, Phrases(knowledge.phrasing))
    if surface == "sms":
        return phone.sms
    if surface == "email":
        return f"{phone.email_subject}\n\n{phone.email_body}"
    if surface == "agent":
        return f"{_reasons(reading, decision, knowledge, words)}\n\n{phone.read}"
    return phone.read


def _reasons(reading: Reading, decision: Decision, knowledge: Knowledge, words: Words) -> str:
    decided = {scored.bouquet for scored in reading.bouquets}
    lines = [words.text("agent.besoin" if s.bouquet in decided else "agent.autre", numero=s.bouquet.number,
                        nom=knowledge.bouquets[s.bouquet].label, score=round(100 * s.score))
             for s in reading.ranking]
    lines += [words.text("agent.maillon", numero=s.link.number, nom=knowledge.links[s.link].label,
                         score=round(100 * s.score)) for s in reading.links]
    lines.append(words.text("agent.urgence", niveau=words.text(f"agent.niveaux.{reading.urgency.value}")))
    lines += [words.text("agent.mots", mots=e.words, sens=e.about) for e in reading.evidence]
    lines += [words.text("agent.regle", regle=verdict.rule) for verdict in decision.trace if verdict.fired]
    return "\n".join(lines)
