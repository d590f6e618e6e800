"""The flow of triage: danger first, place asked once, a follow-up changes the case, the trace is kept."""

import pytest

from bot.orientation.case import Case, Choice, ChoiceKind, Need
from bot.orientation.decision import Outcome
from bot.orientation.reading import (
    IMPRECISE,
    Commune,
    PlaceMention,
    Reading,
    ScoredBouquet,
    ScoredLink,
    ScoredSheet,
)
from bot.orientation.taxonomy import Act, Bouquet, Link, Person, Urgency
from bot.orientation.triage import FLOW, decide

GAP = Commune("05061", "Gap", "05", ("05000",))
BRIANCON = Commune("05023", "Briançon", "05", ("05100",))


def need(bouquet: Bouquet = Bouquet.EMPLOI, score: float = 0.9, **more: object) -> Reading:
    scored = (ScoredBouquet(bouquet, score),)
    return Reading(text="besoin", bouquets=scored, ranking=scored, **more)  # type: ignore[arg-type]


def at(commune: Commune) -> tuple[PlaceMention, ...]:
    return (PlaceMention(commune.name, 0, 3, (commune,)),)


def test_danger_comes_before_every_other_rule() -> None:
    for act in Act:
        decision = decide(Case(), Reading(text="x", act=act, urgency=Urgency.DANGER, signals=("suicide",)))
        assert decision.outcome is Outcome.URGENT and decision.signals == ("suicide",), act


def test_danger_still_answers_the_needs() -> None:
    decision = decide(Case(), need(urgency=Urgency.DANGER, signals=("violences_conjugales",)))
    assert [n.bouquet for n in decision.needs] == [Bouquet.EMPLOI]


def test_commune_is_asked_once_then_answered_without() -> None:
    first = decide(Case(), need())
    assert first.outcome is Outcome.ASK_PLACE
    assert decide(first.case, need(Bouquet.SANTE)).outcome is Outcome.ORIENT


def test_first_steps_are_given_while_the_commune_is_asked() -> None:
    assert decide(Case(), need()).needs


def test_at_the_desk_nothing_is_asked() -> None:
    assert decide(Case(), need(), one_shot=True).outcome is Outcome.ORIENT
    assert decide(Case(), need(score=0.1), one_shot=True).outcome is Outcome.ORIENT


def test_commune_alone_completes_the_case() -> None:
    asked = decide(Case(), need()).case
    decision = decide(asked, Reading(text="Gap", act=Act.FOLLOW_UP, places=at(GAP)))
    assert decision.outcome is Outcome.ORIENT
    assert decision.case.place == GAP and [n.bouquet for n in decision.needs] == [Bouquet.EMPLOI]


def test_another_commune_replaces_the_first_and_keeps_the_need() -> None:
    case = Case(needs=(Need(Bouquet.EMPLOI),), place=GAP)
    decision = decide(case, Reading(text="plutôt à Briançon", act=Act.FOLLOW_UP, places=at(BRIANCON)))
    assert decision.case.place == BRIANCON and decision.needs == case.needs


def test_someone_else_named_changes_the_person_only() -> None:
    case = Case(needs=(Need(Bouquet.SANTE),), place=GAP)
    decision = decide(case, Reading(text="non, c'est pour ma mère", act=Act.FOLLOW_UP, people=(Person.PARENT,)))
    assert decision.case.people == (Person.PARENT,) and decision.needs == case.needs


def test_hours_asked_become_an_obstacle_of_the_same_need() -> None:
    case = Case(needs=(Need(Bouquet.SANTE),), place=GAP)
    reading = Reading(text="et pour les horaires ?", act=Act.FOLLOW_UP, links=(ScoredLink(Link.HORAIRES, 0.9),))
    decision = decide(case, reading)
    assert Link.HORAIRES in decision.obstacles and decision.needs == case.needs


def test_homonyms_are_asked_about() -> None:
    twins = (Commune("05142", "Saint-Firmin", "05"), Commune("71413", "Saint-Firmin", "71"))
    decision = decide(Case(), need(places=(PlaceMention("Saint-Firmin", 0, 3, twins),)))
    assert decision.outcome is Outcome.ASK_PLACE and decision.case.place_candidates == twins


