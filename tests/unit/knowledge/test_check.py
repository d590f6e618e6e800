"""`guichet knowledge check`: all is there, and what is wrong is said with file, key and remedy."""

import shutil
from pathlib import Path

import pytest

from bot.knowledge.check import report
from bot.knowledge.loader import load_knowledge
from bot.knowledge.model import Knowledge
from bot.orientation.errors import KnowledgeError
from bot.settings import ROOT


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    keep = shutil.ignore_patterns("communes", "territory")
    return Path(shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge", ignore=keep))


def test_the_knowledge_of_the_house_is_sound() -> None:
    assert report(ROOT / "knowledge")[0]


def test_nothing_was_lost_on_the_way(knowledge: Knowledge) -> None:
    counts = (len(knowledge.bouquets), len(knowledge.links), len(knowledge.sheets), len(knowledge.specialists),
              len(knowledge.numbers), len(knowledge.former_names))
    assert counts == (18, 11, 149, 127, 108, 309)


def test_every_sheet_has_a_step_one_can_take_and_a_way_out(knowledge: Knowledge) -> None:
    for sheet in knowledge.sheets.values():
        assert 2 <= len(sheet.steps) <= 5, sheet.id
        assert sheet.specialist in knowledge.specialists, sheet.id
        assert sheet.kinds or sheet.numbers, sheet.id
        assert sheet.provenance.source and sheet.provenance.date, sheet.id


@pytest.mark.parametrize(("file", "old", "new", "said"), [
    ("sheets/emploi.yml", "niveau2: ", "niveau2: inconnu_", "niveau2"),
    ("sheets/sante.yml", "confiance: haute", "confiance: sûre", "confiance"),
    ("sheets/transport.yml", "delai: jours", "delai: bientôt", "delai"),
    ("companions.csv", ";impaye_loyer;", ";impaye_de_loyer;", "fiches"),
    ("taxonomy.yml", "numero: 3", "numero: trois", "numero"),
])
def test_a_mistake_is_named_with_file_and_key(copy: Path, file: str, old: str, new: str, said: str) -> None:
    path = copy / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    sound, message = report(copy)
    assert not sound
    assert file.split("/")[-1] in message and said in message and "→" in message


def test_broken_yaml_is_refused_with_its_line(copy: Path) -> None:
    (copy / "sheets" / "emploi.yml").write_text("fiches:\n  - id: [", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="emploi.yml"):
        load_knowledge(copy)
