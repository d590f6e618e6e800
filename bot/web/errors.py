"""Refusals: an HTTP status, a code for programs, a sentence for people. Never a stack trace."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Refusal(Exception):
    """`code` is also the key of the sentence in `knowledge/phrasing/web.yml`, under « erreurs »."""

    status: int
    code: str
    field: str = ""
