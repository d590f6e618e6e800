"""The trained judgements, on a small corpus read with the real encoders."""

from pathlib import Path

import numpy as np
import pytest

from bot.nlu.blend import Blend
from bot.nlu.draft import Draft, Example
from bot.nlu.featurizer import Featurizer
from bot.nlu.judges import Judge, bouquet_labels, judge_bouquets, open_judge
from bot.nlu.text import clean
from bot.orientation.taxonomy import Act, Bouquet

PHRASES = {
    Bouquet.EMPLOI: ("je cherche du travail", "j'ai perdu mon emploi", "m'inscrire au chômage", "mon boulot s'arrête",
                     "une offre d'emploi", "faire mon CV", "un travail saisonnier", "licencié hier, que faire"),
    Bouquet.TRANSPORT: ("les horaires du car", "un bus pour Gap", "passer le permis", "le train du matin",
                        "la navette du marché", "carte de réduction train", "ramassage scolaire", "un covoiturage"),
    Bouquet.SANTE: ("je cherche un médecin", "pharmacie de garde", "rendez-vous chez le dentiste", "un psychologue",
                    "une infirmière", "je suis malade", "l'hôpital le plus proche", "des lunettes"),
}
EXAMPLES = tuple(Example(text, Act.NEED, (bouquet,)) for bouquet, texts in PHRASES.items() for text in texts)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Featurizer, Judge[Bouquet], Path]:
    folder = tmp_path_factory.mktemp("trained")
    featurizer, features = Featurizer.fit([clean(e.text) for e in EXAMPLES], folder)
    labels = bouquet_labels(EXAMPLES)
    blend = Blend.fit(features, np.where(labels.sum(axis=0) == 0, _one_phrase(labels), labels))
    featurizer.save(folder)
    judge = Judge(blend, tuple(Bouquet), "bouquet")
    blend.save(folder, "bouquet")
    return featurizer, judge, folder


def _one_phrase(labels: np.ndarray) -> np.ndarray:
    """Every label needs both answers to be learnt: the unused ones get the first phrases of each fold."""
    marks = np.zeros_like(labels)
    marks[:6] = 1
    return marks


def read(trained: tuple[Featurizer, Judge[Bouquet], Path], text: str) -> Draft:
    featurizer, judge, _ = trained
    return judge_bouquets(featurizer.read(Draft(clean(text))), judge)


@pytest.mark.parametrize(("said", "bouquet"), [
    ("je voudrais trouver du travail", Bouquet.EMPLOI),
    ("à quelle heure passe le bus", Bouquet.TRANSPORT),
    ("il me faut un docteur", Bouquet.SANTE),
])
def test_an_unseen_phrase_scores_its_bouquet_above_the_others(
    trained: tuple[Featurizer, Judge[Bouquet], Path], said: str, bouquet: Bouquet
) -> None:
    scores = dict(zip(Bouquet, read(trained, said).bouquet_scores))
    assert max(PHRASES, key=lambda b: scores[b]) is bouquet


def test_evidence_words_stand_where_it_says(trained: tuple[Featurizer, Judge[Bouquet], Path]) -> None:
    draft = read(trained, "Bonjour, je cherche du travail à Gap")
    for evidence in draft.evidence:
        assert draft.text[evidence.start:evidence.end] == evidence.words


def test_reading_twice_gives_the_same(trained: tuple[Featurizer, Judge[Bouquet], Path]) -> None:
    assert read(trained, "un bus").bouquet_scores == read(trained, "un bus").bouquet_scores


def test_saved_and_loaded_parts_judge_the_same(trained: tuple[Featurizer, Judge[Bouquet], Path]) -> None:
    folder = trained[2]
    featurizer = Featurizer.load(folder)
    again = open_judge(folder, Bouquet, "bouquet")
    loaded = judge_bouquets(featurizer.read(Draft(clean("un bus pour Gap"))), again)
    assert loaded.bouquet_scores == read(trained, "un bus pour Gap").bouquet_scores


@pytest.mark.parametrize("said", [
    "", "😀", pytest.param("?" * 5000, id="question marks"), pytest.param("a" * 10_000, id="very long"),
    "<script>alert(1)</script>",
])
def test_rubbish_gets_scores_and_never_raises(trained: tuple[Featurizer, Judge[Bouquet], Path], said: str) -> None:
    assert len(read(trained, said).bouquet_scores) == len(Bouquet)
