"""Signals of danger heard in words: `knowledge/lexicons/danger.yml`, looked for in the plain and spelt-out text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.knowledge.model import Knowledge
from bot.nlu.patterns import NEVER, compile_lines, flat, single_spaced
from bot.nlu.text import plain, spelt_out
from bot.orientation.reading import Evidence
from bot.orientation.taxonomy import Urgency

FILE = "lexicons/danger.yml"


@dataclass(frozen=True)
class SignalWords:
    """What says a signal, and what cancels it."""

    id: str
    said: re.Pattern[str]
    unless: re.Pattern[str]


@dataclass(frozen=True)
class Heard:
    """Signals in the order of the lexicon, with the words that carried them."""

    signals: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Rule:
    """What hearing needs of a rule of `knowledge/urgency.yml`: level, and order (1 is gravest)."""

    level: Urgency
    order: int


@dataclass(frozen=True)
class Alert:
    """How urgent the words are, by the rules; signals gravest first."""

    urgency: Urgency
    signals: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class DangerWords:
    """The lexicon, compiled once. Needs no trained model: it also serves when the understanding is away."""

    def __init__(self, signals: tuple[SignalWords, ...]) -> None:
        self._signals = signals

    @classmethod
    def load(cls, knowledge: Path) -> DangerWords:
        """From `knowledge/`; KnowledgeError names the entry that cannot be read."""
        data = yaml.load((knowledge / FILE).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        return cls(tuple(_signal(entry, data["mots"]) for entry in data["signaux"]))

    @property
    def ids(self) -> tuple[str, ...]:
        """Every signal the lexicon knows."""
        return tuple(signal.id for signal in self._signals)

    def hear(self, text: str, mended: str = "") -> Heard:
        """The signals of a cleaned text, and of the same with its spelling mended."""
        words, offsets = single_spaced(flat(plain(text)))
        spelt, _ = single_spaced(flat(plain(mended) or spelt_out(text)))
        found = [(signal, signal.said.search(words), signal.said.search(spelt)) for signal in self._signals
                 if not signal.unless.search(words)]
        heard = [(signal, near) for signal, near, far in found if near or far]
        return Heard(
            tuple(signal.id for signal, _ in heard),
            tuple(_evidence(signal.id, match, offsets, text) for signal, match in heard if match),
        )

    def alert(self, text: str, rules: Mapping[str, Rule], mended: str = "") -> Alert:
        """The signals of a cleaned text weighed by the rules, by signal id."""
        heard = self.hear(text, mended)
        signals = tuple(sorted((s for s in heard.signals if s in rules), key=lambda s: rules[s].order))
        urgency = max((rules[s].level for s in signals), key=lambda u: u.rank, default=Urgency.NONE)
        return Alert(urgency, signals, heard.evidence)


def alarm_rules(knowledge: Knowledge) -> dict[str, Rule]:
    """Level and order of every emergency rule, by signal."""
    return {rule.id: Rule(rule.level, rule.order) for rule in knowledge.urgency.values()}


def _signal(entry: dict[str, object], words: dict[str, str]) -> SignalWords:
    where = f"{FILE} · {entry['id']}"
    unless = str(entry.get("sauf", ""))
    return SignalWords(
        str(entry["id"]),
        compile_lines(tuple(str(line) for line in entry["dit"]), words, where),  # type: ignore[attr-defined]
        compile_lines((unless,), words, where) if unless else NEVER,
    )


def _evidence(signal: str, match: re.Match[str], offsets: tuple[int, ...], text: str) -> Evidence:
    start, end = offsets[match.start()], offsets[match.end() - 1] + 1
    return Evidence(f"danger:{signal}", text[start:end], start, end)
