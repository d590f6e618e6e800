"""The act of a message: danger and needs win over politeness and doubt."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from bot.nlu.acts import judge_act
from bot.nlu.draft import Draft
from bot.orientation.taxonomy import Act, Bouquet, Urgency


class FixedJudge:
    """Gives the scores it was made with."""

    def __init__(self, **scores: float) -> None:
        self._scores = np.array([scores.get(act.value, 0.0) for act in Act])

    def scores(self, draft: Draft) -> np.ndarray:
        return self._scores


def draft(top: float = 0.0, urgency: Urgency = Urgency.NONE) -> Draft:
    return Draft("x", bouquet_scores=tuple(top if b is Bouquet.EMPLOI else 0.0 for b in Bouquet), urgency=urgency)


def act(found: Draft, **scores: float) -> Act:
    judge: Any = FixedJudge(**scores)
    return judge_act(found, judge).act


@pytest.mark.parametrize("urgency", [Urgency.DANGER, Urgency.SOON])
def test_what_presses_is_a_need_whatever_else_it_looks_like(urgency: Urgency) -> None:
    assert act(draft(urgency=urgency), hors_champ=0.99) is Act.NEED


def test_a_sure_bouquet_wins_over_an_unsure_greeting() -> None:
    assert act(draft(top=0.7), saluer=0.4) is Act.NEED


def test_a_sure_greeting_stays_one() -> None:
    assert act(draft(top=0.7), saluer=0.9) is Act.GREET


def test_a_follow_up_stays_one_even_when_a_bouquet_is_heard() -> None:
    assert act(draft(top=0.7), suite=0.5) is Act.FOLLOW_UP


def test_nothing_said_is_off_topic() -> None:
    assert act(replace(draft(), text=""), besoin=0.9) is Act.OFF_TOPIC
