"""A file of phrases is read whole or refused with its line, column and remedy."""

from pathlib import Path

import pytest

from bot.commands.figures import figures
from bot.commands.labelled import Row, read_rows
from bot.commands.measures import f1_by_label, measures, micro_f1
from bot.commands.words import Words
from bot.orientation.errors import InputError
from bot.orientation.reading import Commune, PlaceMention, Reading, ScoredBouquet, ScoredLink, ScoredSheet
from bot.orientation.taxonomy import Bouquet, Level, Link, Urgency
from bot.settings import ROOT


@pytest.fixture
def words() -> Words:
    return Words(ROOT / "knowledge", "evaluate")


def written(folder: Path, text: str) -> Path:
    path = folder / "phrases.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_labels_are_numbers_or_slugs(tmp_path: Path, words: Words) -> None:
    path = written(tmp_path, "id,text,bouquets,links,urgency,place,in_scope\n"
                             'a,"loyer, travail",14;emploi,9;transports,soon,Gap,yes\nb,blague,,,,,no\n')
    first, second = read_rows(path, words)
    assert first.bouquets == (Bouquet.HEBERGEMENT_LOGEMENT, Bouquet.EMPLOI)
    assert first.links == (Link.COUT, Link.TRANSPORTS) and first.urgency is Urgency.SOON and first.in_scope
    assert second == Row("b", "blague", (), (), Urgency.NONE, "", False)


def test_without_labels_nothing_is_measured(tmp_path: Path, words: Words) -> None:
    rows = read_rows(written(tmp_path, "id,text\n1,bonjour\n"), words)
    assert rows == [Row("1", "bonjour")] and figures(rows, [Reading("bonjour")], words) == []


@pytest.mark.parametrize(("text", "said"), [
    ("text\nbonjour\n", "id"), ("id,text\n", "aucune phrase"), ("", "id"),
    ("id,text,bouquets\n1,a,99\n", "ligne 2, colonne bouquets"), ("id,text,urgency\n1,a,grave\n", "danger"),
    ("id,text\n1,a\n1,b\n", "ligne 3, colonne id"), ("id,text,in_scope\n1,a,peut-être\n", "in_scope"),
])
def test_a_wrong_file_is_refused_with_its_place(tmp_path: Path, words: Words, text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_rows(written(tmp_path, text), words)


def test_a_missing_file_is_refused(tmp_path: Path, words: Words) -> None:
    with pytest.raises(InputError, match="ne peut pas être lu"):
        read_rows(tmp_path / "absent.csv", words)


def test_figures_count_what_they_say(words: Words) -> None:
    emploi = (ScoredBouquet(Bouquet.EMPLOI, 0.9),)
    gap = (PlaceMention("Gap", 0, 3, (Commune("05061", "Gap", "05"),)),)
    rows = [Row("1", "a", (Bouquet.EMPLOI,), (Link.COUT,), Urgency.DANGER, "gap", True),
            Row("2", "b", (Bouquet.SANTE,), (), Urgency.NONE, "", True)]
    readings = [Reading("a", bouquets=emploi, ranking=emploi, links=(ScoredLink(Link.COUT, 0.9),), places=gap,
                        urgency=Urgency.DANGER), Reading("b", bouquets=emploi, ranking=emploi)]
    found = measures(list(zip(rows, readings)))
    assert found["premier"] == 0.5 and found["danger"] == 1.0 and found["alarmes"] == 0.0 and found["lieu"] == 1.0
    assert len(figures(rows, readings, words)) == len(found)


def test_sheets_and_levels_are_measured_where_they_are_labelled() -> None:
    sheets = tuple(ScoredSheet(name, Bouquet.EMPLOI, score) for name, score in (("a", 0.9), ("b", 0.8), ("c", 0.7)))
    rows = [Row("1", "x", sheet="b", level=Level.SECOND), Row("2", "y", level=Level.FIRST), Row("3", "z")]
    readings = [Reading("x", sheets=sheets), Reading("y"), Reading("z")]
    found = measures(list(zip(rows, readings)))
    assert (found["fiche"], found["fiches"]) == (0.0, 1.0)
    assert (found["niveau"], found["niveau2_manque"]) == (0.5, 0.5)


def test_f1_by_label_leaves_out_what_is_never_expected() -> None:
    assert f1_by_label([({1, 2}, {1}), ({1}, {3})], (1, 2, 3)) == {1: pytest.approx(2 / 3), 2: 0.0}


def test_micro_f1() -> None:
    assert micro_f1([({1, 2}, {1}), ({3}, {3, 4})]) == pytest.approx(2 / 3)
    assert micro_f1([(set(), set())]) == 1.0
