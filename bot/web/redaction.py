"""Identifiers masked before anything is kept or sent on: e-mail, IBAN, card, social security, telephone, files.

Short emergency numbers, postcodes and ages stay: they are what the answer is made of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import phonenumbers
from stdnum import iban, luhn
from stdnum.fr import nir

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){3,7}(?:[ -]?[A-Z0-9]{1,4})?\b", re.IGNORECASE)
NIR = re.compile(r"\b[1-478](?:[ .-]?\d){4}[ .-]?(?:\d{2}|2[AB])(?:[ .-]?\d){6}(?:[ .-]?\d{2})?\b", re.IGNORECASE)
CARD = re.compile(r"\b\d(?:[ -]?\d){12,18}\b")
FILE_NUMBER = re.compile(
    r"((?:allocataire|dossier|matricule|num[ée]ro fiscal|s[ée]cu(?:rit[ée] sociale)?|identifiant|caf|n°|num)"
    r"\s*(?:n°|no|num[ée]ro|:|est|=|\s)*\s*)(\d[\d .-]{5,}\d[A-Z]?)\b", re.IGNORECASE)
LONGEST_SHORT = 6
Mask = tuple[int, int, str]


def redact(text: str) -> str:
    """The text with each identifier replaced by its mask, as « [téléphone masqué] »."""
    masks: list[Mask] = []
    for find in (_emails, _ibans, _social, _cards, _telephones, _files):
        for start, end, name in find(text):
            if all(end <= a or start >= b for a, b, _ in masks):
                masks.append((start, end, name))
    for start, end, name in sorted(masks, reverse=True):
        text = f"{text[:start]}[{name} masqué]{text[end:]}"
    return text


def _emails(text: str) -> Iterator[Mask]:
    return ((m.start(), m.end(), "courriel") for m in EMAIL.finditer(text))


def _ibans(text: str) -> Iterator[Mask]:
    return _valid(IBAN, text, iban.is_valid, "IBAN")


def _social(text: str) -> Iterator[Mask]:
    """Complete numbers are checked by their key; without a key, thirteen digits in the right shape are enough."""
    for m in NIR.finditer(text):
        number = nir.compact(m[0]).upper().replace("-", "").replace(".", "")
        if len(number) == 13 or nir.is_valid(number):
            yield m.start(), m.end(), "numéro de sécurité sociale"


def _cards(text: str) -> Iterator[Mask]:
    return _valid(CARD, text, lambda said: luhn.is_valid(re.sub(r"\D", "", said)), "numéro de carte")


def _telephones(text: str) -> Iterator[Mask]:
    for m in phonenumbers.PhoneNumberMatcher(text, "FR", leniency=phonenumbers.Leniency.POSSIBLE):
        digits = re.sub(r"\D", "", m.raw_string)
        if len(digits) > LONGEST_SHORT and phonenumbers.is_valid_number(m.number):
            yield m.start, m.end, "téléphone"


def _files(text: str) -> Iterator[Mask]:
    return ((m.start(2), m.end(2), "numéro de dossier") for m in FILE_NUMBER.finditer(text))


def _valid(pattern: re.Pattern[str], text: str, valid: Callable[[str], bool], name: str) -> Iterator[Mask]:
    return ((m.start(), m.end(), name) for m in pattern.finditer(text) if valid(m[0]))
