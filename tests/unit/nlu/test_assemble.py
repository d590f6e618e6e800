"""From a draft to the Reading that travels."""

import numpy as np

from bot.nlu.assemble import reading_of
from bot.nlu.draft import Draft
from bot.orientation.reading import IMPRECISE, Reading
from bot.orientation.taxonomy import Act, Bouquet, Link, Urgency
from bot.orientation.wire import from_wire, to_wire

IMPLIED = {"violences_conjugales": (Bouquet.SECURITE, Bouquet.JUSTICE_DROIT)}


def scores(**known: float) -> tuple[float, ...]:
    return tuple(known.get(bouquet.value, 0.0) for bouquet in Bouquet)


def test_ranking_always_has_the_five_best_and_ties_go_by_number() -> None:
    reading = reading_of(Draft("x", bouquet_scores=scores(emploi=0.8)), {})
    assert [s.bouquet.number for s in reading.ranking] == ["11", "01", "02", "03", "04"]


def test_the_likeliest_main_need_is_ranked_first_and_keeps_its_own_score() -> None:
    chances = np.array([0.6 if b is Bouquet.SANTE else 0.4 if b is Bouquet.EMPLOI else 0.0 for b in Bouquet])
    reading = reading_of(Draft("x", bouquet_scores=scores(emploi=0.8, sante=0.5), main=chances), {})
    assert [(s.bouquet, s.score) for s in reading.ranking[:2]] == [(Bouquet.SANTE, 0.5), (Bouquet.EMPLOI, 0.8)]


def test_what_a_danger_implies_is_ranked_before_the_rest() -> None:
    chances = np.array([1.0 if b is Bouquet.EMPLOI else 0.0 for b in Bouquet])
    draft = Draft("x", bouquet_scores=scores(emploi=0.9), bouquets=(Bouquet.EMPLOI,), urgency=Urgency.DANGER,
                  signals=("violences_conjugales",), main=chances)
    assert [s.bouquet for s in reading_of(draft, IMPLIED).bouquets] == [
        Bouquet.SECURITE, Bouquet.JUSTICE_DROIT, Bouquet.EMPLOI]


def test_a_danger_brings_the_needs_it_implies_even_unsaid() -> None:
    draft = Draft("mon mari me frappe", bouquet_scores=scores(sante=0.2), urgency=Urgency.DANGER,
                  signals=("violences_conjugales",))
    assert [s.bouquet for s in reading_of(draft, IMPLIED).bouquets] == [Bouquet.SECURITE, Bouquet.JUSTICE_DROIT]


def test_a_signal_that_does_not_press_implies_nothing() -> None:
    draft = Draft("x", bouquet_scores=scores(), urgency=Urgency.NONE, signals=("violences_conjugales",))
    assert reading_of(draft, IMPLIED).bouquets == ()


def test_out_of_scope_decides_on_nothing_but_keeps_the_ranking() -> None:
    draft = Draft("bonjour", act=Act.GREET, bouquet_scores=scores(emploi=0.9), bouquets=(Bouquet.EMPLOI,))
    reading = reading_of(draft, {})
    assert not reading.in_scope and reading.bouquets == () and len(reading.ranking) == 5


def test_a_reading_survives_its_wire() -> None:
    draft = Draft("x", bouquet_scores=scores(emploi=0.9), bouquets=(Bouquet.EMPLOI,),
                  link_scores=tuple(0.5 for _ in Link), links=(Link.COUT,))
    reading = reading_of(draft, {})
    assert from_wire(Reading, to_wire(reading)) == reading


def test_a_danger_that_is_imprecise_still_brings_the_needs_of_what_words_said() -> None:
    draft = Draft("j'ai faim", bouquet_scores=scores(), urgency=Urgency.DANGER, signals=(IMPRECISE, "faim"))
    reading = reading_of(draft, {"faim": (Bouquet.AIDE_ACCOMPAGNEMENT_SOCIAL,)})
    assert [s.bouquet for s in reading.bouquets] == [Bouquet.AIDE_ACCOMPAGNEMENT_SOCIAL]


def test_what_presses_brings_its_needs_only_when_none_was_heard() -> None:
    implied = {"expulsion_coupure": (Bouquet.HEBERGEMENT_LOGEMENT,)}
    heard = Draft("on va nous couper le courant", bouquets=(Bouquet.SERVICES_MARCHANDS_PUBLICS,), bouquet_scores=scores(
        services_marchands_publics=0.9), urgency=Urgency.SOON, signals=("expulsion_coupure",))
    assert [s.bouquet for s in reading_of(heard, implied).bouquets] == [Bouquet.SERVICES_MARCHANDS_PUBLICS]
