"""Merging: what this message or this button changes in the case. Pure; never forgets a danger heard."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from bot.orientation.case import Case, Choice, ChoiceKind, Need
from bot.orientation.policy import DEFAULT_POLICY, Policy
from bot.orientation.reading import IMPRECISE, Commune, Reading, ScoredBouquet, ScoredSheet
from bot.orientation.taxonomy import Act, Bouquet, Level, Urgency

T = TypeVar("T")


def merge(
    case: Case,
    reading: Reading,
    choice: Choice | None,
    policy: Policy = DEFAULT_POLICY,
    *,
    best_guess: bool = False,
) -> Case:
    """The case after this turn. A button wins over the words that came with it. With `best_guess` the
    likeliest bouquet is taken when none was decided on, because nobody will be asked (again)."""
    turned = replace(case, turns=case.turns + 1)
    if choice is not None:
        return _merge_choice(turned, choice, policy)
    if reading.act is Act.RESTART:
        return Case(language=case.language, turns=turned.turns, signals=case.signals)
    heard = _with_alarm(turned, reading)
    if declines_place(case, reading):
        return replace(heard, place_declined=True)
    if is_new_need(case, reading, policy):
        return _with_context(_with_needs(heard, _guessing(reading, best_guess), policy), reading)
    return _with_context(_graver(heard, reading), reading)


def declines_place(case: Case, reading: Reading) -> bool:
    """« non », « je sais pas » said to the question about the commune."""
    waiting = case.place_asked and case.place is None and not case.place_declined
    return waiting and not reading.places and reading.act in (Act.DENY, Act.CONFUSED)


def is_new_need(case: Case, reading: Reading, policy: Policy = DEFAULT_POLICY) -> bool:
    """Whether the message states a need of its own rather than changing the one in hand."""
    if not reading.in_scope or reading.act not in (Act.NEED, Act.FOLLOW_UP):
        return False
    if reading.act is Act.FOLLOW_UP and case.needs:
        return _names_another_sheet(case, reading, policy)
    only_place = bool(reading.places) and not reading.bouquets and bool(case.needs)
    return not only_place and not (case.needs and _bare_detail(reading))


def best_sheet(sheets: tuple[ScoredSheet, ...], bouquet: Bouquet, policy: Policy) -> ScoredSheet | None:
    """The best sheet of this bouquet when it fits well enough."""
    fitting = [s for s in sheets if s.bouquet is bouquet and s.score >= policy.sheet_floor]
    return max(fitting, key=lambda s: s.score, default=None)


def _guessing(reading: Reading, best_guess: bool) -> Reading:
    if not best_guess or reading.bouquets:
        return reading
    return replace(reading, bouquets=reading.ranking[:1])


def _names_another_sheet(case: Case, reading: Reading, policy: Policy) -> bool:
    """« c'est pour le permis », after an answer about identity cards: a follow-up in form, another need in fact."""
    if not reading.bouquets or not reading.sheets or reading.places or reading.people:
        return False
    best = reading.sheets[0]
    return best.score >= policy.sheet_sure and best.sheet not in {need.sheet for need in case.needs}


def _bare_detail(reading: Reading) -> bool:
    """An obstacle or a person named with no bouquet: « et si j'ai pas de voiture ? »."""
    return not reading.bouquets and bool(reading.links or reading.people)


def _merge_choice(case: Case, choice: Choice, policy: Policy) -> Case:
    if choice.kind is ChoiceKind.RESTART:
        return Case(language=case.language, turns=case.turns, signals=case.signals)
    if choice.kind is ChoiceKind.BOUQUET:
        return _choose_bouquet(case, Bouquet(choice.value), policy)
    if choice.kind is ChoiceKind.SHEET:
        return _choose_sheet(case, choice.value)
    if choice.kind is ChoiceKind.PLACE:
        return _choose_place(case, choice.value)
    if choice.kind is ChoiceKind.NO_PLACE:
        return replace(case, place_declined=True, place_candidates=())
    return case


