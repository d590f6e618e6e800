"""Communes named in a message: by postcode, by name, by short name in the home département, by near spelling.

Many communes bear the name of a common word (Job, Orange, Serres). A name counts when something shows that a
place is meant: a word before it (« à », « habite »), a capital letter, or a message that is nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.knowledge.communes import Gazetteer, place_key
from bot.nlu.neutral import Neutral
from bot.nlu.text import plain
from bot.orientation.reading import Commune, PlaceMention

LONGEST = 6
SHORTEST_LOOSE = 4
TOWN = 2000
LONGEST_ANSWER = 4
TOKEN = re.compile(r"\w+")
STRONG = frozenset("habite habitons vers sur commune mairie ville jusqu pres reside demeurant".split())
CUES = STRONG | frozenset(("a", "au", "aux", "de", "d", "du", "des"))
NOT_A_COMMUNE = frozenset(
    "vallee massif pays lac col rue avenue boulevard quai place route departement plateau chemin impasse "
    "hautes alpes".split()
)
TITLES = frozenset("monsieur madame mme m mr mlle docteur dr".split())
LIVES = frozenset("habite habitons habitent suis vis vit vivons reside loge".split())
DWELLS = frozenset("habite habitons habitent".split())
CONTRACTED = {"au": "le", "du": "le", "aux": "les", "des": "les"}
ANSWER_WORDS = frozenset("j habite je suis a de sur vers plutot c est pour non oui en fait".split())


@dataclass(frozen=True)
class Token:
    """A word of the message: plain form, offsets, and whether it begins with a capital."""

    word: str
    start: int
    end: int
    capital: bool


class PlaceFinder:
    """Finds communes; `common` are everyday words seen in training, `departement` the home one, `neutral` what tells
    the names of people, which are no places."""

    def __init__(self, gazetteer: Gazetteer, common: frozenset[str], departement: str, neutral: Neutral) -> None:
        self._places, self._common, self._home, self._neutral = gazetteer, common, departement, neutral

    def find(self, text: str) -> tuple[PlaceMention, ...]:
        """The places of a cleaned text, in the order they are said."""
        tokens = _tokens(self._neutral.blanked(text))
        found: list[PlaceMention] = []
        index = 0
        while index < len(tokens):
            hit = self._at(text, tokens, index)
            if hit is None:
                index += 1
                continue
            width, mention = hit
            found.append(mention)
            index += width
        return tuple(_settle(found))

    def _at(self, text: str, tokens: list[Token], index: int) -> tuple[int, PlaceMention] | None:
        for width in range(min(LONGEST, len(tokens) - index), 0, -1):
            window = tokens[index:index + width]
            for candidates, near in self._candidates(tokens, index, window):
                start, end = window[0].start, window[-1].end
                return width, PlaceMention(text[start:end], start, end, candidates, near)
        return None

    def _candidates(
        self, tokens: list[Token], index: int, window: list[Token]
    ) -> Iterator[tuple[tuple[Commune, ...], bool]]:
        """What the window may name, surest reading first."""
        first = window[0].word
        if len(window) == 1 and len(first) == 5 and first.isdigit():
            yield from _some(self._places.by_postcode(first), False)
            return
        before = [token.word for token in tokens[max(0, index - 2):index]]
        if NOT_A_COMMUNE & set(before) or TITLES & set(before[-1:]) or first.isdigit():
            return
        said = " ".join(token.word for token in window)
        article = CONTRACTED.get(before[-1]) if before else None
        for name in (f"{article} {said}", said) if article else (said,):
            exact = self._places.by_name(name)
            short = self._places.by_short_name(name, self._home)
            nearer = short if short and self._shown(tokens, index, window) and said not in self._common else ()
            if nearer and not any(commune.departement == self._home for commune in exact):
                yield nearer, False
            if exact and self._meant(tokens, index, window, exact):
                yield self._homely(exact), False
            if nearer:
                yield nearer, False
        if len(window) == 1 and self._may_be_misspelt(tokens, index, window[0]):
            yield from _some(self._places.near(first, self._home), True)
        elif len(window) == 1 and first in self._common and before[-1:] and before[-1] in DWELLS:
            yield from _some(self._places.sounding(first, self._home), True)

    def _meant(self, tokens: list[Token], index: int, window: list[Token], exact: tuple[Commune, ...]) -> bool:
        """Whether a commune's exact name is there as a commune."""
        said = " ".join(token.word for token in window)
        home = any(commune.departement == self._home for commune in exact)
        if said in self._common or len(said) < SHORTEST_LOOSE and not home:
            return self._capitalised(tokens, index, window) and self._cued(tokens, index)
        if home or len(window) > 2:
            return True
        if self._capitalised(tokens, index, window) or _alone(tokens, window):
            return True
        placed = index > 0 and tokens[index - 1].word in STRONG | {"a"}
        return placed and len(said) >= SHORTEST_LOOSE and self._is_town(exact)

    def _shown(self, tokens: list[Token], index: int, window: list[Token]) -> bool:
        return self._cued(tokens, index) or self._capitalised(tokens, index, window) or _alone(tokens, window)

    def _is_town(self, exact: tuple[Commune, ...]) -> bool:
        site = self._places.site(exact[0].insee)
        return site is not None and site.population >= TOWN

    def _may_be_misspelt(self, tokens: list[Token], index: int, token: Token) -> bool:
        if token.word in self._common or len(token.word) <= SHORTEST_LOOSE or token.word.isdigit():
            return False
        before = [t.word for t in tokens[max(0, index - 2):index]]
        lives = bool(before) and (before[-1] in STRONG or before[-1] in ("a", "de") and before[0] in LIVES)
        return lives or _alone(tokens, [token])

    def _cued(self, tokens: list[Token], index: int) -> bool:
        return index > 0 and tokens[index - 1].word in CUES

    def _capitalised(self, tokens: list[Token], index: int, window: list[Token]) -> bool:
        """A capital that means something: not the first word, not a message all in capitals."""
        shouted = sum(token.capital for token in tokens) > len(tokens) / 2 and len(tokens) > len(window) + 1
        return window[0].capital and index > 0 and not shouted

    def _homely(self, communes: tuple[Commune, ...]) -> tuple[Commune, ...]:
        """The homonyms of the home département alone when there are some, else all of them."""
        here = tuple(commune for commune in communes if commune.departement == self._home)
        return here or communes