def test_place_refused_is_never_asked_again() -> None:
    asked = decide(Case(), need()).case
    decision = decide(asked, Reading(text="non"), Choice(ChoiceKind.NO_PLACE))
    assert decision.outcome is Outcome.ORIENT and decision.case.place_declined


def test_unsure_offers_choices_and_the_button_answers() -> None:
    ranking = (ScoredBouquet(Bouquet.SANTE, 0.2), ScoredBouquet(Bouquet.EMPLOI, 0.15))
    asked = decide(Case(), Reading(text="euh", ranking=ranking))
    assert asked.outcome is Outcome.CLARIFY and asked.choices[0] is Bouquet.SANTE
    pressed = decide(asked.case, Reading(text="Emploi"), Choice(ChoiceKind.BOUQUET, "emploi"))
    assert [n.bouquet for n in pressed.needs] == [Bouquet.EMPLOI]


def test_several_needs_make_one_plan() -> None:
    both = (ScoredBouquet(Bouquet.EMPLOI, 0.9), ScoredBouquet(Bouquet.HEBERGEMENT_LOGEMENT, 0.8))
    decision = decide(Case(), Reading(text="x", bouquets=both, ranking=both), one_shot=True)
    assert [n.bouquet for n in decision.needs] == [Bouquet.EMPLOI, Bouquet.HEBERGEMENT_LOGEMENT]


def test_sheet_is_taken_from_the_bouquet_it_belongs_to() -> None:
    sheets = (ScoredSheet("trouver_medecin", Bouquet.SANTE, 0.9), ScoredSheet("inscription_ft", Bouquet.EMPLOI, 0.6))
    assert decide(Case(), need(sheets=sheets), one_shot=True).needs[0].sheet == "inscription_ft"


def test_a_danger_heard_earlier_is_remembered_even_after_a_restart() -> None:
    danger = decide(Case(), need(urgency=Urgency.DANGER, signals=("suicide",)))
    later = decide(danger.case, Reading(text="recommencer", act=Act.RESTART))
    assert later.outcome is Outcome.RESTART and "suicide" in later.reminders


@pytest.mark.parametrize(("act", "outcome"), [
    (Act.GREET, Outcome.GREET), (Act.THANK, Outcome.THANK), (Act.LEAVE, Outcome.LEAVE),
    (Act.ASK_HUMAN, Outcome.HAND_OVER), (Act.OFF_TOPIC, Outcome.OUT_OF_SCOPE), (Act.ASK_HELP, Outcome.EXPLAIN),
])
def test_conversation_acts(act: Act, outcome: Outcome) -> None:
    assert decide(Case(), Reading(text="x", act=act, in_scope=False)).outcome is outcome


def test_the_trace_shows_every_rule_looked_at_up_to_the_one_that_fired() -> None:
    trace = decide(Case(), need(), one_shot=True).trace
    flow = [v for v in trace if v.rule in {s.rule.__name__ for s in FLOW}]
    assert [v.fired for v in flow] == [False] * (len(flow) - 1) + [True]


