"""The check of labelled phrases finds what it should, where it is."""

from pathlib import Path

from bot.training.corpus import Fault, faults, read_placed

HEAD = 'version: "3.1"\nnlu:\n- intent: besoin\n  examples:\n'


def written(folder: Path, *phrases: tuple[str, str]) -> list[Fault]:
    body = "".join(f"  - text: |\n      {text}\n    metadata: {{{labels}}}\n" for text, labels in phrases)
    (folder / "essai.yml").write_text(HEAD + body, encoding="utf-8")
    return faults(read_placed(folder), ["Où faire refaire une carte d'identité perdue ?"])


EMPLOI, SANTE = "bouquets: [emploi], urgency: none", "bouquets: [sante], urgency: none"


def test_the_same_words_twice_are_a_repetition(tmp_path: Path) -> None:
    found = written(tmp_path, ("je cherche du travail à Gap", EMPLOI), ("Je cherche du TRAVAIL, a gap !", EMPLOI))
    assert [(f.kind, f.phrase.line) for f in found] == [("same", 9)]
    assert "essai.yml:6" in found[0].other


def test_a_word_apart_in_a_long_phrase_is_a_repetition_unless_labels_differ(tmp_path: Path) -> None:
    one, other = "il faut que je retrouve vite du travail ici", "il faut que je retrouve vite un travail ici"
    assert [f.kind for f in written(tmp_path, (one, EMPLOI), (other, EMPLOI))] == ["same"]
    assert written(tmp_path, (one, EMPLOI), (other, SANTE)) == []


def test_the_same_words_with_other_labels_are_a_contradiction(tmp_path: Path) -> None:
    found = written(tmp_path, ("je suis en arrêt de travail", EMPLOI), ("je suis en arret de travail", SANTE))
    assert [f.kind for f in found] == ["contradiction"]


def test_a_phrase_too_near_to_a_held_out_one_leaks(tmp_path: Path) -> None:
    found = written(tmp_path, ("où faire refaire une carte d'identité perdue", EMPLOI), ("un médecin", SANTE))
    assert [(f.kind, f.phrase.line) for f in found] == [("leak", 6)]


def test_very_short_phrases_keep_their_spellings(tmp_path: Path) -> None:
    assert written(tmp_path, ("ccas", EMPLOI), ("CCAS", EMPLOI), ("c.c.a.s", EMPLOI)) == []