def _tokens(text: str) -> list[Token]:
    said = plain(text)
    return [Token(place_key(m[0]) or m[0], m.start(), m.end(), text[m.start()].isupper())
            for m in TOKEN.finditer(said)]


def _alone(tokens: list[Token], window: list[Token]) -> bool:
    """The message is a place and little else: « plutôt à Briançon »."""
    rest = [token.word for token in tokens if token not in window and not token.word.isdigit()]
    return len(rest) <= LONGEST_ANSWER and all(word in ANSWER_WORDS for word in rest)


def _some(communes: tuple[Commune, ...], near: bool) -> Iterator[tuple[tuple[Commune, ...], bool]]:
    if communes:
        yield communes, near


def _settle(found: list[PlaceMention]) -> Iterator[PlaceMention]:
    """A postcode beside a name settles which commune is meant; each place is said once."""
    codes = [m for m in found if m.words.isdigit()]
    seen: set[tuple[Commune, ...]] = set()
    for mention in found:
        others = [set(code.candidates) for code in codes if code is not mention]
        shared = next((tuple(c for c in mention.candidates if c in other) for other in others), ())
        settled = PlaceMention(mention.words, mention.start, mention.end, shared or mention.candidates,
                               mention.approximate)
        if settled.candidates not in seen and not (mention.words.isdigit() and _named(mention, found)):
            seen.add(settled.candidates)
            yield settled


def _named(code: PlaceMention, found: list[PlaceMention]) -> bool:
    return any(not m.words.isdigit() and set(m.candidates) & set(code.candidates) for m in found)
