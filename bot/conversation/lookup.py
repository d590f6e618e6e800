"""A guess from shared words alone, for when the model does not answer. Crude on purpose: it must not fail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from bot.knowledge.model import Knowledge, Sheet
from bot.knowledge.words import plain_words
from bot.orientation.reading import Reading, ScoredBouquet, ScoredSheet
from bot.orientation.taxonomy import Urgency

Danger = tuple[Urgency, tuple[str, ...]]
Alert = Callable[[str], Danger]
SHOWN = 5
HALF = 0.5


def guess_reading(text: str, knowledge: Knowledge, danger: Danger, place: str = "") -> Reading:
    """A reading whose sheets hold at least half of the telling words of `text` (those some sheet knows), the rarer
    the more telling; no bouquet when none does. `danger` is kept as it is; the name of the `place` says no need."""
    idle = knowledge.idle_words | plain_words(place)
    words = plain_words(text) - idle
    rarity = _rarity(tuple(knowledge.sheets.values()))
    telling = {word: 1 / rarity[word] for word in words if rarity[word]}
    total = sum(telling.values()) or 1.0
    scores = {s.id: sum(telling[w] for w in _sheet_words(s) & telling.keys()) / total
              for s in knowledge.sheets.values()}
    titles = {s.id: plain_words(s.title) - idle for s in knowledge.sheets.values()}
    titled = {i: len(words & title) / max(1, len(title)) for i, title in titles.items()}
    best = sorted((i for i in scores if scores[i] >= HALF), key=lambda i: (-scores[i], -titled[i], i))[:SHOWN]
    sheets = tuple(ScoredSheet(i, knowledge.sheets[i].bouquet, scores[i]) for i in best)
    bouquets = tuple(ScoredBouquet(s.bouquet, s.score) for s in sheets[:1])
    urgency, signals = danger
    return Reading(text=text, bouquets=bouquets, ranking=bouquets, sheets=sheets, urgency=urgency, signals=signals)


@lru_cache(maxsize=512)
def _sheet_words(sheet: Sheet) -> frozenset[str]:
    return plain_words(" ".join((sheet.title, sheet.question, *sheet.other_words)))


@lru_cache(maxsize=1)
def _rarity(sheets: tuple[Sheet, ...]) -> Counter[str]:
    return Counter(word for sheet in sheets for word in _sheet_words(sheet))
