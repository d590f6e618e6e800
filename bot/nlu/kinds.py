"""Which danger a message tells when no word of the lexicon names it: learnt from the bouquets of dangerous phrases."""

from __future__ import annotations

from bot.nlu.draft import Example
from bot.orientation.taxonomy import Bouquet, Urgency

# The first two bouquets that the annotation guide gives each danger, and its signal in knowledge/urgency.yml.
_SECURITY, _HELP = Bouquet.SECURITE, Bouquet.AIDE_ACCOMPAGNEMENT_SOCIAL
_SIGNALS = {
    (Bouquet.SANTE, _SECURITY): "detresse_vitale",
    (Bouquet.SANTE, _HELP): "suicide",
    (_SECURITY, Bouquet.JUSTICE_DROIT): "violences_conjugales",
    (_SECURITY, _HELP): "enfant_danger",
    (_HELP, _SECURITY): "enfant_danger",
    (Bouquet.HEBERGEMENT_LOGEMENT, _HELP): "sans_abri",
}
KINDS: tuple[str, ...] = tuple(dict.fromkeys(_SIGNALS.values()))


def kind_of(example: Example) -> str | None:
    """The signal of a dangerous phrase; None when its bouquets do not tell, or when it is not dangerous."""
    first, second = (*example.bouquets, None, None)[:2]
    if example.urgency is not Urgency.DANGER or first is None or second is None:
        return None
    return _SIGNALS.get((first, second))
