"""What `knowledge/` teaches about bouquets besides the labelled phrases: the sheets' own words, the examples of
the taxonomy. They teach bouquets only: no link or urgency is labelled there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import sparse

from bot.knowledge.model import Knowledge
from bot.nlu.blend import Blend
from bot.nlu.draft import Example
from bot.nlu.featurizer import Features, Featurizer
from bot.nlu.judges import BOUQUET_AIM, bouquet_labels
from bot.nlu.sheet_finder import wordings
from bot.nlu.text import clean
from bot.orientation.taxonomy import Act, Bouquet


@dataclass(frozen=True)
class Lesson:
    """A text and the one bouquet it is about."""

    text: str
    bouquet: Bouquet


def lessons(knowledge: Knowledge) -> list[Lesson]:
    """Every wording of a sheet, then every example, name and label of a bouquet."""
    sheets = [Lesson(wording.text, wording.bouquet) for wording in wordings((), knowledge)]
    taxonomy = [Lesson(clean(text), entry.bouquet) for entry in knowledge.bouquets.values()
                for text in (*entry.examples, entry.name, entry.label)]
    return sheets + taxonomy


def fit_bouquets(examples: Sequence[Example], features: Features, taught: Sequence[Lesson], featurizer: Featurizer,
                 cache: Path) -> Blend:
    """The bouquet blend learnt from the phrases and the lessons."""
    more = featurizer.features([lesson.text for lesson in taught], cache)
    labels = [Example(lesson.text, Act.NEED, (lesson.bouquet,)) for lesson in taught]
    ngrams = sparse.vstack([features.ngrams, more.ngrams]).tocsr()
    both = Features(ngrams, np.vstack([features.meanings, more.meanings]))
    return Blend.fit(both, bouquet_labels([*examples, *labels]), BOUQUET_AIM)
