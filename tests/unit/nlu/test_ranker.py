"""Which need comes first, learnt on a small world where it is always the one asked last."""

import numpy as np

from bot.nlu.ranker import VIEWS, Ranker, view_of


def test_a_view_holds_the_whole_the_loudest_the_first_the_last_and_whether_several_things_are_said() -> None:
    whole, clauses = np.array([0.5, 0.4]), np.array([[0.1, 0.9], [0.7, 0.2], [0.3, 0.3]])
    assert view_of(whole, clauses).tolist() == [0.5, 0.4, 0.7, 0.9, 0.1, 0.9, 0.3, 0.3, 0.5, 0.4]
    assert view_of(whole, clauses[:0]).tolist() == [0.5, 0.4] * (VIEWS - 1) + [0.0, 0.0]


def test_what_is_learnt_is_kept_to() -> None:
    """Three labels; the first clause is as loud as the last, the whole hesitates, the last clause is right."""
    random = np.random.RandomState(0)
    views, first = [], []
    for _ in range(600):
        told, wanted = random.randint(3), random.randint(3)
        clauses = np.eye(3)[[told, wanted]] + random.normal(scale=0.1, size=(2, 3))
        views.append(view_of(clauses.mean(axis=0), clauses))
        first.append(wanted)
    ranker = Ranker.fit(np.array(views), np.array(first))
    for told, wanted in ((0, 1), (1, 2), (2, 0)):
        clauses = np.eye(3)[[told, wanted]]
        chances = ranker.chances(view_of(clauses.mean(axis=0), clauses))
        assert chances.argmax() == wanted and abs(chances.sum() - 1) < 1e-9


def test_a_label_that_never_comes_first_has_no_chance() -> None:
    views = np.random.RandomState(0).normal(size=(90, VIEWS * 4))
    ranker = Ranker.fit(views, np.arange(90) % 3)
    assert ranker.chances(views[0])[3] == 0.0