def _choose_bouquet(case: Case, bouquet: Bouquet, policy: Policy) -> Case:
    sheet = best_sheet(case.hints, bouquet, replace(policy, sheet_floor=policy.sheet_floor / 2))
    need = Need(bouquet, sheet.sheet if sheet else None, 1.0, _level_of(case))
    return replace(case, needs=(need,), doubtful=(), clarified=True)


def _choose_sheet(case: Case, sheet: str) -> Case:
    bouquet = next((h.bouquet for h in case.hints if h.sheet == sheet), None)
    if bouquet is None:
        return case
    return replace(case, needs=(Need(bouquet, sheet, 1.0, _level_of(case)),), doubtful=(), clarified=True)


def _level_of(case: Case) -> Level:
    """The gravest level heard: a button says which need it is, not how grave."""
    return Level.SECOND if any(need.level is Level.SECOND for need in case.needs) else Level.FIRST


def _choose_place(case: Case, insee: str) -> Case:
    place = next((c for c in case.place_candidates if c.insee == insee), None)
    return replace(case, place=place or case.place, place_candidates=())


def _with_alarm(case: Case, reading: Reading) -> Case:
    """Dangers heard stay in the case until the conversation ends, but those that may be a false alarm, up to the
    imprecise one; urgency only rises."""
    graver = max(case.urgency, reading.urgency, key=lambda u: u.rank)
    doubtful = reading.signals.index(IMPRECISE) + 1 if IMPRECISE in reading.signals else 0
    heard = reading.signals[doubtful:]
    kept = _union(heard, case.signals) if reading.urgency is Urgency.DANGER else case.signals
    return replace(case, urgency=graver, signals=kept)


def _with_needs(case: Case, reading: Reading, policy: Policy) -> Case:
    needs = tuple(need for scored in reading.bouquets for need in _needs_of(scored, reading, policy))
    return replace(
        case,
        needs=needs[: policy.max_needs],
        links=(),
        people=(),
        hints=reading.sheets,
        doubtful=(),
        former_names=reading.former_names,
        language=reading.language,
        clarified=case.clarified and not needs,
    )


def _needs_of(scored: ScoredBouquet, reading: Reading, policy: Policy) -> tuple[Need, ...]:
    """A need for the best sheet of a bouquet, and one for each other sheet just as sure: « APA et portage »."""
    best = best_sheet(reading.sheets, scored.bouquet, policy)
    if best is None:
        return (Need(scored.bouquet, None, scored.score, scored.level),)
    also = [s for s in reading.sheets if s.bouquet is scored.bouquet and s is not best and s.score >= policy.sheet_also]
    return tuple(Need(scored.bouquet, sheet.sheet, scored.score, scored.level) for sheet in (best, *also))


def _graver(case: Case, reading: Reading) -> Case:
    """« on me l'a refusé », said of a need in hand, hands it to a specialist; nothing said takes it back."""
    if reading.level is Level.FIRST or reading.act not in (Act.NEED, Act.FOLLOW_UP):
        return case
    return replace(case, needs=tuple(replace(need, level=Level.SECOND) for need in case.needs))


def _with_context(case: Case, reading: Reading) -> Case:
    """Obstacles, people and place named in this message."""
    links = tuple(scored.link for scored in reading.links)
    return replace(
        _with_place(case, reading),
        links=_union(links, case.links),
        people=reading.people or case.people,
    )


def _with_place(case: Case, reading: Reading) -> Case:
    sure = _sure_place(reading)
    if sure is not None:
        return replace(case, place=sure, place_candidates=(), place_declined=False)
    if reading.places and reading.places[0].candidates:
        mention = reading.places[0]
        return replace(case, place=None, place_words=mention.words, place_candidates=mention.candidates)
    return case


def _sure_place(reading: Reading) -> Commune | None:
    return next((m.commune for m in reading.places if m.commune is not None), None)


def _union(first: tuple[T, ...], second: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*first, *second)))
