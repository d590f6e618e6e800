"""A training phrase on its way through Rasa, which copies and hashes every one each time two sources are merged."""

from __future__ import annotations

import copy
import hashlib
from typing import Any

from rasa.shared.nlu.training_data.message import Message

from bot.nlu.draft import Example
from bot.nlu.examples import labels_of


class Phrase(Message):
    """A labelled phrase that Rasa can copy and compare quickly: what it holds is never changed, only replaced."""

    _cached_fingerprint: str | None

    def __init__(self, example: Example) -> None:
        super().__init__(data=_data(example))
        self.example = example

    def __deepcopy__(self, memo: dict[int, Any]) -> Phrase:
        """A phrase of its own, that shares what it holds."""
        copied = copy.copy(self)
        copied.data, copied.features = dict(self.data), list(self.features)
        copied.output_properties = set(self.output_properties)
        return copied

    def set(self, prop: str, info: Any, add_to_output: bool = False) -> None:
        """As Rasa's, but setting what is there already changes nothing."""
        if add_to_output or self.data.get(prop) is not info:
            super().set(prop, info, add_to_output)

    def fingerprint(self) -> str:
        """Of all it holds, what components have read in it included."""
        if self._cached_fingerprint is None:
            self._cached_fingerprint = hashlib.sha1(repr(self.data).encode("utf-8", "replace")).hexdigest()
        return self._cached_fingerprint


def _data(example: Example) -> dict[str, Any]:
    """As Rasa's YAML reader would put it: the labels of a phrase are the metadata of its example."""
    return {"text": example.text, "intent": example.act.value, "metadata": {"example": labels_of(example)}}
