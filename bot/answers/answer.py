"""Answer: what we say, as data. One structure for every surface; the wire from the action server to the web.

Everything in it is French text ready to be shown or a slug; no surface decides anything from it but layout.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bot.orientation.case import ChoiceKind
from bot.orientation.decision import Verdict
from bot.orientation.reading import Evidence, ScoredBouquet, ScoredLink
from bot.orientation.taxonomy import Level, Urgency


class Status(str, Enum):
    """How the answer ends; each has its own words in `knowledge/phrasing`."""

    ANSWERED = "answered"
    NEEDS_PLACE = "needs_place"
    NEEDS_CLARIFICATION = "needs_clarification"
    URGENT = "urgent"
    SECOND_LEVEL_ONLY = "second_level_only"
    NOTHING_NEAR = "nothing_near"
    OUT_OF_SCOPE = "out_of_scope"
    NOT_UNDERSTOOD = "not_understood"
    DEGRADED = "degraded"
    CONVERSATION = "conversation"


@dataclass(frozen=True)
class Call:
    """A number to call: `number` as it is said ("3919", "0 800 05 95 95"), `dial` for a tel: link
    ("3919", "+33800059595", empty for a web-only entry)."""

    number: str
    dial: str
    name: str
    hours: str = ""
    cost: str = ""
    other_way: str = ""
    site: str = ""
    check: str = ""


@dataclass(frozen=True)
class UrgentBlock:
    """What opens an answer in danger: the number first, alone; then why, the other way in writing, one
    second number at most, what to say, a sentence of support, the human here. `discreet` asks the page to
    show how to erase it; `first` is None only below danger, when a place helps more than a number."""

    signal: str
    level: Urgency
    title: str
    first: Call | None
    why: str
    in_writing: Call | None
    then: tuple[Call, ...]
    say: tuple[str, ...]
    support: str
    human: str
    discreet: bool = False
    also: tuple[Call, ...] = ()


@dataclass(frozen=True)
class LinkLine:
    """One of the 11 links of a service, as shown. `known` is False when `text` says it is not known and
    whom to ask; `named` marks a link the person asked about or that blocks her."""

    link: str
    label: str
    text: str
    known: bool
    source: str = ""
    named: bool = False


@dataclass(frozen=True)
class ServiceBlock:
    """A service near the person. `opening` is the sentence on now ("Ouvert aujourd'hui jusqu'à 17 h"),
    `week` the ordinary week, a line a day; `reason` why it is shown at this rank; `weakest` names the link
    weakest for this person; `check` is « à vérifier » with its reason, or empty."""

    id: str
    name: str
    kind: str
    address: tuple[str, ...]
    commune: str
    insee: str
    phone: Call | None
    email: str
    website: str
    opening: str
    week: tuple[str, ...]
    distance: str
    reason: str
    weakest: str
    check: str
    links: tuple[LinkLine, ...]
    source: str
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True)
class Companion:
    """Something a complete answer also mentions; at most two a need."""

    target: str
    label: str
    text: str


@dataclass(frozen=True)
class Referral:
    """Who takes over at second level, when, how, with which papers."""

    specialist: str
    name: str
    when: str
    how: str
    documents: tuple[str, ...]
    cost: str
    delay: str
    check: str = ""
    places: tuple[ServiceBlock, ...] = ()


@dataclass(frozen=True)
class NeedBlock:
    """The answer to one need. `check` is non-empty when the sheet's facts must be verified; `steps` then
    says so too. `level_reason` says why this level, to whoever decides. `also` holds the labels of other bouquets this
    same need touches."""

    bouquet: str
    label: str
    level: Level
    title: str
    sheet: str
    steps: tuple[str, ...]
    where: str
    online: str
    site: str
    documents: tuple[str, ...]
    cost: str
    delay: str
    rights: str
    check: str
    source: str
    level_reason: str = ""
    numbers: tuple[Call, ...] = ()
    services: tuple[ServiceBlock, ...] = ()
    widened: str = ""
    companions: tuple[Companion, ...] = ()
    referral: Referral | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """Several needs in one plan: what to do in order, the papers listed once, one trip instead of two."""

    order: tuple[str, ...]
    documents: tuple[str, ...]
    one_trip: str = ""


@dataclass(frozen=True)
class Option:
    """A button. `kind` and `value` never reach the page: the web keeps them and gives an opaque id."""

    label: str
    kind: ChoiceKind
    value: str = ""


@dataclass(frozen=True)
class Question:
    """The one question asked, with its buttons; `free_text` when typing is also an answer."""

    text: str
    options: tuple[Option, ...] = ()
    free_text: bool = True


@dataclass(frozen=True)
class HumanPath:
    """The human way out, in every answer: where a person receives, and a number that answers."""

    text: str
    places: tuple[ServiceBlock, ...] = ()
    numbers: tuple[Call, ...] = ()


@dataclass(frozen=True)
class Heard:
    """What was understood, to be shown and corrected: sentence, needs, obstacles, place, people."""

    sentence: str
    bouquets: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    place: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reasons:
    """Why this answer: the rule that decided, the rules looked at, scores and words that were evidence."""

    rule: str = ""
    trace: tuple[Verdict, ...] = ()
    bouquets: tuple[ScoredBouquet, ...] = ()
    links: tuple[ScoredLink, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Answer:
    """A complete answer. `opening` are sentences said first (welcome, old names updated, notices),
    `closing` the sentence that keeps the door open; `sources` name the data shown, with dates."""

    status: Status
    opening: tuple[str, ...] = ()
    urgent: UrgentBlock | None = None
    heard: Heard | None = None
    plan: Plan | None = None
    needs: tuple[NeedBlock, ...] = ()
    question: Question | None = None
    human: HumanPath = HumanPath("")
    closing: str = ""
    sources: tuple[str, ...] = ()
    reasons: Reasons = Reasons()
    language: str = "fr"
