"""What the check finds wrong, said so that the person who wrote the file can mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One defect: file (relative to `knowledge/`), key or line, what is wrong, what to do. In French."""

    file: str
    key: str
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file} · {self.key} : {self.message} → {self.remedy}"
