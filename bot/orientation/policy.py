"""The thresholds of triage, in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Policy:
    """Scores are 0 to 1. `sure` is the least score of the first bouquet to answer without asking;
    `sheet_floor` the least score for a sheet to be shown as the answer to a need; `max_needs` the needs
    answered in one plan; `max_choices` the buttons of a question."""

    sure: float = 0.35
    sheet_floor: float = 0.3
    max_needs: int = 4
    max_choices: int = 3


DEFAULT_POLICY = Policy()
