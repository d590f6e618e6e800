"""The whole understanding as one object: fitted on examples and knowledge, then message in, Reading out.

The parts are those the Rasa components wrap; this object reads without Rasa or TensorFlow.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import joblib

from bot.knowledge.communes import Gazetteer
from bot.knowledge.model import Knowledge
from bot.nlu.acts import judge_act
from bot.nlu.alarm import Alarm, Rule, urgency_labels
from bot.nlu.assemble import reading_of
from bot.nlu.blend import Blend
from bot.nlu.danger import DangerWords
from bot.nlu.draft import Draft, Example
from bot.nlu.featurizer import Featurizer
from bot.nlu.former import FormerNames
from bot.nlu.judges import (
    ACT_AIM,
    BOUQUET_AIM,
    LINK_AIM,
    URGENCY_AIM,
    Judge,
    act_labels,
    bouquet_labels,
    judge_bouquets,
    judge_links,
    link_labels,
)
from bot.nlu.language import language_of
from bot.nlu.people import PeopleWords
from bot.nlu.places import PlaceFinder
from bot.nlu.sheet_finder import SheetFinder, Wording
from bot.nlu.text import clean, plain
from bot.orientation.reading import Reading
from bot.orientation.taxonomy import Act, Bouquet, Link

UNCHANGED = "unchanged"
OFTEN = 2


@dataclass(frozen=True)
class Resources:
    """What is read from `knowledge/` and not learnt. `departement` is the home one, for homonyms."""

    root: Path
    knowledge: Knowledge
    departement: str


@dataclass(frozen=True)
class Understanding:
    """Every part, ready."""

    featurizer: Featurizer
    bouquets: Judge[Bouquet]
    links: Judge[Link]
    acts: Judge[Act]
    alarm: Alarm
    sheets: SheetFinder
    places: PlaceFinder
    people: PeopleWords
    former: FormerNames
    implied: dict[str, tuple[Bouquet, ...]]

    def read(self, text: str) -> Reading:
        """What one message says; any text, however strange, gets a Reading."""
        said = clean(text)
        draft = self.featurizer.read(Draft(said, language=language_of(said)))
        draft = judge_bouquets(draft, self.bouquets)
        draft = judge_links(draft, self.links)
        draft = self.alarm.read(draft)
        draft = judge_act(draft, self.acts)
        former = self.former.find(said)
        draft = replace(
            self.sheets.read(draft),
            places=self.places.find(said),
            people=self.people.find(said),
            former_names=tuple(e.about.removeprefix("former:") for e in former),
            evidence=draft.evidence + former,
        )
        return reading_of(draft, self.implied)


def fit(examples: Sequence[Example], resources: Resources, folder: Path, cache: Path) -> Understanding:
    """Learn from examples, write what was learnt to `folder`, and give it ready to read."""
    texts = [e.text for e in examples]
    featurizer, features = Featurizer.fit(texts, cache)
    featurizer.save(folder)
    for name, labels, aim in (("bouquet", bouquet_labels(examples), BOUQUET_AIM),
                              ("link", link_labels(examples), LINK_AIM),
                              ("act", act_labels(examples), ACT_AIM),
                              ("urgency", urgency_labels(examples), URGENCY_AIM)):
        Blend.fit(features, labels, aim).save(folder, name)
    SheetFinder.fit(_wordings(examples, resources.knowledge), featurizer).save(folder)
    joblib.dump(_common_words(examples), folder / "common.joblib")
    return load(folder, resources)


def load(folder: Path, resources: Resources) -> Understanding:
    """Read what `fit` wrote."""
    featurizer = Featurizer.load(folder)
    words, knowledge = featurizer.word_names, resources.knowledge
    common: frozenset[str] = joblib.load(folder / "common.joblib")
    rules = {rule.id: Rule(rule.level, rule.order) for rule in knowledge.urgency.values()}
    return Understanding(
        featurizer=featurizer,
        bouquets=Judge(Blend.load(folder, "bouquet"), tuple(Bouquet), "bouquet", words),
        links=Judge(Blend.load(folder, "link"), tuple(Link), "link", words),
        acts=Judge(Blend.load(folder, "act"), tuple(Act), "act", words),
        alarm=Alarm(Blend.load(folder, "urgency"), DangerWords.load(resources.root), rules),
        sheets=SheetFinder.load(folder),
        places=PlaceFinder(Gazetteer.load(resources.root / "communes"), common, resources.departement),
        people=PeopleWords.load(resources.root),
        former=FormerNames((n.old for n in knowledge.former_names if n.kind != UNCHANGED), common),
        implied={rule.id: rule.bouquets for rule in knowledge.urgency.values()},
    )


def _wordings(examples: Sequence[Example], knowledge: Knowledge) -> list[Wording]:
    own = [Wording(clean(text), sheet.id, sheet.bouquet) for sheet in knowledge.sheets.values()
           for text in (sheet.title, sheet.question, *sheet.other_words)]
    tagged = [Wording(e.text, e.sheet, knowledge.sheets[e.sheet].bouquet) for e in examples
              if e.sheet in knowledge.sheets]
    return own + tagged


def _common_words(examples: Sequence[Example]) -> frozenset[str]:
    """Words met at least twice in lower case that no phrase uses as a place."""
    places = {word for e in examples for name in e.places for word in re.findall(r"\w+", plain(name))}
    counts = Counter(word for e in examples if not e.text.isupper()
                     for word in re.findall(r"\w+", e.text) if word.islower())
    return frozenset(plain(word) for word, count in counts.items() if count >= OFTEN) - places
