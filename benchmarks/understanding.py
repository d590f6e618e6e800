"""The understanding on the held-out phrases, beside a linear classifier on n-grams trained on the same phrases.

    python -m benchmarks.understanding
"""

from __future__ import annotations

import csv
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.commands.figures import micro_f1
from bot.commands.labelled import Row, read_rows
from bot.commands.reader import open_reader
from bot.commands.words import Words
from bot.nlu.examples import read_examples
from bot.nlu.text import clean, spelt_out
from bot.orientation.taxonomy import Bouquet
from bot.settings import ROOT, current_settings

Ranked = tuple[list[Bouquet], set[Bouquet]]
THRESHOLD = 0.3


def ours() -> Callable[[str], Ranked]:
    """The trained model, read without Rasa."""
    reader = open_reader(current_settings())

    def read(text: str) -> Ranked:
        reading = reader.read(text)
        return [s.bouquet for s in reading.ranking], {s.bouquet for s in reading.bouquets}

    return read


def n_grams() -> Callable[[str], Ranked]:
    """One logistic regression a bouquet on character n-grams, nothing else."""
    examples = list(read_examples(ROOT / "data" / "nlu"))
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2)
    matrix = vectorizer.fit_transform([spelt_out(e.text) for e in examples])
    heads = [LogisticRegression(C=8, solver="liblinear", class_weight="balanced", random_state=0)
             .fit(matrix, [b in e.bouquets for e in examples]) for b in Bouquet]

    def read(text: str) -> Ranked:
        row = vectorizer.transform([spelt_out(clean(text))])
        scores = np.array([head.predict_proba(row)[0, 1] for head in heads])
        order = [list(Bouquet)[k] for k in np.argsort(-scores, kind="stable")[:5]]
        return order, {b for b, score in zip(Bouquet, scores) if score >= THRESHOLD}

    return read


def line(name: str, read: Callable[[str], Ranked], rows: Sequence[Row]) -> str:
    """One row of the table; milliseconds are the median over phrases."""
    found, times = [], []
    for row in rows:
        began = time.perf_counter()
        found.append(read(row.text))
        times.append(time.perf_counter() - began)
    gold = [row.bouquets or () for row in rows]
    needs = [(g, ranking) for g, (ranking, _) in zip(gold, found) if g]
    top = sum(ranking[0] is g[0] for g, ranking in needs) / len(needs)
    three = sum(g[0] in ranking[:3] for g, ranking in needs) / len(needs)
    f1 = micro_f1((g, decided) for g, (_, decided) in zip(gold, found))
    return f"| {name} | {top:.3f} | {three:.3f} | {f1:.3f} | {1000 * float(np.median(times)):.0f} |"


def by_register(path: Path, read: Callable[[str], Ranked], rows: Sequence[Row]) -> str:
    """First bouquet right, register by register."""
    with path.open(encoding="utf-8", newline="") as file:
        registers = {row["id"]: row["register"] for row in csv.DictReader(file)}
    right: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        if row.bouquets:
            right[registers[row.id]].append(read(row.text)[0][0] is row.bouquets[0])
    return ", ".join(f"{name} {sum(found)}/{len(found)}" for name, found in sorted(right.items()))


def main() -> None:
    """Print a table for each held-out file."""
    listeners = {"guichet": ours(), "character n-grams, linear": n_grams()}
    for path in sorted((ROOT / "tests" / "heldout").glob("*.csv")):
        rows = read_rows(path, Words(ROOT / "knowledge", "evaluate"))
        print(f"\n{path.name}, {len(rows)} phrases\n")
        print("| | top-1 | recall@3 | bouquets micro-F1 | ms a phrase (median) |\n|---|---|---|---|---|")
        for name, read in listeners.items():
            print(line(name, read, rows))
        print(f"\nFirst bouquet right by register: {by_register(path, listeners['guichet'], rows)}.")


if __name__ == "__main__":
    main()
