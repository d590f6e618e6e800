"""From material to one structured answer. Pure: same material, same answer."""

from __future__ import annotations

from bot.answers.answer import Answer, NeedBlock, Reasons
from bot.answers.endings import closing, opening, status
from bot.answers.focus import focus
from bot.answers.heard import heard
from bot.answers.human import human_path
from bot.answers.material import Material
from bot.answers.needs import need_blocks
from bot.answers.plan import plan
from bot.answers.questions import question
from bot.answers.urgent import urgent_block


def compose(material: Material) -> Answer:
    """The whole answer: danger first, what was heard, the plan, each need, one question, a human."""
    needs = need_blocks(material) if material.decision.needs else ()
    ending = status(needs, material)
    return Answer(
        status=ending,
        opening=(*opening(ending, material), *focus(needs, material)),
        urgent=urgent_block(material),
        heard=heard(material),
        plan=plan(needs, material),
        needs=needs,
        question=question(material),
        human=human_path(ending, material),
        closing=closing(ending, material),
        sources=_sources(needs, material),
        reasons=_reasons(material),
        language=material.reading.language,
    )


def _sources(needs: tuple[NeedBlock, ...], material: Material) -> tuple[str, ...]:
    named = dict.fromkeys(service.source for need in needs for service in need.services)
    if not named:
        return ()
    return (material.phrases.say("answer.sources.annuaire", sources=" ; ".join(named)),
            material.phrases.say("answer.sources.avertissement"))


def _reasons(material: Material) -> Reasons:
    return Reasons(
        rule=material.decision.rule,
        trace=material.decision.trace,
        bouquets=material.reading.ranking,
        links=material.reading.links,
        evidence=material.reading.evidence,
    )
