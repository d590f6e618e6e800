"""The thresholds of triage, in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Policy:
    """Scores are 0 to 1. `sure` is the least score of the first bouquet to answer without asking;
    `sheet_floor` the least score for a sheet to be shown as the answer to a need; `sheet_hint` the least
    for a sheet to be offered as a choice; `sheet_sure` the least for a follow-up to count as another need;
    `sheet_also` the least for a second sheet of the same bouquet to be answered too; `max_needs` the needs
    answered in one plan; `max_choices` the buttons of a question."""

    sure: float = 0.35
    sheet_hint: float = 0.15
    sheet_floor: float = 0.3
    sheet_sure: float = 0.6
    sheet_also: float = 0.8
    max_needs: int = 4
    max_choices: int = 3


DEFAULT_POLICY = Policy()
