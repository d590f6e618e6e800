"""The figures of an evaluation, each only over the rows that carry its label."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from bot.commands.labelled import Row
from bot.commands.words import Words
from bot.knowledge.communes import place_key
from bot.orientation.reading import Reading
from bot.orientation.taxonomy import Urgency

Pair = tuple[Row, Reading]


def figures(rows: Sequence[Row], readings: Sequence[Reading], words: Words) -> list[str]:
    """One line a figure, in a fixed order; a figure without labels is left out."""
    pairs = list(zip(rows, readings))
    lines = [*_bouquets(pairs, words), *_links(pairs, words), *_urgency(pairs, words)]
    scope = [(row.in_scope, reading.in_scope) for row, reading in pairs if row.in_scope is not None]
    places = [(place_key(row.place), place_key(_place(reading))) for row, reading in pairs if row.place is not None]
    if scope:
        lines.append(words.text("mesures.perimetre", valeur=_share(said == found for said, found in scope)))
    if places:
        lines.append(words.text("mesures.lieu", valeur=_share(said == found for said, found in places)))
    return lines


def micro_f1(pairs: Iterable[tuple[Collection[Any], Collection[Any]]]) -> float:
    """Over (expected, found) sets; 1.0 when nothing was expected nor found."""
    right = wrong = missed = 0
    for expected, found in pairs:
        right += len(set(expected) & set(found))
        wrong += len(set(found) - set(expected))
        missed += len(set(expected) - set(found))
    return 1.0 if right + wrong + missed == 0 else 2 * right / (2 * right + wrong + missed)


def _bouquets(pairs: Sequence[Pair], words: Words) -> list[str]:
    said = [(row.bouquets, reading) for row, reading in pairs if row.bouquets is not None]
    needs = [(bouquets, [s.bouquet for s in reading.ranking]) for bouquets, reading in said if bouquets]
    if not needs:
        return []
    f1 = micro_f1((bouquets, [s.bouquet for s in reading.bouquets]) for bouquets, reading in said)
    return [
        words.text("mesures.premier", valeur=_share(ranking[0] == b[0] for b, ranking in needs)),
        words.text("mesures.parmi", valeur=_share(ranking[0] in b for b, ranking in needs)),
        words.text("mesures.trois", valeur=_share(b[0] in ranking[:3] for b, ranking in needs)),
        words.text("mesures.bouquets", valeur=f"{f1:.3f}"),
    ]


def _links(pairs: Sequence[Pair], words: Words) -> list[str]:
    said = [(row.links, [s.link for s in reading.links]) for row, reading in pairs if row.links is not None]
    return [words.text("mesures.maillons", valeur=f"{micro_f1(said):.3f}")] if said else []


def _urgency(pairs: Sequence[Pair], words: Words) -> list[str]:
    said = [(row.urgency, reading.urgency) for row, reading in pairs if row.urgency is not None]
    if not said:
        return []
    danger: Callable[[Urgency | None], bool] = lambda level: level is Urgency.DANGER  # noqa: E731
    expected = [found for level, found in said if danger(level)]
    calm = [found for level, found in said if not danger(level)]
    return [
        words.text("mesures.dangers", trouves=sum(map(danger, expected)), attendus=len(expected)),
        words.text("mesures.alarmes", alarmes=sum(map(danger, calm)), calmes=len(calm)),
        words.text("mesures.urgence", valeur=_share(level is found for level, found in said)),
    ]


def _place(reading: Reading) -> str:
    return reading.places[0].candidates[0].name if reading.places else ""


def _share(verdicts: Iterable[bool]) -> str:
    known = list(verdicts)
    return f"{sum(known) / len(known):.3f}"
