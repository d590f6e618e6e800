"""Kernel ridge regression, against what its definition says."""

import numpy as np
from scipy import sparse

from bot.nlu.featurizer import Features
from bot.nlu.kernel import PENALTY, WIDTH, Likeness, Ridge, held_out, nearness

LIKENESS = Likeness(meanings=0.5, ngrams=0.25)


def phrases(count: int, seed: int = 3) -> Features:
    random = np.random.RandomState(seed)
    meanings = random.normal(size=(count, 8)).astype(np.float32)
    meanings /= np.linalg.norm(meanings, axis=1, keepdims=True)
    return Features(sparse.random(count, 40, 0.2, format="csr", dtype=np.float32, random_state=random), meanings)


def between(some: Features, others: Features) -> np.ndarray:
    """The likeness, from its definition."""
    near = LIKENESS.meanings * nearness(some.meanings, others.meanings)
    return np.asarray(near + LIKENESS.ngrams * (some.ngrams @ others.ngrams.T).toarray())


def test_nearness_is_1_for_the_same_and_falls_with_the_squared_distance() -> None:
    rows = phrases(5).meanings
    near = nearness(rows, rows)
    expected = np.exp(-WIDTH * ((rows[:, None] - rows[None]) ** 2).sum(axis=2))
    assert np.allclose(near, expected, atol=1e-5) and np.allclose(np.diag(near), 1.0, atol=1e-5)


def test_phrases_are_compared_with_each_other_as_the_likeness_says() -> None:
    seen = phrases(1100)
    assert np.allclose(LIKENESS.within(seen), between(seen, seen), atol=1e-5)


def test_the_ridge_solves_its_system() -> None:
    """With fewer phrases than anchors nothing is lost: the scores are those of the exact solution."""
    seen, asked = phrases(60), phrases(9, seed=4)
    targets = (np.random.RandomState(1).rand(60, 3) > 0.5).astype(np.float32)
    held = held_out(60)
    ridge, blind = Ridge.fit(LIKENESS, seen, targets, held)
    assert np.allclose(ridge.scores(asked), _exact(asked, seen, targets), atol=2e-2)
    assert np.allclose(blind.scores(asked), _exact(asked, seen.rows(~held), targets[~held]), atol=2e-2)
    assert np.allclose(Ridge.fitted(LIKENESS, seen, targets).scores(asked), ridge.scores(asked), atol=1e-2)


def _exact(asked: Features, seen: Features, targets: np.ndarray) -> np.ndarray:
    near = between(seen, seen).astype(np.float64) + PENALTY * np.eye(len(targets))
    return np.asarray(between(asked, seen) @ np.linalg.solve(near, targets))


def test_the_blind_ridge_does_not_know_the_labels_of_those_held() -> None:
    seen = phrases(60)
    targets = np.zeros((60, 1), dtype=np.float32)
    held = held_out(60)
    first = int(np.flatnonzero(held)[0])
    targets[first] = 1.0
    ridge, blind = Ridge.fit(LIKENESS, seen, targets, held)
    assert abs(blind.scores(seen)[first, 0]) < 1e-6 < ridge.scores(seen)[first, 0]


def test_a_saved_ridge_scores_the_same() -> None:
    seen = phrases(30)
    ridge = Ridge.fitted(LIKENESS, seen, np.eye(30, 2, dtype=np.float32))
    assert np.array_equal(Ridge.of(ridge.state()).scores(seen), ridge.scores(seen))
