"""Training the model when its sources changed, and finding the trained file. Imports no rasa: it runs it."""
