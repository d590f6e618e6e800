"""The answer for the reception desk: the same, with the reading and the reasons beside it."""

from __future__ import annotations

from typing import Any

from bot.answers.answer import Answer
from bot.orientation.decision import Decision
from bot.orientation.reading import Reading
from bot.orientation.wire import to_wire


def to_agent(decision: Decision, reading: Reading, answer: Answer) -> dict[str, Any]:
    """JSON for the console: `reading`, `decision` (without the case it remembers), `answer`."""
    decided = to_wire(decision)
    decided.pop("case")
    return {"reading": to_wire(reading), "decision": decided, "answer": to_wire(answer)}
