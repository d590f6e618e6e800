"""A text that was edited to be read better, and where each of its characters comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Mended:
    """`at` gives, for each character of `text`, the place it stands for in the original."""

    text: str = ""
    at: tuple[int, ...] = ()

    @classmethod
    def of(cls, text: str) -> Mended:
        """A text nothing was changed in."""
        return cls(text, tuple(range(len(text))))

    def edited(self, edits: Iterable[tuple[int, int, str]]) -> Mended:
        """With each (start, end, new) put in place, in order and apart; what is new stands for what it replaces."""
        pieces: list[str] = []
        at: list[int] = []
        done = 0
        for start, end, new in edits:
            pieces += (self.text[done:start], new)
            at += self.at[done:start]
            at += (self.at[min(start + k, end - 1)] for k in range(len(new) - 1))
            at += self.at[end - 1:end] if new else ()
            done = end
        return Mended("".join((*pieces, self.text[done:])), (*at, *self.at[done:]))
