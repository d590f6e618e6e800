"""The docs are true: what they name exists, every setting is explained."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from bot.settings import ROOT, Settings

DOCS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md")),
        ROOT / "knowledge" / "README.md"]
FOLDERS = ("bot/", "docs/", "tests/", "knowledge/", "data/", "actions", "migrations", "bot.")
MADE = (".guichet", ".venv")


def paths(text: str) -> list[str]:
    named = re.findall(r"`([\w./-]+)`", text) + re.findall(r"\]\((?!http)([\w./-]+)\)", text)
    return [name for name in named if "/" in name and name.startswith(FOLDERS) and not name.startswith(MADE)]


@pytest.mark.parametrize("doc", DOCS, ids=lambda path: path.name)
def test_every_path_named_exists(doc: Path) -> None:
    missing = [name for name in paths(doc.read_text(encoding="utf-8")) if not (ROOT / name).exists()]
    assert not missing


def test_every_setting_is_explained_to_administrators() -> None:
    guide = (ROOT / "docs" / "guides" / "administrateurs.md").read_text(encoding="utf-8")
    names = {f"GUICHET_{field.name.upper()}" for field in dataclasses.fields(Settings)} - {"GUICHET_FIXED_NOW"}
    assert {name for name in names | {"GUICHET_NOW"} if f"`{name}`" not in guide} == set()


def test_the_commands_of_the_readme_exist() -> None:
    from typer.testing import CliRunner

    from bot.cli import app

    commands = re.findall(r"bin/guichet ([a-z]+(?: check)?)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert commands
    for command in commands:
        assert CliRunner().invoke(app, [*command.split(), "--help"]).exit_code == 0, command


def test_knowledge_readme_names_every_file() -> None:
    text = (ROOT / "knowledge" / "README.md").read_text(encoding="utf-8")
    entries = {path.name + ("/" if path.is_dir() else "") for path in (ROOT / "knowledge").iterdir()}
    assert {name for name in entries - {"README.md"} if f"`{name}`" not in text} == set()
