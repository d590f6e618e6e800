"""What more phrases give, and what each part gives: the understanding learnt again, in parts, on the same phrases."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from benchmarks.baselines import training_examples
from bot.bootstrap import home_departement
from bot.commands.labelled import Row
from bot.commands.measures import measures
from bot.knowledge.loader import load_knowledge
from bot.nlu import scorer
from bot.nlu.draft import Example
from bot.nlu.kernel import Likeness
from bot.nlu.ranker import Ranker
from bot.nlu.speller import Speller
from bot.nlu.understanding import Resources, Understanding, fit
from bot.orientation.taxonomy import Bouquet
from bot.settings import ROOT, current_settings

SHOWN = ("premier", "trois", "bouquets", "maillons", "danger", "alarmes", "perimetre", "fiche", "niveau")
Files = Mapping[Path, Sequence[Row]]


def learning_curve(files: Files) -> Iterator[str]:
    """A row for each share of the training phrases, drawn once and for all."""
    yield _heading("phrases")
    for share in (8, 4, 2, 1):
        kept = some_examples(share)
        yield _line(str(len(kept)), learnt(kept), files)


def ablation(files: Files) -> Iterator[str]:
    """A row for the whole, then one without each part."""
    examples = training_examples()
    yield _heading("without")
    for name, part in PARTS.items():
        with part():
            yield _line(name, learnt(examples), files)


def _without_letters_and_words() -> AbstractContextManager[Any]:
    return patch.object(scorer, "WIDE", Likeness(meanings=0.5, ngrams=0.0))


def _without_meanings() -> AbstractContextManager[Any]:
    return patch.object(scorer, "WIDE", Likeness(meanings=1e-3, ngrams=0.25))


def _without_e5() -> AbstractContextManager[Any]:
    return patch.object(scorer.Scorer, "_hesitates", lambda self, raw: False)


def _without_spelling() -> AbstractContextManager[Any]:
    return patch.object(Speller, "mend", lambda self, text: text)


def _without_clauses() -> AbstractContextManager[Any]:
    from bot.nlu import featurizer

    return patch.object(featurizer, "clauses", lambda text: ())


def _without_ranker() -> AbstractContextManager[Any]:
    return patch.object(Ranker, "chances", lambda self, view: view[:len(Bouquet)])


def _without_main() -> AbstractContextManager[Any]:
    return patch.object(scorer, "MAIN_MORE", 0.0)


PARTS: Mapping[str, Callable[[], AbstractContextManager[Any]]] = {
    "nothing": nullcontext, "words and letters": _without_letters_and_words, "meanings (USE)": _without_meanings,
    "E5": _without_e5, "mended spelling": _without_spelling, "clauses": _without_clauses,
    "the main need learnt": _without_ranker, "the main bouquet counting more": _without_main,
}


def some_examples(share: int) -> list[Example]:
    """One training phrase in `share`, drawn once and for all."""
    examples = training_examples()
    order = np.random.RandomState(0).permutation(len(examples))
    return [examples[k] for k in sorted(order[: len(examples) // share])]


def learnt(examples: Sequence[Example]) -> Understanding:
    """The understanding that these phrases give."""
    settings = current_settings()
    knowledge = load_knowledge(settings.knowledge_dir)
    resources = Resources(settings.knowledge_dir, knowledge, home_departement(settings))
    with tempfile.TemporaryDirectory() as folder:
        return fit(examples, resources, Path(folder), ROOT / ".cache")


def _heading(name: str) -> str:
    return f"| {name} | " + " | ".join(SHOWN) + " |\n|---|" + "---|" * len(SHOWN)


def _line(name: str, understanding: Understanding, files: Files) -> str:
    found = measures([(row, understanding.read(row.text)) for rows in files.values() for row in rows])
    return f"| {name} | " + " | ".join(f"{found[measure]:.3f}" for measure in SHOWN) + " |"
