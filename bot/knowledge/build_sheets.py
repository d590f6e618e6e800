"""sheets/*.yml and specialists/*.yml: first-level questions and the specialists who take over."""

from __future__ import annotations

from pathlib import PurePath

from bot.knowledge.fields import Fields
from bot.knowledge.files import Source
from bot.knowledge.model import Number, Sheet, Specialist
from bot.knowledge.vocabulary import BOUQUETS, DELAYS, MODES
from bot.orientation.taxonomy import Bouquet

SHEET_FIELDS = ("id", "titre", "question", "autres_mots", "etapes", "ou", "en_ligne", "site", "documents", "cout",
                "delai", "droits", "niveau2", "niveau2_quand", "organismes", "numeros", "source", "date", "confiance")
SPECIALIST_FIELDS = ("id", "nom", "quand", "comment", "modes", "documents", "cout", "delai", "organismes", "source",
                     "date", "confiance")


def sheets(source: Source, numbers: dict[str, Number], kinds: dict[str, str]) -> dict[str, Sheet]:
    """Every first-level sheet by id; the file name says the bouquet."""
    found: dict[str, Sheet] = {}
    for name in source.names("sheets"):
        bouquet = _bouquet_of(name, source)
        for fields in source.entries(name, "fiches"):
            sheet = _sheet(fields, bouquet, numbers)
            _known_kinds(fields, sheet.kinds, kinds)
            if sheet.id in found:
                fields.wrong("id", f"« {sheet.id} » existe déjà", "choisir un autre identifiant")
            found[sheet.id] = sheet
    return found


def specialists(source: Source, kinds: dict[str, str]) -> dict[str, Specialist]:
    """Every second-level specialist by id; the file name says the bouquet."""
    found: dict[str, Specialist] = {}
    for name in source.names("specialists"):
        bouquet = _bouquet_of(name, source)
        for fields in source.entries(name, "specialistes"):
            specialist = _specialist(fields, bouquet)
            _known_kinds(fields, specialist.kinds, kinds)
            if specialist.id in found:
                fields.wrong("id", f"« {specialist.id} » existe déjà", "choisir un autre identifiant")
            found[specialist.id] = specialist
    return found


def _bouquet_of(name: str, source: Source) -> Bouquet:
    stem = PurePath(name).stem
    if stem not in BOUQUETS:
        Fields(name, "nom du fichier", {}, source.problems).wrong(
            "", f"« {stem} » n'est pas un bouquet", f"nommer le fichier parmi : {', '.join(BOUQUETS)}")
    return BOUQUETS.get(stem, Bouquet.INFORMATION_ORIENTATION)


def _sheet(fields: Fields, bouquet: Bouquet, numbers: dict[str, Number]) -> Sheet:
    fields.only(SHEET_FIELDS)
    return Sheet(
        id=fields.text("id"),
        bouquet=bouquet,
        title=fields.text("titre"),
        question=fields.text("question"),
        other_words=fields.texts("autres_mots", least=3),
        steps=fields.texts("etapes", least=2),
        where=fields.text("ou"),
        online=fields.text("en_ligne", required=False),
        site=fields.text("site", required=False),
        documents=fields.texts("documents"),
        cost=fields.text("cout"),
        delay=fields.choice("delai", DELAYS, "variable"),
        rights=fields.text("droits"),
        specialist=fields.text("niveau2"),
        specialist_when=fields.text("niveau2_quand"),
        kinds=fields.texts("organismes", least=1),
        numbers=tuple(_number_ids(fields, numbers)),
        provenance=fields.provenance(),
    )


def _specialist(fields: Fields, bouquet: Bouquet) -> Specialist:
    fields.only(SPECIALIST_FIELDS)
    modes = fields.texts("modes", least=1)
    for mode in (mode for mode in modes if mode not in MODES):
        fields.wrong("modes", f"« {mode} » n'est pas accepté", f"choisir parmi : {', '.join(MODES)}")
    return Specialist(
        id=fields.text("id"),
        bouquet=bouquet,
        name=fields.text("nom"),
        when=fields.text("quand"),
        how=fields.text("comment"),
        modes=modes,
        documents=fields.texts("documents"),
        cost=fields.text("cout"),
        delay=fields.choice("delai", DELAYS, "variable"),
        kinds=fields.texts("organismes"),
        provenance=fields.provenance(),
    )


def _known_kinds(fields: Fields, used: tuple[str, ...], kinds: dict[str, str]) -> None:
    for kind in used:
        if kind not in kinds:
            fields.wrong("organismes", f"« {kind} » n'est pas dans kinds.yml", "corriger ou ajouter cette sorte")


def _number_ids(fields: Fields, numbers: dict[str, Number]) -> list[str]:
    """Sheets may name a number by its id, by the number as written, or by its name."""
    found = []
    for written in fields.texts("numeros"):
        ids = [n.id for n in numbers.values() if written in (n.id, n.number, n.number.replace(" ", ""), n.name)]
        if len(ids) != 1:
            fields.wrong("numeros", f"« {written} » ne désigne pas un numéro de numbers.csv",
                         "écrire l'identifiant de la première colonne de numbers.csv")
        found += ids[:1]
    return found
