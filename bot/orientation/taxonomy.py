"""The closed vocabularies: bouquets, accessibility links, urgency, people.

Slugs are the identifiers of `knowledge/taxonomy.yml`; labels shown to people live there, not here.
Source: ADRETS, classification of 2007 (bouquets) and vade-mecum of 2012 (links).
"""

from __future__ import annotations

from enum import Enum


class Bouquet(str, Enum):
    """One of the 18 bouquets of services."""

    INFORMATION_ORIENTATION = "information_orientation"
    SECURITE = "securite"
    JUSTICE_DROIT = "justice_droit"
    FORMALITES_ADMINISTRATIVES = "formalites_administratives"
    PRESTATIONS_SOCIALES = "prestations_sociales"
    PETITE_ENFANCE = "petite_enfance"
    EDUCATION = "education"
    SANTE = "sante"
    SERVICES_A_DOMICILE = "services_a_domicile"
    AIDE_ACCOMPAGNEMENT_SOCIAL = "aide_accompagnement_social"
    EMPLOI = "emploi"
    ECONOMIE_CREATION_ACTIVITE = "economie_creation_activite"
    FORMATION_PROFESSIONNELLE = "formation_professionnelle"
    HEBERGEMENT_LOGEMENT = "hebergement_logement"
    TRANSPORT = "transport"
    CULTURE_SPORT_LOISIRS = "culture_sport_loisirs"
    SERVICES_MARCHANDS_PUBLICS = "services_marchands_publics"
    SERVICES_MARCHANDS_PRIVES = "services_marchands_prives"

    @property
    def number(self) -> str:
        """The ADRETS number on two digits, "01" to "18"."""
        return f"{list(Bouquet).index(self) + 1:02d}"

    @classmethod
    def parse(cls, text: str) -> Bouquet:
        """From a slug or an ADRETS number ("5", "05"); ValueError when it is neither."""
        return list(cls)[int(text) - 1] if text.isdigit() and 1 <= int(text) <= 18 else cls(text)


class Link(str, Enum):
    """One of the 11 links of the chain of accessibility."""

    INFORMATION = "information"
    PRISE_DE_CONTACT = "prise_de_contact"
    DELAIS_ATTENTE = "delais_attente"
    HORAIRES = "horaires"
    TEMPS_DEPLACEMENT = "temps_deplacement"
    TRANSPORTS = "transports"
    ACCESSIBILITE_PRATIQUE = "accessibilite_pratique"
    DROITS = "droits"
    COUT = "cout"
    SIMPLICITE_CULTURELLE = "simplicite_culturelle"
    GLOBALITE = "globalite"

    @property
    def number(self) -> str:
        """The ADRETS number, "1" to "11"."""
        return str(list(Link).index(self) + 1)

    @classmethod
    def parse(cls, text: str) -> Link:
        """From a slug or an ADRETS number ("9"); ValueError when it is neither."""
        return list(cls)[int(text) - 1] if text.isdigit() and 1 <= int(text) <= 11 else cls(text)


class Urgency(str, Enum):
    """How much time there is."""

    NONE = "none"
    SOON = "soon"
    DANGER = "danger"

    @property
    def rank(self) -> int:
        """0 to 2, the graver the higher."""
        return list(Urgency).index(self)


class Level(str, Enum):
    """First level: information and orientation, settled at the desk. Second level: a specialist takes over."""

    FIRST = "first"
    SECOND = "second"


class Person(str, Enum):
    """Whom the need concerns, seen from the person who speaks."""

    SELF = "moi"
    PARTNER = "conjoint"
    CHILD = "enfant"
    PARENT = "parent"
    RELATIVE = "proche"
    NEIGHBOUR = "voisin"
    CLIENT = "usager"
    EMPLOYEE = "salarie"
    ANIMAL = "animal"


class Act(str, Enum):
    """What the message does in the conversation; the values are Rasa intents."""

    NEED = "besoin"
    FOLLOW_UP = "suite"
    GREET = "saluer"
    THANK = "remercier"
    LEAVE = "prendre_conge"
    AFFIRM = "affirmer"
    DENY = "nier"
    ASK_HUMAN = "demander_humain"
    CONFUSED = "ne_comprend_pas"
    ASK_HELP = "que_peux_tu"
    RESTART = "recommencer"
    OFF_TOPIC = "hors_champ"
