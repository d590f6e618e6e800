"""A model is known by the sources it was trained from."""

from pathlib import Path

import pytest

from bot.training.model_file import current_model, fresh_model, model_name, sources_fingerprint


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yml").write_text("a", encoding="utf-8")
    (tmp_path / "config.yml").write_text("c", encoding="utf-8")
    return tmp_path


def test_any_source_changed_makes_another_name(root: Path) -> None:
    before = sources_fingerprint(root)
    assert before == sources_fingerprint(root)
    (root / "data" / "a.yml").write_text("b", encoding="utf-8")
    assert sources_fingerprint(root) != before


def test_an_old_model_serves_but_is_not_fresh(root: Path) -> None:
    models = root / "models"
    models.mkdir()
    assert current_model(models) is None
    old = models / "guichet-0000.tar.gz"
    old.write_bytes(b"")
    assert current_model(models) == old and fresh_model(models, root) is None
    fresh = models / f"{model_name(sources_fingerprint(root))}.tar.gz"
    fresh.write_bytes(b"")
    assert fresh_model(models, root) == fresh


def test_a_training_cut_short_leaves_nothing_that_looks_finished(root: Path) -> None:
    (root / "en-cours-guichet-0000.tar.gz").write_bytes(b"")
    assert current_model(root) is None
