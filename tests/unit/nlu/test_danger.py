"""Danger heard in words: what must be heard, and what must not be taken for it."""

import numpy as np
import pytest

from bot.nlu.alarm import Alarm
from bot.nlu.danger import DangerWords, Rule
from bot.nlu.draft import Draft, Scored
from bot.nlu.kinds import KINDS
from bot.nlu.mended import Mended
from bot.nlu.text import clean
from bot.orientation.reading import IMPRECISE
from bot.orientation.taxonomy import Urgency
from bot.settings import ROOT


@pytest.fixture(scope="module")
def words() -> DangerWords:
    return DangerWords.load(ROOT / "knowledge")


@pytest.mark.parametrize(("said", "signal"), [
    ("mon mari me frappe", "violences_conjugales"),
    ("MON MARI ME FRAPPE", "violences_conjugales"),
    ("j'ai plus envie de vivre", "suicide"),
    ("jveu mourir", "suicide"),
    ("il a avalé de la javel", "intoxication"),
    ("ça sent le gaz dans l'escalier", "gaz"),
    ("je dors dans ma voiture", "sans_abri"),
    ("I have nowhere to sleep", "sans_abri"),
    ("ma fille de 13 ans n'est pas rentrée, elle a fugué", "enfant_disparu"),
    ("elle ne respire plus", "detresse_vitale"),
    ("g plu rien a mangé", "faim"),
    ("y a un braquage à la poste", "agression"), ("il me rabaisse devant les enfants", "violences_conjugales"),
    ("il y a eu une explosion dans l'immeuble", "feu_accident"), ("je vais mettre le feu à la mairie", "menace_autrui"),
    ("un accident de parapente au col", "mer_montagne"), ("y a un incendie au-dessus de chez moi", "feu_accident"),
    ("une explosion des bouteilles de gaz dans le garage", "feu_accident"),
    ("accident de ski, un gars est passé sous la neige", "mer_montagne"),
    ("depuis le braquage il me menace avec un fusil", "agression"),
    ("mon amoureux me rabaisse tous les jours", "violences_conjugales"),
    ("je vis avec quelqu'un qui m'humilie", "violences_conjugales"),
    ("je vais mettre le feu à la fête de mon ex", "menace_autrui"),
])
def test_danger_is_heard(words: DangerWords, said: str, signal: str) -> None:
    assert signal in words.hear(clean(said)).signals


@pytest.mark.parametrize("said", [
    "c'est à mourir de rire", "feu vert pour mon permis de construire", "demande APA pour ma mère",
    "je vais tuer mon voisin avec sa musique", "bonjour", "quelle est la capitale du Pérou",
    "depuis le braquage de l'an passé il n'y a plus de distributeur", "mon chef me rabaisse en réunion",
    "on veut mettre le feu à la piste de danse, la salle se loue combien", "au bureau on est au bord de l'explosion",
    "gros accident de ski l'hiver dernier, je cherche un kiné", "exercice d'incendie jeudi, faut-il prévenir",
    "l'explosion des loyers nous étrangle",
])
def test_alarming_words_without_danger_stay_quiet(words: DangerWords, said: str) -> None:
    assert words.hear(clean(said)).signals == ()


def read(words: DangerWords, said: str, danger: bool, kinds: dict[str, float]) -> Draft:
    """What the alarm makes of a message whose scores hear a danger or not, and which."""
    scores = np.array([kinds.get(kind, 0.0) for kind in KINDS])
    grave, none = np.array([0.6 if danger else 0.0]), np.zeros((0, 1))
    scored = {"danger": Scored(grave, grave > 0.5, none), "presses": Scored(np.zeros(1), np.zeros(1, bool), none),
              "kind": Scored(scores, scores > 0.5, np.zeros((0, len(KINDS))))}
    rules = {kind: Rule(Urgency.DANGER, rank) for rank, kind in enumerate(KINDS, start=1)}
    return Alarm(words, rules).read(Draft(said, mended=Mended.of(said), scored=scored))


def test_a_danger_that_only_scores_hear_is_named_when_its_kind_is_likely(words: DangerWords) -> None:
    kind = KINDS[0]
    heard = read(words, "j'ai donné le chien au voisin", danger=True, kinds={kind: 0.8})
    assert heard.urgency is Urgency.DANGER and heard.signals == (kind, IMPRECISE)
    assert read(words, "j'ai donné le chien", danger=True, kinds={kind: 0.2}).signals == (IMPRECISE,)


def test_words_of_danger_need_no_score(words: DangerWords) -> None:
    heard = read(words, "mon mari me frappe", danger=False, kinds={})
    assert heard.urgency is Urgency.DANGER and IMPRECISE not in heard.signals


def test_evidence_points_into_the_text(words: DangerWords) -> None:
    text = clean("Depuis hier, mon mari me frappe !")
    evidence = words.hear(text).evidence[0]
    assert text[evidence.start:evidence.end] == evidence.words


@pytest.mark.parametrize("said", [
    "", "😀😀", "\u200b\u202e", "<script>", pytest.param("a" * 10_000, id="very long"),
    pytest.param("?" * 3000, id="question marks"),
])
def test_rubbish_never_raises(words: DangerWords, said: str) -> None:
    assert words.hear(clean(said)).signals == ()
