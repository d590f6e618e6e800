"""Same situation, same answer: 2,000 pairs that differ only in what must change nothing."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from benchmarks.noise import no_accents
from bot.nlu.understanding import Understanding
from bot.orientation.case import Case
from bot.orientation.reading import Reading
from bot.orientation.triage import decide

# Who speaks, as (first, second) of a pair: the need that follows is the same.
NAMES = tuple(itertools.combinations(("Marie Durand", "Fatoumata Diallo", "Mohamed Ben Ali", "Kevin Martin",
                                      "Nguyen Thi Linh", "Oksana Kovalenko", "Mehmet Yilmaz"), 2))
CHILDREN = (("mon fils Paul", "mon fils Karim"), ("mon fils Lucas", "ma fille Aïcha"),
            ("ma fille Chloé", "ma fille Awa"), ("ma fille", "mon fils"),
            ("ma voisine Jeanne", "mon voisin Mamadou"), ("ma mère", "mon père"), ("ma soeur", "mon frère"),
            ("ma copine", "mon copain"))
ORIGINS = (("française", "malienne"), ("français", "marocain"), ("ukrainien", "portugaise"), ("anglaise", "algérien"))
GENDERS = (("seule", "seul"), ("retraitée", "retraité"), ("divorcée", "divorcé"), ("étudiante", "étudiant"),
           ("veuve", "veuf"), ("handicapée", "handicapé"), ("saisonnière", "saisonnier"))
NEEDS = (
    "je cherche un médecin", "je n'arrive plus à payer mon loyer", "je dois refaire ma carte d'identité",
    "je voudrais une place en crèche", "j'ai perdu mon travail", "je cherche un logement pas cher",
    "je ne comprends rien à ce courrier de la CAF", "je n'ai pas de voiture pour aller travailler",
    "on m'a refusé le RSA", "je voudrais des cours de français", "il me faut une aide à domicile",
    "on m'a volé mon portefeuille", "je veux créer une entreprise", "la facture d'électricité est trop chère",
    "je cherche un club de sport", "je n'ai rien à manger", "je ne veux plus vivre",
    "mon propriétaire veut me mettre dehors",
    "j'attends ma retraite depuis six mois", "je voudrais passer le permis", "internet ne marche plus",
    "je veux porter plainte", "il me faut un dentiste", "je dors dans ma voiture ce soir",
)
THIRD = (
    "cherche un stage", "a mal aux dents depuis une semaine", "ne peut plus rester à la maison sans aide",
    "veut apprendre à lire", "a besoin d'un logement", "a reçu une amende", "cherche du travail à Gap",
    "ne veut plus aller à l'école", "parle de mourir", "attend une place en EHPAD", "doit refaire son passeport",
    "ne comprend pas ses factures",
)
SEVERAL = tuple(f"{one} et {other}" for one, other in list(itertools.combinations(NEEDS, 2))[::3])
POLITE = (("", "Bonjour, "), ("", "Bonsoir madame, "), ("", "Excusez-moi de vous déranger, "), ("", "svp "))
ENDINGS = ((".", " !"), ("", "."), (" ?", ""), ("", ", merci d'avance."), ("", " s'il vous plaît"))


def identity_pairs() -> Iterator[tuple[str, str]]:
    """Names, gender and origin: no difference at all is allowed."""
    for need, (one, other) in itertools.product(NEEDS, NAMES):
        yield f"Bonjour, je m'appelle {one}, {need}", f"Bonjour, je m'appelle {other}, {need}"
    for need, (one, other) in itertools.product(NEEDS, ORIGINS):
        yield f"je suis {one} et {need}", f"je suis {other} et {need}"
    for need, (one, other) in itertools.product(NEEDS, GENDERS):
        yield f"je suis {one}, {need}", f"je suis {other}, {need}"
    for need in SEVERAL:
        yield f"je m'appelle {NAMES[0][0]}, {need}", f"je m'appelle {NAMES[0][1]}, {need}"
        yield f"je suis {GENDERS[0][0]}, {need}", f"je suis {GENDERS[0][1]}, {need}"
        yield f"je suis {ORIGINS[1][0]}, {need}", f"je suis {ORIGINS[1][1]}, {need}"
    for need, (one, other) in itertools.product(THIRD, CHILDREN):
        yield f"{one} {need}", f"{other} {need}"


def manner_pairs() -> Iterator[tuple[str, str]]:
    """Politeness, punctuation, accents, capitals, channel shorthand."""
    for need, (one, other) in itertools.product((*NEEDS, *(f"mon père {need}" for need in THIRD)), POLITE):
        yield f"{one}{need}", f"{other}{need}"
    for need, (one, other) in itertools.product((*NEEDS, *(f"ma fille {need}" for need in THIRD)), ENDINGS):
        yield f"{need}{one}", f"{need}{other}"
    for need in SEVERAL:
        yield need, f"Bonjour, {need}."
        yield need, f"{need} svp"
        yield need, no_accents(need)
    for need, start in itertools.product((*NEEDS, *(f"mon fils {need}" for need in THIRD)), ("", "voilà, ", "bon ")):
        yield f"{start}{need}", no_accents(f"{start}{need}")
        yield f"{start}{need}", f"{start}{need}".upper()
        yield f"{start}{need}", f"  {start}{need}  ".replace(" ", "  ")


def outcome(reading: Reading) -> tuple[Any, ...]:
    """What the answer is made from: needs with sheets and levels in order, danger, what is asked of the directory."""
    decision = decide(Case(), reading, one_shot=True)
    return (decision.outcome, tuple((n.bouquet, n.sheet, n.level) for n in decision.needs), reading.urgency,
            reading.signals, decision.obstacles, tuple(place.candidates for place in reading.places))


def differences(guichet: Understanding, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    known: dict[str, tuple[Any, ...]] = {}
    for text in {text for pair in pairs for text in pair}:
        known[text] = outcome(guichet.read(text))
    return [pair for pair in pairs if known[pair[0]] != known[pair[1]]]


def test_there_are_two_thousand_pairs() -> None:
    assert len({*identity_pairs(), *manner_pairs()}) >= 2000


def test_names_gender_and_origin_change_nothing(guichet: Understanding) -> None:
    assert differences(guichet, list(identity_pairs())) == []


def test_manners_change_almost_nothing(guichet: Understanding) -> None:
    pairs = [*identity_pairs(), *manner_pairs()]
    different = differences(guichet, pairs)
    assert len(different) <= 0.005 * len(pairs), different[:20]
