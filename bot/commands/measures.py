"""What an evaluation measures, each figure only over the rows that carry its label. Numbers, no words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from bot.commands.labelled import Row
from bot.knowledge.communes import place_key
from bot.orientation.reading import Reading
from bot.orientation.taxonomy import Bouquet, Level, Link, Urgency

Pair = tuple[Row, Reading]
Sets = Sequence[tuple[Collection[Any], Collection[Any]]]


def measures(pairs: Sequence[Pair]) -> dict[str, float]:
    """Shares from 0 to 1, by name; a figure that no row can give is left out. Names: `premier` first bouquet right,
    `parmi` first bouquet among those wanted, `trois` wanted one in the three first; `bouquets`, `maillons` micro-F1 and
    `*_macro` macro-F1; `danger` recall; `alarmes` share of calm rows taken for dangers; `urgence`, `perimetre`, `lieu`
    accuracy; `fiche`, `fiches` wanted sheet first, among three; `niveau` accuracy, `niveau2_manque` second level
    answered at the desk, among all."""
    return {**_bouquets(pairs), **_links(pairs), **_urgency(pairs), **_rest(pairs), **_sheets(pairs), **_levels(pairs)}


def micro_f1(sets: Iterable[tuple[Collection[Any], Collection[Any]]]) -> float:
    """Over (expected, found) sets; 1.0 when nothing was expected nor found."""
    right = wrong = missed = 0
    for expected, found in sets:
        right += len(set(expected) & set(found))
        wrong += len(set(found) - set(expected))
        missed += len(set(expected) - set(found))
    return 1.0 if right + wrong + missed == 0 else 2 * right / (2 * right + wrong + missed)


def f1_by_label(sets: Sets, labels: Iterable[Any]) -> dict[Any, float]:
    """The F1 of each label that is expected somewhere."""
    only = {label: [(set(e) & {label}, set(f) & {label}) for e, f in sets] for label in labels}
    return {label: micro_f1(mine) for label, mine in only.items() if any(e for e, _ in mine)}


def bouquet_sets(pairs: Sequence[Pair]) -> Sets:
    """(wanted, found) bouquets of the rows that carry them."""
    return [(row.bouquets, [s.bouquet for s in reading.bouquets]) for row, reading in pairs
            if row.bouquets is not None]


def link_sets(pairs: Sequence[Pair]) -> Sets:
    """(wanted, found) links of the rows that carry them."""
    return [(row.links, [s.link for s in reading.links]) for row, reading in pairs if row.links is not None]


def first_is_right(pairs: Sequence[Pair]) -> list[bool]:
    """Whether the first bouquet of the ranking is the main one, for each row that has needs."""
    return [bool(reading.ranking) and reading.ranking[0].bouquet is row.bouquets[0]
            for row, reading in pairs if row.bouquets]


def place_said(reading: Reading) -> str:
    """The commune heard first; empty when there is none."""
    return reading.places[0].candidates[0].name if reading.places else ""


def _bouquets(pairs: Sequence[Pair]) -> Mapping[str, float]:
    needs = [(row.bouquets, [s.bouquet for s in reading.ranking]) for row, reading in pairs if row.bouquets]
    if not needs:
        return {}
    sets = bouquet_sets(pairs)
    return {
        "premier": _share(first_is_right(pairs)),
        "parmi": _share(ranking[:1] != [] and ranking[0] in wanted for wanted, ranking in needs),
        "trois": _share(wanted[0] in ranking[:3] for wanted, ranking in needs),
        "bouquets": micro_f1(sets), "bouquets_macro": _macro(sets, Bouquet),
    }


def _links(pairs: Sequence[Pair]) -> Mapping[str, float]:
    sets = link_sets(pairs)
    return {"maillons": micro_f1(sets), "maillons_macro": _macro(sets, Link)} if sets else {}


def _urgency(pairs: Sequence[Pair]) -> Mapping[str, float]:
    said = [(row.urgency, reading.urgency) for row, reading in pairs if row.urgency is not None]
    grave = [found is Urgency.DANGER for wanted, found in said if wanted is Urgency.DANGER]
    calm = [found is Urgency.DANGER for wanted, found in said if wanted is not Urgency.DANGER]
    exact = [wanted is found for wanted, found in said]
    return _present(danger=grave, alarmes=calm, urgence=exact)


def _rest(pairs: Sequence[Pair]) -> Mapping[str, float]:
    return _present(
        perimetre=[row.in_scope is reading.in_scope for row, reading in pairs if row.in_scope is not None],
        lieu=[place_key(row.place) == place_key(place_said(reading)) for row, reading in pairs
              if row.place is not None],
    )


def _sheets(pairs: Sequence[Pair]) -> Mapping[str, float]:
    said = [(row.sheet, [s.sheet for s in reading.sheets]) for row, reading in pairs if row.sheet]
    return _present(fiche=[wanted in found[:1] for wanted, found in said],
                    fiches=[wanted in found[:3] for wanted, found in said])


def _levels(pairs: Sequence[Pair]) -> Mapping[str, float]:
    said = [(row.level, reading.level) for row, reading in pairs if row.level is not None]
    return _present(niveau=[wanted is found for wanted, found in said],
                    niveau2_manque=[wanted is Level.SECOND and found is Level.FIRST for wanted, found in said])


def _present(**figures: Sequence[bool]) -> dict[str, float]:
    return {name: _share(verdicts) for name, verdicts in figures.items() if verdicts}


def _macro(sets: Sets, labels: Iterable[Any]) -> float:
    return float(np.mean(list(f1_by_label(sets, labels).values()) or [1.0]))


def _share(verdicts: Iterable[bool]) -> float:
    known = list(verdicts)
    return sum(known) / len(known)
