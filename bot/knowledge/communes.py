"""All the communes of France in memory: by INSEE code, postcode, name, old name, near spelling."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rapidfuzz import fuzz, process

from bot.orientation.errors import KnowledgeError
from bot.orientation.reading import Commune

NEAR = 85.0
NEAR_HERE = 80.0
LOOSEST = 60.0
SOUNDS = tuple((re.compile(heard), said) for heard, said in (
    (r"ph", "f"), (r"eau|au", "o"), (r"[ae]i|[ae]y", "e"), (r"y", "i"), (r"qu|k", "c"), (r"(.)\1", r"\1"),
    (r"[stxz]\b", ""), (r"h", ""), (r"en|em|an|am", "an"), (r"e\b", ""),
))
ARTICLES = ("le ", "la ", "les ", "l ")


@dataclass(frozen=True)
class Site:
    """What is known of a commune besides its name: position in degrees (None for a few) and inhabitants."""

    lat: float | None
    lon: float | None
    population: int


@lru_cache(maxsize=1 << 17)
def place_key(name: str) -> str:
    """A name without accents, case, hyphens or apostrophes; « St-Bonnet » and « Saint Bonnet » are one."""
    name = name.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae")
    plain = name.lower() if name.isascii() else _unaccented(name)
    words = re.findall(r"[a-z0-9]+", plain)
    full = {"st": "saint", "ste": "sainte", "sts": "saints"}
    return " ".join(full.get(word, word) for word in words)


@lru_cache(maxsize=1 << 17)
def sound_key(key: str) -> str:
    """A `place_key` as it sounds, roughly: « veines » and « veynes » are one."""
    for pattern, said in SOUNDS:
        key = pattern.sub(said, key)
    return key


def _unaccented(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))


class Gazetteer:
    """Communes looked up by what people say. Homonyms come biggest first."""

    def __init__(self, rows: Iterable[tuple[Commune, Site]], former: Iterable[tuple[str, str]]) -> None:
        self._by_insee: dict[str, Commune] = {}
        self._sites: dict[str, Site] = {}
        self._by_key: dict[str, list[Commune]] = defaultdict(list)
        self._by_postcode: dict[str, list[Commune]] = defaultdict(list)
        for commune, site in rows:
            self._by_insee[commune.insee] = commune
            self._sites[commune.insee] = site
            self._by_key[place_key(commune.name)].append(commune)
            for code in commune.postal_codes:
                self._by_postcode[code].append(commune)
        self._former = self._former_names(former)
        self._heads = self._first_words()
        self._names = tuple(self._by_key)
        self._here = self._names_by_departement()

    @classmethod
    def load(cls, folder: Path) -> Gazetteer:
        """From `knowledge/communes/`; KnowledgeError when a file is missing or a line is wrong."""
        return cls(_communes(folder / "communes.csv"), _former(folder / "anciennes_communes.csv"))

    def __len__(self) -> int:
        return len(self._by_insee)

    def __iter__(self) -> Iterator[Commune]:
        return iter(self._by_insee.values())

    def words(self) -> set[str]:
        """Every word of every commune's name."""
        return {word for commune in self for word in re.findall(r"\w+", commune.name)}

    def codes(self) -> Collection[str]:
        """Every INSEE code."""
        return self._by_insee.keys()

    def by_insee(self, code: str) -> Commune | None:
        """The commune of an INSEE code."""
        return self._by_insee.get(code)

    def site(self, insee: str) -> Site | None:
        """Position and inhabitants of a commune."""
        return self._sites.get(insee)

    def by_postcode(self, code: str) -> tuple[Commune, ...]:
        """The communes of a five-digit postcode."""
        return self._sorted(self._by_postcode.get(code, ()))

    def by_name(self, name: str) -> tuple[Commune, ...]:
        """All communes of that exact name (accents, hyphens and case aside), else of that old name."""
        key = place_key(name)
        return self._sorted(self._by_key.get(key) or self._former.get(key) or ())

    def is_name(self, key: str) -> bool:
        """Whether a `place_key` is a commune's name, today's or an old one."""
        return key in self._by_key or key in self._former

    def by_short_name(self, name: str, departement: str) -> tuple[Commune, ...]:
        """Communes of one département whose long name begins so: « Laragne », « L'Argentière », « Saulce »."""
        key = place_key(name)
        if len(key) < 5:
            return ()
        heads = self._heads.get((departement, key.split()[0]), ())
        found = [c for c in heads if _begins(place_key(c.name), key)]
        return self._sorted(found)

    def near(self, name: str, departement: str = "", limit: int = 3) -> tuple[Commune, ...]:
        """Communes spelt or sounding nearly so, nearest first: those of the hinted département, where a
        looser likeness is enough, else those of all France."""
        key = place_key(name)
        if len(key) < 4:
            return ()
        here = self._here.get(departement, ())
        return self._closest(key, here, NEAR_HERE)[:limit] or self._closest(key, self._names, NEAR)[:limit]

    def sounding(self, name: str, departement: str) -> tuple[Commune, ...]:
        """The communes of a département that sound like an everyday word (« veines » for Veynes)."""
        sound = sound_key(place_key(name))
        return tuple(c for key in self._here.get(departement, ()) if sound_key(key) == sound
                     for c in self._by_key[key] if c.departement == departement)

    def _closest(self, key: str, names: Sequence[str], cutoff: float) -> tuple[Commune, ...]:
        sound = sound_key(key)
        scores = {match: score for match, score, _ in process.extract(
            key, names, scorer=fuzz.ratio, score_cutoff=min(cutoff, LOOSEST), limit=30)}
        kept = {m: 100.0 if sound_key(m) == sound else s for m, s in scores.items()
                if key[0] == m[0] and (s >= cutoff or sound_key(m) == sound)}
        ranked = sorted((-score, -self._sites[c.insee].population, c.insee, c)
                        for match, score in kept.items() for c in self._by_key[match])
        return tuple(entry[-1] for entry in ranked)

    def find(self, text: str) -> tuple[Commune, ...]:
        """What a form field means: INSEE code, postcode, name, then near spelling."""
        text = text.strip()
        if re.fullmatch(r"\d[\dAB]\d{3}", text.upper()):
            exact = self.by_insee(text.upper())
            return self.by_postcode(text) or ((exact,) if exact else ())
        return self.by_name(text) or self.near(text)

    def _sorted(self, communes: Iterable[Commune]) -> tuple[Commune, ...]:
        return tuple(sorted(communes, key=lambda c: (-self._sites[c.insee].population, c.insee)))

    def _former_names(self, former: Iterable[tuple[str, str]]) -> dict[str, list[Commune]]:
        found: dict[str, list[Commune]] = defaultdict(list)
        for old, insee in former:
            if insee in self._by_insee:
                found[place_key(old)].append(self._by_insee[insee])
        return found

    def _names_by_departement(self) -> dict[str, list[str]]:
        here: dict[str, list[str]] = defaultdict(list)
        for key, communes in self._by_key.items():
            for departement in {commune.departement for commune in communes}:
                here[departement].append(key)
        return here

    def _first_words(self) -> dict[tuple[str, str], list[Commune]]:
        heads: dict[tuple[str, str], list[Commune]] = defaultdict(list)
        for key, communes in self._by_key.items():
            words = key.split()
            for commune in communes:
                heads[commune.departement, words[0]].append(commune)
                if len(words) > 1 and words[0] in ("le", "la", "les", "l"):
                    heads[commune.departement, words[1]].append(commune)
        return heads


