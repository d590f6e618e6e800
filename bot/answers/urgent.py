"""The urgent block: the number first, alone, then the rest in the order of `knowledge/urgency.yml`."""

from __future__ import annotations

from bot.answers.answer import Call, UrgentBlock
from bot.answers.calls import call_of
from bot.answers.material import Material
from bot.knowledge.model import UrgencyRule
from bot.orientation.reading import IMPRECISE
from bot.orientation.taxonomy import Urgency


def urgent_block(material: Material) -> UrgentBlock | None:
    """The block of the gravest signal heard in this message; None when nothing was heard.

    Danger without a known signal still gets a block: the number matters more than its name.
    """
    rules = heard_rules(material)
    if not rules:
        return None
    return _block(rules[0], rules[1:], material)


def heard_rules(material: Material) -> tuple[UrgencyRule, ...]:
    """The rules of the signals heard, gravest first."""
    known = material.knowledge.urgency
    rules = [known[s] for s in material.decision.signals if s in known]
    danger = material.reading.urgency is Urgency.DANGER and material.decision.rule == "danger_heard"
    if danger and not any(rule.level is Urgency.DANGER for rule in rules):
        rules.append(known[IMPRECISE])
    return tuple(sorted(rules, key=lambda rule: (-rule.level.rank, rule.order)))


def reminder(material: Material) -> tuple[str, ...]:
    """One line for a danger heard earlier in the conversation and not in this message."""
    rules = sorted((material.knowledge.urgency[s] for s in material.decision.reminders
                    if s in material.knowledge.urgency), key=lambda rule: rule.order)
    grave = [rule for rule in rules if rule.level is Urgency.DANGER]
    if not grave or material.decision.signals:
        return ()
    number = material.knowledge.numbers[grave[0].first]
    return (material.phrases.say("answer.rappel_danger", numero=number.number, nom=number.name),)


def _block(rule: UrgencyRule, others: tuple[UrgencyRule, ...], material: Material) -> UrgentBlock:
    calls = _Calls(material)
    more = [*rule.also, *(other.first for other in others)]
    shown = {rule.first, rule.in_writing, *rule.then}
    return UrgentBlock(
        signal=rule.id,
        level=rule.level,
        title=rule.title,
        first=calls.get(rule.first) if rule.first else None,
        why=rule.why,
        in_writing=calls.get(rule.in_writing) if rule.in_writing else None,
        then=tuple(calls.get(i) for i in rule.then),
        say=rule.say,
        support=rule.support,
        human=rule.human,
        discreet=rule.discreet,
        also=tuple(calls.get(i) for i in dict.fromkeys(more) if i and i not in shown),
    )


class _Calls:
    """Number ids to calls."""

    def __init__(self, material: Material) -> None:
        self._material = material

    def get(self, number_id: str) -> Call:
        return call_of(self._material.knowledge.numbers[number_id], self._material.phrases)
