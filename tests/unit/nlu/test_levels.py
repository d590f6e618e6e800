"""First or second level, need by need; and which danger, when no word says."""

from dataclasses import replace

import numpy as np
import pytest

from bot.nlu.draft import Draft, Example, Scored
from bot.nlu.kinds import KINDS, kind_of
from bot.nlu.levels import judge_level
from bot.orientation.taxonomy import Act, Bouquet, Level, Urgency

FIRST, SECOND = list(Bouquet)[:2]


def scored(whole: list[float], *clauses: list[float]) -> Scored:
    scores = np.array(whole)
    return Scored(scores, scores >= 0.3, np.array(clauses or np.zeros((0, len(whole)))))


def draft(level: Scored, bouquets: Scored) -> Draft:
    return Draft("x", scored={"specialist": level, "bouquet": bouquets}, bouquets=(FIRST, SECOND))


def test_below_the_threshold_the_desk_answers() -> None:
    read = judge_level(draft(scored([0.1]), scored([0.9, 0.9])))
    assert read.level is Level.FIRST and read.second == ()


def test_only_the_need_told_in_a_clause_of_second_level_is_handed_over() -> None:
    read = judge_level(draft(scored([0.6], [0.1], [0.8]), scored([0.9, 0.9], [0.9, 0.0], [0.0, 0.9])))
    assert read.level is Level.SECOND and read.second == (SECOND,)


def test_all_needs_are_when_no_clause_tells() -> None:
    assert judge_level(draft(scored([0.6]), scored([0.9, 0.9]))).second == (FIRST, SECOND)
    quiet = judge_level(draft(scored([0.6], [0.1], [0.2]), scored([0.9, 0.9], [0.9, 0.0], [0.0, 0.9])))
    assert quiet.second == (FIRST, SECOND)


def test_danger_is_always_of_second_level() -> None:
    calm = draft(scored([0.0]), scored([0.9, 0.9]))
    assert judge_level(replace(calm, urgency=Urgency.DANGER)).second == (FIRST, SECOND)


@pytest.mark.parametrize(("bouquets", "kind"), [
    ((Bouquet.SANTE, Bouquet.AIDE_ACCOMPAGNEMENT_SOCIAL), "suicide"),
    ((Bouquet.SANTE, Bouquet.SECURITE), "detresse_vitale"),
    ((Bouquet.HEBERGEMENT_LOGEMENT, Bouquet.AIDE_ACCOMPAGNEMENT_SOCIAL), "sans_abri"),
    ((Bouquet.SECURITE, Bouquet.JUSTICE_DROIT, Bouquet.AIDE_ACCOMPAGNEMENT_SOCIAL), "violences_conjugales"),
    ((Bouquet.SECURITE,), None),
])
def test_the_kind_of_a_danger_comes_from_its_bouquets(bouquets: tuple[Bouquet, ...], kind: str | None) -> None:
    example = Example("x", Act.NEED, bouquets, urgency=Urgency.DANGER)
    assert kind_of(example) == kind
    assert kind is None or kind in KINDS
    assert kind_of(replace(example, urgency=Urgency.SOON)) is None
