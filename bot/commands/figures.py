"""The figures of an evaluation in words, each only when some row carries its label."""

from __future__ import annotations

from collections.abc import Sequence

from bot.commands.labelled import Row
from bot.commands.measures import measures
from bot.commands.words import Words
from bot.orientation.reading import Reading


def figures(rows: Sequence[Row], readings: Sequence[Reading], words: Words) -> list[str]:
    """One line a figure, in a fixed order."""
    return [words.text(f"mesures.{name}", valeur=f"{value:.3f}")
            for name, value in measures(list(zip(rows, readings))).items()]
