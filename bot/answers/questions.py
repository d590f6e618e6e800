"""The one question asked at the end of an answer, with its buttons."""

from __future__ import annotations

from bot.answers.answer import Option, Question
from bot.answers.material import Material
from bot.orientation.case import ChoiceKind
from bot.orientation.decision import Outcome

MAX_HOMONYMS = 6


def question(material: Material) -> Question | None:
    """The question the decision calls for, if any."""
    if material.decision.outcome is Outcome.CLARIFY:
        return _which_need(material)
    if material.decision.outcome is Outcome.ASK_PLACE:
        return _which_place(material)
    return None


def _which_need(material: Material) -> Question:
    phrases = material.phrases
    options = [Option(material.knowledge.bouquets[b].name, ChoiceKind.BOUQUET, b.value)
               for b in material.decision.choices]
    options += [Option(material.knowledge.sheets[s].title, ChoiceKind.SHEET, s)
                for s in material.decision.other_sheets]
    options.append(Option(phrases.say("answer.questions.aucune"), ChoiceKind.HUMAN))
    return Question(phrases.say("answer.questions.clarifier"), tuple(options))


def _which_place(material: Material) -> Question:
    phrases, case = material.phrases, material.decision.case
    declined = Option(phrases.say("answer.questions.sans_commune"), ChoiceKind.NO_PLACE)
    if not case.place_candidates:
        return Question(phrases.say("answer.questions.commune"), (declined,))
    options = [
        Option(phrases.say("answer.questions.homonyme", nom=c.name, departement=c.departement),
               ChoiceKind.PLACE, c.insee)
        for c in case.place_candidates[:MAX_HOMONYMS]
    ]
    near = any(mention.approximate for mention in material.reading.places)
    key = "answer.questions.commune_proche" if near else "answer.questions.commune_homonyme"
    return Question(phrases.say(key, mots=case.place_words), (*options, declined))