def answered(**more: object) -> Case:
    hints = (ScoredSheet("renouveler_cni", Bouquet.FORMALITES_ADMINISTRATIVES, 0.8),
             ScoredSheet("permis", Bouquet.FORMALITES_ADMINISTRATIVES, 0.5))
    needs = (Need(Bouquet.FORMALITES_ADMINISTRATIVES, "renouveler_cni", 0.9),)
    return Case(needs=needs, hints=hints, place_asked=True, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("act", [Act.DENY, Act.CONFUSED])
def test_not_knowing_the_commune_is_an_answer_to_the_question(act: Act) -> None:
    decision = decide(answered(), Reading(text="je sais pas", act=act, in_scope=False))
    assert decision.outcome is Outcome.ORIENT and decision.case.place_declined and decision.needs


def test_not_this_offers_what_else_the_words_resembled() -> None:
    decision = decide(answered(place=GAP), Reading(text="non c'est pas ça", act=Act.DENY, in_scope=False))
    assert decision.outcome is Outcome.CLARIFY and decision.other_sheets == ("permis",)
    pressed = decide(decision.case, Reading(text="permis"), Choice(ChoiceKind.SHEET, "permis"))
    assert [n.sheet for n in pressed.needs] == ["permis"]


def test_yes_to_no_question_is_listened_to() -> None:
    said_yes = Reading(text="oui", act=Act.AFFIRM, in_scope=False)
    assert decide(answered(place=GAP), said_yes).outcome is Outcome.LISTEN
    assert decide(Case(), said_yes).outcome is Outcome.LISTEN


def test_a_follow_up_that_names_another_sheet_is_another_need() -> None:
    reading = need(Bouquet.FORMALITES_ADMINISTRATIVES, act=Act.FOLLOW_UP,
                   sheets=(ScoredSheet("permis", Bouquet.FORMALITES_ADMINISTRATIVES, 0.8),))
    decision = decide(answered(place=GAP), reading)
    assert [n.sheet for n in decision.needs] == ["permis"] and decision.case.place == GAP


def test_an_imprecise_danger_opens_the_answer_and_the_need_is_answered_as_usual() -> None:
    heard = need(urgency=Urgency.DANGER, signals=(IMPRECISE,))
    for signals in ((IMPRECISE,), (IMPRECISE, "faim")):
        asked = decide(Case(), need(urgency=Urgency.DANGER, signals=signals))
        assert asked.outcome is Outcome.ASK_PLACE and asked.signals == signals and asked.needs
    assert decide(Case(place=GAP), heard).outcome is Outcome.ORIENT
    assert decide(Case(), Reading("x", urgency=Urgency.DANGER, signals=(IMPRECISE,))).outcome is Outcome.URGENT


def test_two_sheets_of_one_bouquet_are_both_answered_when_both_are_sure() -> None:
    sheets = (ScoredSheet("aide_domicile_apa", Bouquet.SERVICES_A_DOMICILE, 0.97),
              ScoredSheet("portage_repas", Bouquet.SERVICES_A_DOMICILE, 0.93),
              ScoredSheet("teleassistance", Bouquet.SERVICES_A_DOMICILE, 0.5))
    decision = decide(Case(), need(Bouquet.SERVICES_A_DOMICILE, sheets=sheets), one_shot=True)
    assert [n.sheet for n in decision.needs] == ["aide_domicile_apa", "portage_repas"]


def test_a_place_alone_is_kept_and_listened_to() -> None:
    decision = decide(Case(), Reading(text="Gap", places=at(GAP), ranking=need().ranking))
    assert decision.outcome is Outcome.LISTEN and decision.case.place == GAP


def test_a_vague_need_is_asked_about_once_with_its_likeliest_sheets() -> None:
    sheets = (ScoredSheet("trouver_club", Bouquet.CULTURE_SPORT_LOISIRS, 0.25),
              ScoredSheet("bibliotheque", Bouquet.CULTURE_SPORT_LOISIRS, 0.2),
              ScoredSheet("louer_salle", Bouquet.CULTURE_SPORT_LOISIRS, 0.05))
    vague = need(Bouquet.CULTURE_SPORT_LOISIRS, sheets=sheets)
    asked = decide(Case(place=GAP), vague)
    assert asked.outcome is Outcome.CLARIFY and asked.other_sheets == ("trouver_club", "bibliotheque")
    pressed = decide(asked.case, Reading(text="club"), Choice(ChoiceKind.SHEET, "trouver_club"))
    assert pressed.outcome is Outcome.ORIENT and pressed.needs[0].sheet == "trouver_club"
    assert decide(asked.case, need(Bouquet.SANTE)).outcome is Outcome.ORIENT
    assert decide(Case(place=GAP), vague, one_shot=True).outcome is Outcome.ORIENT
    alone = need(Bouquet.CULTURE_SPORT_LOISIRS, sheets=sheets[:1])
    assert decide(Case(place=GAP), alone).outcome is Outcome.ORIENT


def test_a_danger_that_may_be_a_false_alarm_is_not_remembered() -> None:
    heard = need(urgency=Urgency.DANGER, signals=(IMPRECISE, "suicide"))
    assert decide(Case(), heard).case.signals == ("suicide",)
