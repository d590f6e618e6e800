"""The whole understanding as one object: fitted on examples and knowledge, then message in, Reading out.

The parts are those the Rasa components wrap; this object reads without Rasa or TensorFlow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.knowledge.communes import Gazetteer
from bot.knowledge.model import Knowledge
from bot.nlu.acts import judge_act
from bot.nlu.alarm import Alarm, urgency_labels
from bot.nlu.assemble import implied_bouquets, reading_of
from bot.nlu.blend import Blend
from bot.nlu.common_words import common_words, load_common, save_common
from bot.nlu.danger import DangerWords, alarm_rules
from bot.nlu.draft import Draft, Example
from bot.nlu.featurizer import Featurizer
from bot.nlu.former import FormerNames, outdated
from bot.nlu.judges import (
    ACT_AIM,
    LINK_AIM,
    URGENCY_AIM,
    Judge,
    act_labels,
    judge_bouquets,
    judge_links,
    link_labels,
    open_judge,
)
from bot.nlu.language import language_of
from bot.nlu.lessons import fit_bouquets, lessons
from bot.nlu.people import PeopleWords
from bot.nlu.places import PlaceFinder
from bot.nlu.sheet_finder import SheetFinder, wordings
from bot.nlu.text import clean
from bot.orientation.reading import Reading
from bot.orientation.taxonomy import Act, Bouquet, Link


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
        draft = self.former.read(self.sheets.read(draft))
        draft = replace(draft, places=self.places.find(said), people=self.people.find(said))
        return reading_of(draft, self.implied)


def fit(examples: Sequence[Example], resources: Resources, folder: Path, cache: Path) -> Understanding:
    """Learn from examples, write what was learnt to `folder`, and give it ready to read."""
    texts = [e.text for e in examples]
    featurizer, features = Featurizer.fit(texts, cache)
    featurizer.save(folder)
    fit_bouquets(examples, features, lessons(resources.knowledge), featurizer, cache).save(folder, "bouquet")
    for name, labels, aim in (("link", link_labels(examples), LINK_AIM),
                              ("act", act_labels(examples), ACT_AIM),
                              ("urgency", urgency_labels(examples), URGENCY_AIM)):
        Blend.fit(features, labels, aim).save(folder, name)
    SheetFinder.fit(wordings(examples, resources.knowledge), featurizer, cache).save(folder)
    save_common(common_words(examples), folder)
    return load(folder, resources)


def load(folder: Path, resources: Resources) -> Understanding:
    """Read what `fit` wrote."""
    knowledge = resources.knowledge
    common = load_common(folder)
    return Understanding(
        featurizer=Featurizer.load(folder),
        bouquets=open_judge(folder, Bouquet, "bouquet"),
        links=open_judge(folder, Link, "link"),
        acts=open_judge(folder, Act, "act"),
        alarm=Alarm(Blend.load(folder, "urgency"), DangerWords.load(resources.root), alarm_rules(knowledge)),
        sheets=SheetFinder.load(folder),
        places=PlaceFinder(Gazetteer.load(resources.root / "communes"), common, resources.departement),
        people=PeopleWords.load(resources.root),
        former=FormerNames(outdated(knowledge), common),
        implied=implied_bouquets(knowledge),
    )