def _begins(name: str, start: str) -> bool:
    bare = next((name.removeprefix(article) for article in ARTICLES if name.startswith(article)), name)
    return any(form == start or form.startswith(f"{start} ") for form in (name, bare))


def _communes(path: Path) -> Iterator[tuple[Commune, Site]]:
    for line, row in _rows(path, 7):
        insee, name, codes, departement, lat, lon, population = row
        try:
            site = Site(float(lat) if lat else None, float(lon) if lon else None, int(population or 0))
        except ValueError as error:
            raise KnowledgeError(f"{path.name}, ligne {line} : position ou population illisible ; "
                                 "écrire des nombres avec un point.") from error
        yield Commune(insee, name, departement, tuple(codes.split())), site


def _former(path: Path) -> Iterator[tuple[str, str]]:
    for _, (old, insee) in _rows(path, 2):
        yield old, insee


def _rows(path: Path, width: int) -> Iterator[tuple[int, list[str]]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, delimiter=";")
            next(reader, None)
            for row in reader:
                if len(row) != width:
                    raise KnowledgeError(f"{path.name}, ligne {reader.line_num} : {width} colonnes attendues, "
                                         f"{len(row)} trouvées ; vérifier les points-virgules.")
                yield reader.line_num, row
    except FileNotFoundError as error:
        raise KnowledgeError(f"{path.name} : le fichier manque ; le remettre dans knowledge/communes.") from error
