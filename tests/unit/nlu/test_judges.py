"""The trained scores, on a small corpus read with the real encoders."""

from pathlib import Path

import numpy as np
import pytest

from bot.nlu.draft import Draft, Example, Scored
from bot.nlu.featurizer import Featurizer
from bot.nlu.judges import judge_bouquets, judge_links, supported
from bot.nlu.scorer import Scorer
from bot.nlu.text import clean
from bot.nlu.wording import Wording
from bot.orientation.taxonomy import Act, Bouquet
from bot.settings import ROOT

PHRASES = {
    Bouquet.EMPLOI: ("je cherche du travail", "j'ai perdu mon emploi", "m'inscrire au chômage", "mon boulot s'arrête",
                     "une offre d'emploi", "faire mon CV", "un travail saisonnier", "licencié hier, que faire"),
    Bouquet.TRANSPORT: ("les horaires du car", "un bus pour Gap", "passer le permis", "le train du matin",
                        "la navette du marché", "carte de réduction train", "ramassage scolaire", "un covoiturage"),
    Bouquet.SANTE: ("je cherche un médecin", "pharmacie de garde", "rendez-vous chez le dentiste", "un psychologue",
                    "une infirmière", "je suis malade", "l'hôpital le plus proche", "des lunettes"),
}
EXAMPLES = [Example(text, Act.NEED, (bouquet,)) for bouquet, texts in PHRASES.items() for text in texts]
Trained = tuple[Featurizer, Scorer, Path]


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    folder = tmp_path_factory.mktemp("trained")
    texts = [e.text for e in EXAMPLES]
    featurizer = Featurizer.fit(texts, Wording.fit(texts, ROOT / "knowledge", ()), folder)
    drafts = featurizer.read_examples([Draft(e.text) for e in EXAMPLES], folder)
    scorer = Scorer.fit(EXAMPLES, drafts, featurizer, folder)
    featurizer.save(folder)
    scorer.save(folder)
    return featurizer, scorer, folder


def read(trained: Trained, text: str) -> Draft:
    featurizer, scorer, _ = trained
    return judge_links(judge_bouquets(scorer.read(featurizer.read(Draft(clean(text))))))


@pytest.mark.parametrize(("said", "bouquet"), [
    ("je voudrais trouver du travail", Bouquet.EMPLOI),
    ("à quelle heure passe le bus", Bouquet.TRANSPORT),
    ("il me faut un docteur", Bouquet.SANTE),
])
def test_an_unseen_phrase_scores_its_bouquet_above_the_others(trained: Trained, said: str, bouquet: Bouquet) -> None:
    scores = dict(zip(Bouquet, read(trained, said).bouquet_scores))
    assert max(PHRASES, key=lambda b: scores[b]) is bouquet


def test_evidence_words_stand_where_it_says(trained: Trained) -> None:
    draft = read(trained, "Bonjour, je cherche du travail à Gap")
    assert any(evidence.about == "bouquet:emploi" for evidence in draft.evidence)
    for evidence in draft.evidence:
        assert draft.text[evidence.start:evidence.end] == evidence.words


def test_reading_twice_gives_the_same(trained: Trained) -> None:
    assert read(trained, "un bus").bouquet_scores == read(trained, "un bus").bouquet_scores


def test_saved_and_loaded_parts_judge_the_same(trained: Trained) -> None:
    folder = trained[2]
    again = (Featurizer.load(folder), Scorer.load(folder), folder)
    assert read(again, "un bus pour Gap").bouquet_scores == read(trained, "un bus pour Gap").bouquet_scores


def test_scores_go_from_0_to_1_and_every_label_has_one(trained: Trained) -> None:
    for family in read(trained, "un bus").scored.values():
        assert len(family.scores) == len(family.counts) and np.all((family.scores >= 0) & (family.scores <= 1))


@pytest.mark.parametrize("said", [
    "", "😀", pytest.param("?" * 5000, id="question marks"), pytest.param("a" * 10_000, id="very long"),
    "<script>alert(1)</script>",
])
def test_rubbish_gets_scores_and_never_raises(trained: Trained, said: str) -> None:
    assert len(read(trained, said).bouquet_scores) == len(Bouquet)


def scored(whole: list[float], *clauses: list[float]) -> Scored:
    scores = np.array(whole + [0.0] * (len(Bouquet) - len(whole)))
    parts = np.array([clause + [0.0] * (len(Bouquet) - len(clause)) for clause in clauses] or np.zeros((0, 18)))
    return Scored(scores, scores >= 0.3, parts)


def judged(found: Scored, main: list[float]) -> list[Bouquet]:
    return list(judge_bouquets(Draft("x", scored={"bouquet": found}, main=np.array(main))).bouquets)


def test_a_need_told_in_one_clause_is_not_drowned_by_the_others() -> None:
    first, second = list(Bouquet)[:2]
    assert judged(scored([0.6, 0.1], [0.9, 0.0], [0.0, 0.95]), [0.9, 0.1, *[0.0] * 16]) == [first, second]


def test_the_likeliest_to_be_the_main_need_comes_first() -> None:
    first, second = list(Bouquet)[:2]
    assert judged(scored([0.9, 0.5]), [0.3, 0.7, *[0.0] * 16]) == [second, first]


def test_a_label_no_clause_supports_is_dropped_unless_the_whole_is_sure() -> None:
    assert not supported(scored([0.4], [0.01], [0.02]))[0]
    assert supported(scored([0.6], [0.01], [0.02]))[0] and supported(scored([0.4]))[0]
