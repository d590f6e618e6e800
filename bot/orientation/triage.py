"""Triage: from a case to a decision, by asking the rules in order. The whole flow is `FLOW`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.orientation import rules
from bot.orientation.case import Case, Choice
from bot.orientation.decision import Decision, Outcome, Verdict
from bot.orientation.merging import merge
from bot.orientation.policy import DEFAULT_POLICY, Policy
from bot.orientation.reading import Reading
from bot.orientation.situation import Situation


@dataclass(frozen=True)
class Step:
    """A rule and what is decided when it fires."""

    rule: Callable[[Situation], rules.Because]
    outcome: Outcome


FLOW: tuple[Step, ...] = (
    Step(rules.danger_heard, Outcome.URGENT),
    Step(rules.wants_to_restart, Outcome.RESTART),
    Step(rules.wants_a_human, Outcome.HAND_OVER),
    Step(rules.greets, Outcome.GREET),
    Step(rules.thanks, Outcome.THANK),
    Step(rules.leaves, Outcome.LEAVE),
    Step(rules.asks_what_we_do, Outcome.EXPLAIN),
    Step(rules.is_out_of_scope, Outcome.OUT_OF_SCOPE),
    Step(rules.denies_what_we_understood, Outcome.CLARIFY),
    Step(rules.has_more_to_say, Outcome.LISTEN),
    Step(rules.says_nothing_usable, Outcome.NOT_UNDERSTOOD),
    Step(rules.names_only_a_place, Outcome.LISTEN),
    Step(rules.is_too_unsure, Outcome.CLARIFY),
    Step(rules.need_is_vague, Outcome.CLARIFY),
    Step(rules.place_is_ambiguous, Outcome.ASK_PLACE),
    Step(rules.place_is_missing, Outcome.ASK_PLACE),
    Step(rules.has_needs, Outcome.ORIENT),
)


def decide(
    before: Case,
    reading: Reading,
    choice: Choice | None = None,
    *,
    one_shot: bool = False,
    policy: Policy = DEFAULT_POLICY,
) -> Decision:
    """The decision for one turn, and the case to keep (`decision.case`). Never raises on a valid reading."""
    case = merge(before, reading, choice, policy, best_guess=one_shot or before.clarified)
    turn = Situation(reading, before, case, policy, choice, one_shot)
    trace: list[Verdict] = []
    for step in FLOW:
        because = step.rule(turn)
        trace.append(Verdict(step.rule.__name__, because is not None, because or ()))
        if because is not None:
            return _decision(turn, step, trace)
    return _decision(turn, Step(rules.says_nothing_usable, Outcome.NOT_UNDERSTOOD), trace)


def _decision(turn: Situation, step: Step, trace: list[Verdict]) -> Decision:
    specialist = rules.needs_a_specialist(turn)
    trace.append(Verdict(rules.needs_a_specialist.__name__, specialist is not None, specialist or ()))
    heard = turn.reading.signals if turn.spoken else ()
    return Decision(
        outcome=step.outcome,
        case=_remember(turn, step),
        rule=step.rule.__name__,
        trace=tuple(trace),
        needs=turn.case.needs if step.outcome in (Outcome.URGENT, Outcome.ORIENT, Outcome.ASK_PLACE) else (),
        signals=heard,
        reminders=tuple(s for s in turn.case.signals if s not in heard),
        obstacles=turn.case.links,
        choices=turn.plausible() if step.rule is rules.is_too_unsure else (),
        other_sheets=_sheets_offered(turn, step),
        second_level=specialist is not None,
    )


def _sheets_offered(turn: Situation, step: Step) -> tuple[str, ...]:
    if step.rule is rules.denies_what_we_understood:
        return turn.other_sheets()
    return turn.likely_sheets() if step.rule is rules.need_is_vague else ()


def _remember(turn: Situation, step: Step) -> Case:
    """What was asked, so that nothing is asked twice."""
    if step.rule is rules.is_too_unsure:
        return replace(turn.case, clarified=True, doubtful=turn.plausible())
    if step.rule is rules.need_is_vague:
        return replace(turn.case, clarified=True)
    if step.outcome is Outcome.ASK_PLACE and not turn.case.place_candidates:
        return replace(turn.case, place_asked=True)
    return turn.case
