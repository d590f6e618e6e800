"""What the understanding is compared with, learnt from the same phrases: Rasa's stock pipeline for French, keywords."""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

from bot.knowledge.loader import load_knowledge
from bot.knowledge.words import plain_words
from bot.nlu.draft import Example
from bot.nlu.examples import read_examples
from bot.nlu.text import clean
from bot.orientation.reading import Reading, ScoredBouquet
from bot.orientation.taxonomy import Act, Bouquet
from bot.settings import ROOT

EPOCHS = 30
SPLIT = "+"
STOCK = [
    {"name": "WhitespaceTokenizer", "intent_tokenization_flag": True, "intent_split_symbol": SPLIT},
    {"name": "RegexFeaturizer"},
    {"name": "LexicalSyntacticFeaturizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
    {"name": "DIETClassifier", "epochs": EPOCHS, "random_seed": 0, "constrain_similarities": True,
     "entity_recognition": False},
]


def training_examples() -> tuple[Example, ...]:
    """The phrases everything learns from."""
    return read_examples(ROOT / "data" / "nlu")


def keywords() -> Callable[[str], Reading]:
    """A bouquet scores the telling words it shares with the message: those of its sheets, rarer ones more."""
    knowledge = load_knowledge(ROOT / "knowledge")
    said: dict[Bouquet, set[str]] = {b: set() for b in Bouquet}
    for sheet in knowledge.sheets.values():
        said[sheet.bouquet] |= plain_words(" ".join((sheet.title, sheet.question, *sheet.other_words)))
    for entry in knowledge.bouquets.values():
        said[entry.bouquet] |= plain_words(" ".join((entry.name, entry.label, *entry.examples)))
    rarity = Counter(word for words in said.values() for word in words)

    def read(text: str) -> Reading:
        words = plain_words(text) - knowledge.idle_words
        scores = {b: sum(1 / rarity[w] for w in words & said[b]) for b in Bouquet}
        return _reading(text, scores, lambda score: score >= max(1.0, max(scores.values()) / 2))

    return read


def stock_rasa(examples: Sequence[Example]) -> Callable[[str], Reading]:
    """DIET as Rasa proposes it for French, 30 epochs, one intent for each set of bouquets, split at « + »."""
    from rasa.core.agent import Agent
    from rasa.model_training import train_nlu

    folder = Path(tempfile.mkdtemp())
    intents: dict[str, list[str]] = {}
    for example in examples:
        name = SPLIT.join(b.value for b in example.bouquets) or "autre"
        intents.setdefault(name, []).append(clean(example.text).replace("\n", " ") or "?")
    nlu = [{"intent": name, "examples": "".join(f"- {re.sub(r'[][(){}]', ' ', text)}\n" for text in texts)}
           for name, texts in intents.items() if len(texts) > 1]
    (folder / "nlu.yml").write_text(yaml.safe_dump({"version": "3.1", "nlu": nlu}, allow_unicode=True))
    (folder / "config.yml").write_text(yaml.safe_dump({"recipe": "default.v1", "language": "fr", "pipeline": STOCK}))
    model = train_nlu(str(folder / "config.yml"), str(folder / "nlu.yml"), str(folder))
    agent = Agent.load(str(model))
    return lambda text: _from_rasa(text, asyncio.run(agent.parse_message(clean(text) or "?")))


def _from_rasa(text: str, parsed: dict[str, Any]) -> Reading:
    scores = {b: 0.0 for b in Bouquet}
    for rank, intent in enumerate(parsed.get("intent_ranking", [])):
        for place, name in enumerate(intent["name"].split(SPLIT)):
            if name in Bouquet._value2member_map_:
                value = intent["confidence"] * (1 - 0.01 * place) if rank == 0 else intent["confidence"] * 0.5
                scores[Bouquet(name)] = max(scores[Bouquet(name)], value)
    best = parsed["intent"]["name"] or ""
    chosen = {Bouquet(name) for name in best.split(SPLIT) if name in Bouquet._value2member_map_}
    ranked = sorted(scores, key=lambda b: (-(b in chosen), -scores[b], b.number))
    return Reading(text, act=Act.NEED, in_scope=bool(chosen),
                   ranking=tuple(ScoredBouquet(b, scores[b]) for b in ranked[:5]),
                   bouquets=tuple(ScoredBouquet(b, scores[b]) for b in ranked if b in chosen))


def _reading(text: str, scores: dict[Bouquet, float], counts: Callable[[float], bool]) -> Reading:
    ranked = sorted(scores, key=lambda b: (-scores[b], b.number))
    found = tuple(ScoredBouquet(b, scores[b]) for b in ranked if counts(scores[b]))
    return Reading(text, in_scope=bool(found), bouquets=found,
                   ranking=tuple(ScoredBouquet(b, scores[b]) for b in ranked[:5]))
