"""Rasa's graph components, one a file, thin over the pure parts of `bot.nlu`. Only this package imports rasa."""
