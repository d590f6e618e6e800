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
from bot.nlu.alarm import Alarm
from bot.nlu.assemble import implied_bouquets, reading_of
from bot.nlu.common_words import common_words, load_common, save_common
from bot.nlu.danger import DangerWords, alarm_rules
from bot.nlu.draft import Draft, Example
from bot.nlu.featurizer import Featurizer
from bot.nlu.former import FormerNames, outdated
from bot.nlu.judges import judge_bouquets, judge_links
from bot.nlu.language import language_of
from bot.nlu.lessons import lessons
from bot.nlu.levels import judge_level
from bot.nlu.neutral import Neutral
from bot.nlu.people import PeopleWords
from bot.nlu.places import PlaceFinder
from bot.nlu.scorer import Scorer
from bot.nlu.sheet_finder import SheetFinder
from bot.nlu.text import clean
from bot.nlu.wording import Wording
from bot.orientation.reading import Reading
from bot.orientation.taxonomy import Bouquet


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
    scorer: Scorer
    alarm: Alarm
    sheets: SheetFinder
    places: PlaceFinder
    people: PeopleWords
    former: FormerNames
    implied: dict[str, tuple[Bouquet, ...]]

    def read(self, text: str) -> Reading:
        """What one message says; any text, however strange, gets a Reading."""
        said = clean(text)
        draft = self.scorer.read(self.featurizer.read(Draft(said, language=language_of(said))))
        draft = judge_act(judge_level(self.alarm.read(judge_links(judge_bouquets(draft)))))
        draft = self.former.read(self.sheets.read(draft))
        draft = replace(draft, places=self.places.find(said), people=self.people.find(said))
        return reading_of(draft, self.implied)


def fit(examples: Sequence[Example], resources: Resources, folder: Path, cache: Path) -> Understanding:
    """Learn from examples, write what was learnt to `folder`, and give it ready to read."""
    texts = [e.text for e in examples]
    wording = Wording.fit(texts, resources.root, Gazetteer.load(resources.root / "communes").words())
    featurizer = Featurizer.fit(texts, wording, cache)
    featurizer.save(folder)
    taught = [*examples, *lessons(resources.knowledge)]
    drafts = featurizer.read_examples([Draft(e.text) for e in taught], cache)
    Scorer.fit(taught, drafts, featurizer, cache).save(folder)
    SheetFinder.fit(taught, drafts, resources.knowledge, cache).save(folder)
    save_common(common_words(examples), folder)
    return load(folder, resources)


def load(folder: Path, resources: Resources) -> Understanding:
    """Read what `fit` wrote."""
    knowledge = resources.knowledge
    common = load_common(folder)
    return Understanding(
        featurizer=Featurizer.load(folder),
        scorer=Scorer.load(folder),
        alarm=Alarm(DangerWords.load(resources.root), alarm_rules(knowledge)),
        sheets=SheetFinder.load(folder),
        places=PlaceFinder(Gazetteer.load(resources.root / "communes"), common, resources.departement,
                           Neutral.load(resources.root)),
        people=PeopleWords.load(resources.root),
        former=FormerNames(outdated(knowledge), common),
        implied=implied_bouquets(knowledge),
    )
