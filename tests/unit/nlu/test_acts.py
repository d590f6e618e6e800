"""The act of a message: danger and needs win over politeness and doubt."""

from dataclasses import replace

import numpy as np
import pytest

from bot.nlu.acts import judge_act
from bot.nlu.draft import Draft, Scored
from bot.orientation.taxonomy import Act, Bouquet, Urgency


def draft(top: float = 0.0, urgency: Urgency = Urgency.NONE) -> Draft:
    return Draft("x", bouquet_scores=tuple(top if b is Bouquet.EMPLOI else 0.0 for b in Bouquet), urgency=urgency)


def act(found: Draft, **scores: float) -> Act:
    heard = np.array([scores.get(act.value, 0.0) for act in Act])
    return judge_act(replace(found, scored={"act": Scored(heard, heard > 1, np.zeros((0, len(heard))))})).act


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


def test_starting_again_erases_so_it_must_be_sure() -> None:
    assert act(draft(), recommencer=0.5, que_peux_tu=0.3) is Act.ASK_HELP
    assert act(draft(), recommencer=0.8, que_peux_tu=0.1) is Act.RESTART
