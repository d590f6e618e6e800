"""Checks of the labelled phrases before they teach anything: said twice, contradicted, or taken from a held-out set."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from rapidfuzz import fuzz, process

from bot.nlu.draft import Example
from bot.nlu.examples import lines_of, read_file
from bot.nlu.text import spelt_out

ALIKE = 85.0
SHORTEST, LONG_ENOUGH = 5, 7


@dataclass(frozen=True)
class Placed:
    """A labelled phrase and where it stands: file under the folder of phrases, line from 1."""

    file: str
    line: int
    example: Example

    @property
    def words(self) -> tuple[str, ...]:
        """Its words in full, without accents or punctuation: what makes it the same phrase as another. Very short
        ones keep their spelling, which is all they teach."""
        words = tuple(re.findall(r"\w+", spelt_out(self.example.text)))
        return words if len(words) >= SHORTEST else (self.example.text,)


@dataclass(frozen=True)
class Fault:
    """What is wrong with a phrase (`same`, `contradiction` or `leak`) and the other it collides with."""

    kind: str
    phrase: Placed
    other: str


def read_placed(folder: Path) -> list[Placed]:
    """Every labelled phrase of a folder with its place; UnderstandingError names what cannot be read."""
    return [placed for path in sorted(folder.rglob("*.yml")) for placed in _placed(path, folder)]


def faults(phrases: Sequence[Placed], held_out: Sequence[str]) -> list[Fault]:
    """Every phrase that says again what another says, contradicts it, or is too near to a held-out one."""
    return [*_collisions(phrases), *_leaks(phrases, held_out)]


def held_out_texts(folder: Path) -> list[str]:
    """The texts of every held-out file of a folder."""
    texts: list[str] = []
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            texts += [row["text"] for row in csv.DictReader(file)]
    return texts


def _placed(path: Path, folder: Path) -> Iterator[Placed]:
    tree = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    lines = [line for block in _field(tree, "nlu").value for line in lines_of(_field(block, "examples"))]
    for line, example in zip(lines, read_file(path)):
        yield Placed(path.relative_to(folder).as_posix(), line, example)


def _field(node: Any, name: str) -> Any:
    return next(value for key, value in node.value if key.value == name)


def _collisions(phrases: Sequence[Placed]) -> Iterator[Fault]:
    """The same words twice are a repetition, or a contradiction when labels differ; one word apart in a long phrase,
    a repetition too unless labels differ: two labels a word apart teach something."""
    seen: dict[tuple[str, ...], Placed] = {}
    for phrase in phrases:
        words = phrase.words
        first = seen.setdefault(words, phrase)
        if first is not phrase:
            yield Fault("same" if _agree(first, phrase) else "contradiction", phrase, _where(first))
            continue
        near = next((seen[key] for key in _one_less(words) if key in seen and _agree(seen[key], phrase)), None)
        if near is not None:
            yield Fault("same", phrase, _where(near))
        for key in _one_less(words):
            seen.setdefault(key, phrase)


def _one_less(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if len(words) >= LONG_ENOUGH:
        for k in range(len(words)):
            yield (*words[:k], "", *words[k + 1:])


def _agree(one: Placed, other: Placed) -> bool:
    a, b = one.example, other.example
    return (a.act, a.bouquets[:1], a.urgency, a.level) == (b.act, b.bouquets[:1], b.urgency, b.level)


def _leaks(phrases: Sequence[Placed], held_out: Sequence[str]) -> Iterator[Fault]:
    if not held_out:
        return
    texts = [text.lower() for text in held_out]
    scores = process.cdist([phrase.example.text.lower() for phrase in phrases], texts, scorer=fuzz.token_sort_ratio,
                           score_cutoff=ALIKE, workers=-1)
    for phrase, row in zip(phrases, scores):
        if row.max() >= ALIKE:
            yield Fault("leak", phrase, f"« {held_out[int(row.argmax())]} »")


def _where(phrase: Placed) -> str:
    return f"{phrase.file}:{phrase.line} « {phrase.example.text} »"
