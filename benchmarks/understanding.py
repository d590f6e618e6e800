"""The understanding on the held-out phrases, beside two baselines learnt from the same phrases.

    python -m benchmarks.understanding              the tables, for every held-out file
    python -m benchmarks.understanding --no-diet    without the stock Rasa pipeline, the slowest to train
    python -m benchmarks.understanding --share=4    everybody learns from one training phrase in four, the same ones
    python -m benchmarks.understanding --curve      what more phrases give: an eighth of them, a quarter, a half, all
    python -m benchmarks.understanding --ablation   what each part gives
"""

from __future__ import annotations

import csv
import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.ablation import ablation, learning_curve, learnt, some_examples
from benchmarks.baselines import keywords, stock_rasa
from benchmarks.noise import DISTURBANCES
from bot.commands.labelled import Row, read_rows
from bot.commands.measures import bouquet_sets, f1_by_label, first_is_right, link_sets, measures
from bot.commands.reader import open_reader
from bot.commands.words import Words
from bot.orientation.reading import Reading
from bot.orientation.taxonomy import Bouquet, Link, Urgency
from bot.settings import ROOT, current_settings

Read = Callable[[str], Reading]
WORST = 12
WRITTEN_CLEAN = frozenset(("clean", "spoken", "letter", "symptom", "multi", "former_name"))


def table(listeners: dict[str, list[Reading]], rows: Sequence[Row]) -> Iterator[str]:
    """Every measure, a column a listener."""
    found = {name: measures(list(zip(rows, readings))) for name, readings in listeners.items()}
    yield "| | " + " | ".join(found) + " |\n|---|" + "---|" * len(found)
    for measure in next(iter(found.values())):
        cells = [f"{values[measure]:.3f}" if measure in values else "–" for values in found.values()]
        yield f"| {measure} | " + " | ".join(cells) + " |"


def by_register(rows: Sequence[Row], readings: Sequence[Reading], registers: dict[str, str]) -> Iterator[str]:
    """First bouquet right, micro-F1 of bouquets and false alarms, register by register."""
    groups: dict[str, list[tuple[Row, Reading]]] = defaultdict(list)
    for row, reading in zip(rows, readings):
        groups[registers[row.id]].append((row, reading))
    yield "| register | phrases | first bouquet | bouquets micro-F1 | dangers heard | false alarms |"
    yield "|---|---|---|---|---|---|"
    for name, pairs in sorted(groups.items()):
        got, right = measures(pairs), first_is_right(pairs)
        first = f"{sum(right)}/{len(right)}" if right else "–"
        grave = [r.urgency is Urgency.DANGER for row, r in pairs if row.urgency is Urgency.DANGER]
        calm = [r.urgency is Urgency.DANGER for row, r in pairs if row.urgency is not Urgency.DANGER]
        yield (f"| {name} | {len(pairs)} | {first} | {got.get('bouquets', 1):.3f} | "
               f"{sum(grave)}/{len(grave)} | {sum(calm)}/{len(calm)} |")


def by_label(rows: Sequence[Row], readings: Sequence[Reading]) -> Iterator[str]:
    """F1 of each bouquet and each link."""
    pairs = list(zip(rows, readings))
    for sets, labels in ((bouquet_sets(pairs), Bouquet), (link_sets(pairs), Link)):
        scores = f1_by_label(sets, labels)
        yield ", ".join(f"{label.value} {score:.2f}" for label, score in scores.items())


def confusions(rows: Sequence[Row], readings: Sequence[Reading]) -> str:
    """The pairs most often taken one for the other: wanted first, then found."""
    wrong = Counter((row.bouquets[0].value, reading.ranking[0].bouquet.value) for row, reading in zip(rows, readings)
                    if row.bouquets and reading.ranking and reading.ranking[0].bouquet is not row.bouquets[0])
    return ", ".join(f"{wanted} → {found} ({count})" for (wanted, found), count in wrong.most_common(WORST))


def disturbed(read: Read, rows: Sequence[Row], registers: dict[str, str]) -> Iterator[str]:
    """What each disturbance costs against the clean phrase, in share of first bouquets right."""
    clean = [row for row in rows if row.bouquets and registers[row.id] in WRITTEN_CLEAN]
    base = float(np.mean(first_is_right([(row, read(row.text)) for row in clean])))
    yield f"{len(clean)} phrases, clean {base:.3f}"
    for name, change in DISTURBANCES.items():
        right = first_is_right([(row, read(change(row.text))) for row in clean])
        yield f"{name} {float(np.mean(right)) - base:+.3f}"


def one_core(read: Read, rows: Sequence[Row]) -> str:
    """Milliseconds a phrase, warm, on one core."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    times = []
    for row in rows:
        began = time.perf_counter()
        read(row.text)
        times.append(1000 * (time.perf_counter() - began))
    last = np.percentile(times, 95)
    return f"median {np.median(times):.1f} ms, mean {np.mean(times):.1f} ms, 95th centile {last:.1f} ms"


def main(arguments: Sequence[str]) -> None:
    """Print the tables asked for."""
    files = {path: read_rows(path, Words(ROOT / "knowledge", "evaluate"))
             for path in sorted((ROOT / "tests" / "heldout").glob("*.csv"))}
    if "--curve" in arguments:
        print("\n".join(learning_curve(files)))
        return
    if "--ablation" in arguments:
        print("\n".join(ablation(files)))
        return
    share = next((int(text.removeprefix("--share=")) for text in arguments if text.startswith("--share=")), 1)
    kept = some_examples(share)
    ours = open_reader(current_settings()) if share == 1 else learnt(kept)
    listeners: dict[str, Read] = {"guichet": ours.read, "keywords": keywords()}
    if "--no-diet" not in arguments:
        listeners["stock Rasa, DIET"] = stock_rasa(kept)
    for path, rows in files.items():
        _report(path, rows, listeners)
    print(f"\nOn one core: {one_core(listeners['guichet'], [row for rows in files.values() for row in rows])}.")


def _report(path: Path, rows: Sequence[Row], listeners: dict[str, Read]) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        registers = {row["id"]: row["register"] for row in csv.DictReader(file)}
    heard = {name: [read(row.text) for row in rows] for name, read in listeners.items()}
    ours = heard["guichet"]
    print(f"\n## {path.name}, {len(rows)} phrases\n")
    print("\n".join(table(heard, rows)) + "\n")
    print("\n".join(by_register(rows, ours, registers)) + "\n")
    print("\n\n".join(by_label(rows, ours)))
    print(f"\nTaken one for the other: {confusions(rows, ours)}.")
    print(f"\nWritten worse: {', '.join(disturbed(listeners['guichet'], rows, registers))}.")


if __name__ == "__main__":
    main(sys.argv[1:])
