"""The French words of the files and what they mean in the model."""

from __future__ import annotations

from bot.orientation.taxonomy import Bouquet, Link, Urgency

BOUQUETS = {bouquet.value: bouquet for bouquet in Bouquet}
LINKS = {link.value: link for link in Link}
URGENCIES = {"danger": Urgency.DANGER, "bientot": Urgency.SOON, "non": Urgency.NONE}
CHANGES = {"renomme": "renamed", "fusionne": "merged", "scinde": "split", "supprime": "abolished",
           "inchange": "unchanged"}
DELAYS = {word: word for word in ("immediat", "jours", "semaines", "mois", "variable")}
MODES = ("sur_place", "rendez_vous", "telephone", "en_ligne")
TARGETS = {"bouquet": "bouquet", "maillon": "maillon"}
