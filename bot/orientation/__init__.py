"""The model: what we heard, know, decide and find. Imports the standard library only."""
