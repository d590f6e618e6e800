"""What the knowledge files say, as frozen dataclasses. Text is French and ready to be shown.

`date` is when the fact was last checked (ISO); `source` is where it comes from; nothing here is a local
address: those live in the directory.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bot.orientation.taxonomy import Bouquet, Link, Urgency


class Confidence(str, Enum):
    """How sure a fact is; a LOW fact is never asserted, a MEDIUM one is shown with « à vérifier »."""

    HIGH = "haute"
    MEDIUM = "moyenne"
    LOW = "basse"


@dataclass(frozen=True)
class Provenance:
    """Where a fact comes from, when it was checked (ISO date), how sure it is."""

    source: str
    date: str
    confidence: Confidence


@dataclass(frozen=True)
class BouquetEntry:
    """A bouquet: ADRETS label and examples word for word, and `name`, the everyday words for buttons."""

    bouquet: Bouquet
    label: str
    name: str
    examples: tuple[str, ...]


@dataclass(frozen=True)
class LinkEntry:
    """A link: ADRETS label and points word for word, `name` for people, `ask` completing « à demander … »."""

    link: Link
    label: str
    name: str
    ask: str
    points: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A first-level question. `kinds` are kinds of structure that deal with it, best first; `numbers` ids
    of Number; `specialist` the id that takes over, `specialist_when` the situation (no capital, no stop)."""

    id: str
    bouquet: Bouquet
    title: str
    question: str
    other_words: tuple[str, ...]
    steps: tuple[str, ...]
    where: str
    online: str
    site: str
    documents: tuple[str, ...]
    cost: str
    delay: str
    rights: str
    specialist: str
    specialist_when: str
    kinds: tuple[str, ...]
    numbers: tuple[str, ...]
    provenance: Provenance


@dataclass(frozen=True)
class Specialist:
    """A second-level specialist; `modes` among sur_place, rendez_vous, telephone, en_ligne."""

    id: str
    bouquet: Bouquet
    name: str
    when: str
    how: str
    modes: tuple[str, ...]
    documents: tuple[str, ...]
    cost: str
    delay: str
    kinds: tuple[str, ...]
    provenance: Provenance


@dataclass(frozen=True)
class Number:
    """A national number or portal. `number` as said aloud, "" for a portal; `dial` for a tel: link, "" for
    a portal; `id` is a slug ("3919", "samu", "impots_portail"...)."""

    id: str
    number: str
    dial: str
    name: str
    purpose: str
    bouquet: Bouquet
    urgency: Urgency
    hours: str
    cost: str
    other_way: str
    site: str
    provenance: Provenance


@dataclass(frozen=True)
class FormerName:
    """An old name and what it is called now; `kind`: renamed, merged, split, abolished, unchanged."""

    old: str
    current: str
    since: str
    kind: str
    note: str
    provenance: Provenance


@dataclass(frozen=True)
class CompanionEntry:
    """What a complete answer on `bouquet` also mentions: another bouquet or a link.
    `sentence` is for the visitor, `reason` for the agent; with `sheets` it suits these alone."""

    bouquet: Bouquet
    target_bouquet: Bouquet | None
    target_link: Link | None
    sentence: str
    sheets: tuple[str, ...]
    reason: str
    source: str


@dataclass(frozen=True)
class UrgencyRule:
    """What to say on a signal of danger. `order` 1 is the gravest; `first`, `in_writing`, `then`, `also`
    are ids of Number; `never` is for agents; `bouquets` the needs it implies, first first."""

    id: str
    order: int
    level: Urgency
    title: str
    first: str
    why: str
    in_writing: str
    then: tuple[str, ...]
    also: tuple[str, ...]
    say: tuple[str, ...]
    support: str
    human: str
    never: tuple[str, ...]
    discreet: bool
    bouquets: tuple[Bouquet, ...]
    provenance: Provenance


@dataclass(frozen=True)
class Knowledge:
    """All of `knowledge/`, loaded and checked. `phrasing` maps dotted keys ("opening.greet") to sentences;
    `kinds` maps a kind of structure to its French name ("maison_departementale_solidarites" → …); `idle_words` are
    those that say no need."""

    bouquets: dict[Bouquet, BouquetEntry]
    links: dict[Link, LinkEntry]
    sheets: dict[str, Sheet]
    specialists: dict[str, Specialist]
    numbers: dict[str, Number]
    former_names: tuple[FormerName, ...]
    companions: tuple[CompanionEntry, ...]
    urgency: dict[str, UrgencyRule]
    kinds: dict[str, str]
    phrasing: dict[str, str]
    idle_words: frozenset[str]
    fingerprint: str
