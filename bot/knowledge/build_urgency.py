"""urgency.yml: what to say on each signal of danger. A danger without a number is refused."""

from __future__ import annotations

from bot.knowledge.fields import Fields
from bot.knowledge.files import Source
from bot.knowledge.model import Number, UrgencyRule
from bot.knowledge.vocabulary import BOUQUETS, URGENCIES
from bot.orientation.taxonomy import Bouquet, Urgency

FIELDS = ("id", "ordre", "niveau", "titre", "appeler", "pourquoi", "par_ecrit", "ensuite", "aussi", "dire", "soutien",
          "humain", "ne_jamais", "discret", "bouquets", "source", "date", "confiance")
SPOKEN_EMERGENCY = ("samu", "police", "pompiers")
MOST_THEN = 2


def urgency(source: Source, numbers: dict[str, Number]) -> dict[str, UrgencyRule]:
    """Every rule by id, gravest first."""
    rules = []
    for fields in source.entries("urgency.yml", "regles"):
        rule = _rule(fields)
        _check_numbers(fields, rule, numbers)
        rules.append(rule)
    return {rule.id: rule for rule in sorted(rules, key=lambda rule: rule.order)}


def _rule(fields: Fields) -> UrgencyRule:
    fields.only(FIELDS)
    level = fields.choice("niveau", URGENCIES, Urgency.DANGER)
    return UrgencyRule(
        id=fields.text("id"),
        order=fields.number("ordre"),
        level=level,
        title=fields.text("titre"),
        first=fields.text("appeler", required=level is Urgency.DANGER),
        why=fields.text("pourquoi"),
        in_writing=fields.text("par_ecrit", required=level is Urgency.DANGER),
        then=fields.texts("ensuite"),
        also=fields.texts("aussi"),
        say=fields.texts("dire"),
        support=fields.text("soutien"),
        human=fields.text("humain"),
        never=fields.texts("ne_jamais", least=1),
        discreet=fields.flag("discret"),
        bouquets=tuple(_bouquet(fields, name) for name in fields.texts("bouquets")),
        provenance=fields.provenance(),
    )


def _bouquet(fields: Fields, name: str) -> Bouquet:
    if name not in BOUQUETS:
        fields.wrong("bouquets", f"« {name} » n'est pas un bouquet", "utiliser un identifiant de taxonomy.yml")
    return BOUQUETS.get(name, Bouquet.SECURITE)


def _check_numbers(fields: Fields, rule: UrgencyRule, numbers: dict[str, Number]) -> None:
    for number in (rule.first, rule.in_writing, *rule.then, *rule.also):
        if number and number not in numbers:
            fields.wrong("appeler/ensuite", f"« {number} » n'est pas dans numbers.csv", "corriger l'identifiant")
    if rule.first in SPOKEN_EMERGENCY and rule.in_writing != "114":
        fields.wrong("par_ecrit", "le 114 doit accompagner le 15, le 17 et le 18", "écrire '114'")
    if len(rule.then) > MOST_THEN:
        fields.wrong("ensuite", "trop de numéros", f"en garder {MOST_THEN} et mettre les autres dans « aussi »")
