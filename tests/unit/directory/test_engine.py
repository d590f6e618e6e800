"""Database addresses: what is accepted, and what is said of the others."""

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.directory.engine import check_url
from bot.orientation.errors import SettingsError


@pytest.mark.parametrize("url", ["sqlite:///annuaire.db", "postgresql://a:b@hote/base", "postgresql+psycopg2://hote/base"])
def test_a_database_we_can_use(url: str) -> None:
    assert check_url(url)


@pytest.mark.parametrize("url", ["", "annuaire", "mysql://a:secret@hote/base", "postgres://a:secret@hote/base"])
def test_any_other_is_refused_with_a_remedy_and_without_its_password(url: str) -> None:
    with pytest.raises(SettingsError) as refused:
        check_url(url)
    assert "postgresql://" in str(refused.value)
    assert "secret" not in str(refused.value)


def test_the_guichet_does_not_start_on_a_database_it_cannot_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUICHET_DATABASE_URL", "mysql://hote/base")
    result = CliRunner().invoke(app, ["serve"])
    assert result.exit_code == 1
    assert result.output.startswith("Le guichet ne peut pas démarrer. GUICHET_DATABASE_URL")
