"""Guichet: a first reception that listens, understands and orients."""
