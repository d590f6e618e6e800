"""The understanding for a command: the trained model read without Rasa, and a place given by hand."""

from __future__ import annotations

from bot.bootstrap import home_departement
from bot.commands.words import Words
from bot.knowledge.communes import Gazetteer
from bot.knowledge.loader import load_knowledge
from bot.nlu.archive import read_archive
from bot.nlu.understanding import Resources, Understanding
from bot.orientation.errors import InputError
from bot.orientation.reading import Commune
from bot.settings import Settings
from bot.training.model_file import current_model
from bot.training.train import train_if_needed

SHOWN = 8


def open_reader(settings: Settings) -> Understanding:
    """The current understanding; trained first when there is none."""
    model = current_model(settings.models_dir) or train_if_needed(settings)[0]
    knowledge = load_knowledge(settings.knowledge_dir)
    return read_archive(model, Resources(settings.knowledge_dir, knowledge, home_departement(settings)))


def commune_named(settings: Settings, said: str, words: Words) -> Commune:
    """The commune of a name or postcode, the home one among homonyms; InputError when it is not clear."""
    communes, home = Gazetteer.load(settings.knowledge_dir / "communes"), home_departement(settings)
    found = communes.find(said)
    likely = tuple(c for c in found if c.departement == home) or communes.by_short_name(said, home) or found
    if not likely:
        raise InputError(words.text("commune_inconnue", commune=said))
    if len(likely) > 1:
        names = ", ".join(f"{c.name} ({' '.join(c.postal_codes[:1])})" for c in likely[:SHOWN])
        raise InputError(words.text("communes_homonymes", commune=said, noms=names))
    return likely[0]
