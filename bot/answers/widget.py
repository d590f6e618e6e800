"""The answer for a visitor's page: everything but the reasons, buttons without their meaning."""

from __future__ import annotations

from typing import Any

from bot.answers.answer import Answer
from bot.orientation.wire import to_wire


def to_widget(answer: Answer) -> dict[str, Any]:
    """JSON for the page. Options keep only their label: the web adds an opaque id to each."""
    data: dict[str, Any] = to_wire(answer)
    data.pop("reasons")
    if data["question"] is not None:
        data["question"]["options"] = [{"label": o["label"]} for o in data["question"]["options"]]
    return data
