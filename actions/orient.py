"""The one action: tracker → reading and case → the use case → what to say and what to remember."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from bot.answers.phrases import Phrases
from bot.answers.spoken import spoken_text
from bot.bootstrap import build_desk, clock
from bot.orientation.case import Case, Choice
from bot.orientation.errors import WireError
from bot.orientation.reading import Reading
from bot.orientation.wire import from_wire, to_wire
from bot.settings import current_settings


class ActionOrient(Action):
    """Answers every message."""

    def __init__(self) -> None:
        self._settings = current_settings()
        self._desk = build_desk(self._settings)

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_orient"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        """One turn: says the answer (text for any channel, `custom` for ours) and keeps the case."""
        message = tracker.latest_message
        reading = from_wire(Reading, message["reading"])
        decision, answer = self._desk.orient(
            reading, stored_case(tracker.get_slot("case")), pressed(message.get("metadata") or {}),
            clock(self._settings)(),
        )
        phrases = Phrases(self._desk.knowledge.phrasing)
        dispatcher.utter_message(text=spoken_text(answer, phrases), json_message={"answer": to_wire(answer)})
        return [SlotSet("case", to_wire(decision.case))]


def stored_case(slot: Any) -> Case:
    """The case kept in the tracker; a fresh one when it is absent or of another version."""
    try:
        return from_wire(Case, slot) if slot else Case()
    except WireError:
        return Case()


def pressed(metadata: dict[str, Any]) -> Choice | None:
    """The button of this turn; only our own web process can write metadata."""
    choice = metadata.get("choice")
    return from_wire(Choice, choice) if choice else None
