"""taxonomy.yml and kinds.yml: the 18 bouquets, the 11 links, the names of kinds of structure."""

from __future__ import annotations

from bot.knowledge.files import Source
from bot.knowledge.model import BouquetEntry, LinkEntry
from bot.knowledge.vocabulary import BOUQUETS, LINKS
from bot.orientation.taxonomy import Bouquet, Link

FILE = "taxonomy.yml"


def bouquets(source: Source) -> dict[Bouquet, BouquetEntry]:
    """Every bouquet by slug."""
    found = {}
    for fields in source.entries(FILE, "bouquets"):
        fields.only(("id", "numero", "libelle", "nom", "exemples"))
        bouquet = fields.choice("id", BOUQUETS, Bouquet.INFORMATION_ORIENTATION)
        if fields.number("numero") != int(bouquet.number):
            fields.wrong("numero", "le numéro n'est pas celui du bouquet", f"écrire {int(bouquet.number)}")
        found[bouquet] = BouquetEntry(bouquet, fields.text("libelle"), fields.text("nom"),
                                      fields.texts("exemples", least=1))
    return found


def links(source: Source) -> dict[Link, LinkEntry]:
    """Every link by slug."""
    found = {}
    for fields in source.entries(FILE, "maillons"):
        fields.only(("id", "numero", "libelle", "nom", "demander", "points"))
        link = fields.choice("id", LINKS, Link.INFORMATION)
        if fields.number("numero") != int(link.number):
            fields.wrong("numero", "le numéro n'est pas celui du maillon", f"écrire {int(link.number)}")
        found[link] = LinkEntry(link, fields.text("libelle"), fields.text("nom"), fields.text("demander"),
                                fields.texts("points", least=1))
    return found


def kinds(source: Source) -> dict[str, str]:
    """The French name of every kind of structure."""
    data = source.yaml("kinds.yml")
    return {str(key): str(name) for key, name in data.items()} if isinstance(data, dict) else {}
