"""The rules of triage: small named predicates. Each returns the words or facts that made it fire, or None.

The order in which they are asked is the flow, in `triage.py`.
"""

from __future__ import annotations

from bot.orientation.case import ChoiceKind
from bot.orientation.situation import Situation
from bot.orientation.taxonomy import Act, Level, Urgency

FEW = 3
Because = tuple[str, ...] | None


def danger_heard(turn: Situation) -> Because:
    """Life, body or child at risk in this message."""
    return turn.words_about("danger:") or turn.reading.signals or ("danger",) if turn.in_danger else None


def wants_to_restart(turn: Situation) -> Because:
    """A new request, said or pressed."""
    return (turn.reading.text,) if turn.says(Act.RESTART) or turn.chose(ChoiceKind.RESTART) else None


def wants_a_human(turn: Situation) -> Because:
    """Asks for a person."""
    return (turn.reading.text,) if turn.says(Act.ASK_HUMAN) or turn.chose(ChoiceKind.HUMAN) else None


def greets(turn: Situation) -> Because:
    """Greets and says nothing else."""
    return (turn.reading.text,) if turn.says(Act.GREET) else None


def thanks(turn: Situation) -> Because:
    """Thanks and says nothing else."""
    return (turn.reading.text,) if turn.says(Act.THANK) else None


def leaves(turn: Situation) -> Because:
    """Says goodbye."""
    return (turn.reading.text,) if turn.says(Act.LEAVE) else None


def asks_what_we_do(turn: Situation) -> Because:
    """Asks what the guichet is for, or did not understand the last answer."""
    asks = turn.says(Act.ASK_HELP, Act.CONFUSED) and not turn.declines_place
    return (turn.reading.text,) if asks else None


def is_out_of_scope(turn: Situation) -> Because:
    """Nothing a reception deals with."""
    stray = turn.says(Act.NEED, Act.FOLLOW_UP) and not turn.reading.in_scope
    return (turn.reading.text,) if turn.says(Act.OFF_TOPIC) or stray else None


def denies_what_we_understood(turn: Situation) -> Because:
    """« non c'est pas ça » after an answer: the other sheets its words resembled are offered."""
    denied = turn.says(Act.DENY) and turn.case.needs and not turn.declines_place and turn.other_sheets()
    return (turn.reading.text,) if denied else None


def has_more_to_say(turn: Situation) -> Because:
    """« oui », « non » that answer no question of ours: we listen."""
    waiting = turn.before.place_asked and turn.case.place is None and not turn.before.place_declined
    return (turn.reading.text,) if turn.says(Act.AFFIRM, Act.DENY) and not waiting else None


def place_is_ambiguous(turn: Situation) -> Because:
    """The commune named has homonyms: ask which, once there is a need to answer."""
    if turn.one_shot or not turn.case.needs or not turn.case.place_candidates:
        return None
    return tuple(f"{c.name} ({c.departement})" for c in turn.case.place_candidates)


def says_nothing_usable(turn: Situation) -> Because:
    """Neither need, nor choice, nor anything that changes the case."""
    return (turn.reading.text,) if not turn.case.needs and not turn.reading.ranking else None


def is_too_unsure(turn: Situation) -> Because:
    """No bouquet is sure enough, and we have not just asked: offer the likeliest."""
    if turn.one_shot or not turn.spoken or turn.case.clarified or not turn.reading.ranking:
        return None
    unsure = not turn.case.needs or (turn.case.needs != turn.before.needs and turn.top_score < turn.policy.sure)
    return tuple(b.value for b in turn.plausible()) if unsure else None


def names_only_a_place(turn: Situation) -> Because:
    """A commune and hardly a word else, with no need in hand: kept, and we listen."""
    said = len(turn.reading.text.split()) - sum(len(mention.words.split()) for mention in turn.reading.places)
    bare = turn.spoken and turn.reading.places and not turn.reading.bouquets and said <= FEW and not turn.case.needs
    return tuple(mention.words for mention in turn.reading.places) if bare and not turn.one_shot else None


def need_is_vague(turn: Situation) -> Because:
    """The field is clear, the sheet is not: the likeliest are offered, once."""
    new = turn.spoken and not turn.one_shot and not turn.before.clarified and turn.case.needs != turn.before.needs
    vague = new and len(turn.case.needs) == 1 and turn.case.needs[0].sheet is None
    return turn.likely_sheets() or None if vague else None


def place_is_missing(turn: Situation) -> Because:
    """No commune known, never asked, never declined."""
    known = turn.case.place is not None or turn.case.place_candidates
    asked = turn.case.place_asked or turn.case.place_declined or turn.one_shot
    return ("no commune",) if turn.case.needs and not known and not asked else None


def has_needs(turn: Situation) -> Because:
    """There is something to answer."""
    return tuple(n.bouquet.value for n in turn.case.needs) or None


def needs_a_specialist(turn: Situation) -> Because:
    """A danger, or a need that a specialist must look into."""
    signs = [need.bouquet.value for need in turn.case.needs if need.level is Level.SECOND]
    if turn.case.urgency is Urgency.DANGER:
        signs.insert(0, turn.case.urgency.value)
    return tuple(signs) or None
