"""Decision: what we will do about a case, with the trace of the rules that led there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bot.orientation.case import Case, Need
from bot.orientation.taxonomy import Bouquet, Link


class Outcome(str, Enum):
    """The kinds of decision a rule may take."""

    GREET = "greet"
    EXPLAIN = "explain"
    THANK = "thank"
    LEAVE = "leave"
    RESTART = "restart"
    HAND_OVER = "hand_over"
    OUT_OF_SCOPE = "out_of_scope"
    NOT_UNDERSTOOD = "not_understood"
    CLARIFY = "clarify"
    ASK_PLACE = "ask_place"
    LISTEN = "listen"
    ORIENT = "orient"
    URGENT = "urgent"


@dataclass(frozen=True)
class Verdict:
    """One rule looked at: its name, whether it fired, and the words or facts that made it fire."""

    rule: str
    fired: bool
    because: tuple[str, ...] = ()


@dataclass(frozen=True)
class Decision:
    """What to do. `outcome` says how the answer is built; `needs` are answered in one plan, first first;
    `signals` are the rules of `knowledge/urgency.yml` whose numbers open the answer, whatever the outcome;
    `reminders` those heard earlier in the conversation; `choices` are the bouquets offered when we ask,
    `other_sheets` the sheets offered when what we understood is denied, or too vague;
    `obstacles` are the links the person named; `second_level` says that a specialist should take over."""

    outcome: Outcome
    case: Case
    rule: str
    trace: tuple[Verdict, ...]
    needs: tuple[Need, ...] = ()
    signals: tuple[str, ...] = ()
    reminders: tuple[str, ...] = ()
    obstacles: tuple[Link, ...] = ()
    choices: tuple[Bouquet, ...] = ()
    other_sheets: tuple[str, ...] = ()
    second_level: bool = False
