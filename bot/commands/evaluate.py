"""Reading a file of phrases: predictions as JSON lines, and the figures where labels are given."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.commands.figures import figures
from bot.commands.labelled import read_rows
from bot.commands.measures import place_said
from bot.commands.reader import open_reader
from bot.commands.words import Words
from bot.orientation.reading import Reading
from bot.orientation.taxonomy import Level
from bot.settings import Settings


def run(settings: Settings, file: Path, predictions: Path | None) -> str:
    """The figures as text; InputError when the file cannot be used, before anything is written."""
    words = Words(settings.knowledge_dir, "evaluate")
    rows = read_rows(file, words)
    reader = open_reader(settings)
    began = time.monotonic()
    readings = [reader.read(row.text) for row in rows]
    seconds = f"{time.monotonic() - began:.1f}"
    if predictions is not None:
        _write(predictions, [row.id for row in rows], readings)
    return "\n".join([words.text("resume", nombre=len(rows), secondes=seconds), *figures(rows, readings, words)])


def prediction(row_id: str, reading: Reading) -> dict[str, Any]:
    """One line of the predictions: numbers of the taxonomy, best first; `ranking` is the five best."""
    return {
        "id": row_id,
        "bouquets": [scored.bouquet.number for scored in reading.bouquets],
        "ranking": [[scored.bouquet.number, round(scored.score, 4)] for scored in reading.ranking],
        "links": [scored.link.number for scored in reading.links],
        "urgency": reading.urgency.value,
        "in_scope": reading.in_scope,
        "place": place_said(reading),
        "sheets": [[scored.sheet, round(scored.score, 4)] for scored in reading.sheets],
        "level": 2 if reading.level is Level.SECOND else 1,
        "level_score": reading.level_score,
    }


def _write(path: Path, ids: Sequence[str], readings: Sequence[Reading]) -> None:
    """All at once: a run cut short leaves no half file."""
    draft = path.with_name(path.name + ".draft")
    lines = (json.dumps(prediction(i, r), ensure_ascii=False) for i, r in zip(ids, readings))
    draft.write_text("\n".join(lines) + "\n", encoding="utf-8")
    draft.replace(path)
