"""The Reading of a draft: what the parts found, put on the wire. Adds the needs that a danger implies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.knowledge.model import Knowledge
from bot.nlu.draft import Draft
from bot.orientation.reading import Reading, ScoredBouquet, ScoredLink
from bot.orientation.taxonomy import Act, Bouquet, Level, Link, Urgency

RANKED = 5
# The score of a need that comes with what presses, and what each next one loses: sure in danger, likely when soon.
IMPLIED = {Urgency.DANGER: (1.0, 0.01), Urgency.SOON: (0.6, 0.05)}
OUT_OF_SCOPE = frozenset((Act.GREET, Act.THANK, Act.LEAVE, Act.OFF_TOPIC, Act.AFFIRM, Act.DENY, Act.CONFUSED,
                          Act.ASK_HELP, Act.RESTART))


def reading_of(draft: Draft, implied: Mapping[str, tuple[Bouquet, ...]]) -> Reading:
    """`implied` gives the bouquets of each danger signal. Out of scope, no bouquet is decided on; the
    ranking stays, for whoever wants to look."""
    scores = _with_implied(draft, implied)
    forced = [b for signal in _grave(draft, implied) for b in implied[signal]]
    main = dict(zip(Bouquet, draft.main)) or scores
    ranking = [*forced, *sorted(set(scores).difference(forced), key=lambda b: (-main[b], b.number))]
    in_scope = draft.act not in OUT_OF_SCOPE
    decided = [b for b in ranking if b in draft.bouquets or b in forced] if in_scope else []
    links = dict(zip(Link, draft.link_scores))
    return Reading(
        text=draft.text,
        language=draft.language,
        act=draft.act,
        in_scope=in_scope,
        bouquets=tuple(ScoredBouquet(b, scores[b], _level(b, draft, forced)) for b in decided),
        ranking=tuple(ScoredBouquet(b, scores[b]) for b in ranking[:RANKED]),
        links=tuple(ScoredLink(link, links[link]) for link in draft.links),
        urgency=draft.urgency,
        danger_score=draft.danger_score,
        signals=draft.signals,
        level=draft.level,
        level_score=_level_score(draft),
        sheets=draft.sheets,
        places=draft.places,
        people=draft.people,
        former_names=draft.former_names,
        evidence=draft.evidence,
    )


def _level(bouquet: Bouquet, draft: Draft, forced: Sequence[Bouquet]) -> Level:
    return Level.SECOND if bouquet in draft.second or bouquet in forced else Level.FIRST


def _level_score(draft: Draft) -> float:
    return round(float(draft.scored["specialist"].scores[0]), 4) if draft.scored else 0.0


def _grave(draft: Draft, implied: Mapping[str, tuple[Bouquet, ...]]) -> tuple[str, ...]:
    """The gravest signal that brings needs with it: in danger, or when something presses and no need was heard."""
    telling = tuple(signal for signal in draft.signals if implied.get(signal))[:1]
    if draft.urgency is Urgency.DANGER:
        return telling
    return telling if draft.urgency is Urgency.SOON and not draft.bouquets else ()


def _with_implied(draft: Draft, implied: Mapping[str, tuple[Bouquet, ...]]) -> dict[Bouquet, float]:
    scores = dict(zip(Bouquet, draft.bouquet_scores or (0.0,) * len(Bouquet)))
    for signal in _grave(draft, implied):
        first, step = IMPLIED[draft.urgency]
        for rank, bouquet in enumerate(implied[signal]):
            scores[bouquet] = max(scores[bouquet], first - step * rank)
    return scores


def implied_bouquets(knowledge: Knowledge) -> dict[str, tuple[Bouquet, ...]]:
    """The needs each danger brings with it, by signal."""
    return {rule.id: rule.bouquets for rule in knowledge.urgency.values()}
