"""numbers.csv, former_names.csv and companions.csv."""

from __future__ import annotations

from bot.knowledge.fields import Fields
from bot.knowledge.files import Source
from bot.knowledge.model import CompanionEntry, FormerName, Number
from bot.knowledge.vocabulary import BOUQUETS, CHANGES, LINKS, TARGETS, URGENCIES
from bot.orientation.taxonomy import Bouquet, Link, Urgency

NUMBER_COLUMNS = ("id", "numero", "appel", "nom", "usage", "bouquet", "urgence", "horaires", "cout", "autre_voie",
                  "site", "source", "date", "confiance")
FORMER_COLUMNS = ("ancien_nom", "nom_actuel", "depuis", "sorte", "note", "source", "date", "confiance")
COMPANION_COLUMNS = ("bouquet", "sorte", "cible", "phrase", "fiches", "raison", "source", "date")


def numbers(source: Source) -> dict[str, Number]:
    """Every national number or portal by id."""
    found: dict[str, Number] = {}
    for fields in source.rows("numbers.csv", NUMBER_COLUMNS):
        number = _number(fields)
        if number.id in found:
            fields.wrong("id", f"« {number.id} » existe déjà", "choisir un autre identifiant")
        found[number.id] = number
    return found


def _number(fields: Fields) -> Number:
    dial = fields.text("appel", required=False)
    if dial and not dial.lstrip("+").isdigit():
        fields.wrong("appel", f"« {dial} » ne se compose pas", "écrire +33… ou les chiffres du numéro court")
    return Number(
        id=fields.text("id"),
        number=fields.text("numero", required=False),
        dial=dial,
        name=fields.text("nom"),
        purpose=fields.text("usage"),
        bouquet=fields.choice("bouquet", BOUQUETS, Bouquet.INFORMATION_ORIENTATION),
        urgency=fields.choice("urgence", URGENCIES, Urgency.NONE),
        hours=fields.text("horaires"),
        cost=fields.text("cout"),
        other_way=fields.text("autre_voie", required=False),
        site=fields.text("site", required=not dial),
        provenance=fields.provenance(),
    )


def former_names(source: Source) -> tuple[FormerName, ...]:
    """Every old name, in file order."""
    found: dict[str, FormerName] = {}
    for fields in source.rows("former_names.csv", FORMER_COLUMNS):
        row = FormerName(
            old=fields.text("ancien_nom"),
            current=fields.text("nom_actuel"),
            since=fields.text("depuis", required=False),
            kind=fields.choice("sorte", CHANGES, "unchanged"),
            note=fields.text("note", required=False),
            provenance=fields.provenance(),
        )
        if row.old in found:
            fields.wrong("ancien_nom", f"« {row.old} » existe déjà", "garder une seule ligne")
        found[row.old] = row
    return tuple(found.values())


def companions(source: Source) -> tuple[CompanionEntry, ...]:
    """What answers should also mention, in file order."""
    return tuple(_companion(fields) for fields in source.rows("companions.csv", COMPANION_COLUMNS))


def _companion(fields: Fields) -> CompanionEntry:
    to_bouquet = fields.choice("sorte", TARGETS, "bouquet") == "bouquet"
    return CompanionEntry(
        bouquet=fields.choice("bouquet", BOUQUETS, Bouquet.INFORMATION_ORIENTATION),
        target_bouquet=fields.choice("cible", BOUQUETS, Bouquet.INFORMATION_ORIENTATION) if to_bouquet else None,
        target_link=None if to_bouquet else fields.choice("cible", LINKS, Link.INFORMATION),
        sentence=fields.text("phrase"),
        sheets=tuple(part.strip() for part in fields.text("fiches", required=False).split("|") if part.strip()),
        reason=fields.text("raison"),
        source=fields.text("source"),
    )
