"""Training phrases as Examples, from `data/nlu` (Rasa's YAML 3.1, labels in each phrase's metadata)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from bot.nlu.draft import Example
from bot.nlu.text import clean
from bot.orientation.errors import UnderstandingError
from bot.orientation.taxonomy import Act, Bouquet, Link, Urgency


def read_examples(folder: Path) -> tuple[Example, ...]:
    """Every phrase under a folder, files in order; UnderstandingError names the file and the phrase."""
    return tuple(example for path in sorted(folder.rglob("*.yml")) for example in read_file(path))


def example_of(text: str, intent: str, labels: Mapping[str, Any]) -> Example:
    """One phrase; ValueError when a label is not of the vocabulary."""
    return Example(
        text=clean(text),
        act=Act(intent),
        bouquets=tuple(Bouquet(b) for b in labels.get("bouquets") or ()),
        links=tuple(Link(link) for link in labels.get("links") or ()),
        urgency=Urgency(labels.get("urgency", "none")),
        sheet=str(labels.get("sheet") or ""),
        places=tuple(part for part in str(labels.get("place") or "").split(";") if part),
        level=int(labels.get("level", 1)),
    )


def labels_of(example: Example) -> dict[str, Any]:
    """The labels as `example_of` takes them back."""
    return {
        "bouquets": [bouquet.value for bouquet in example.bouquets],
        "links": [link.value for link in example.links],
        "urgency": example.urgency.value,
        "sheet": example.sheet,
        "place": ";".join(example.places),
        "level": example.level,
    }


def read_file(path: Path) -> Iterator[Example]:
    """Every phrase of one file, in order; UnderstandingError as `read_examples`."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for block in data["nlu"]:
        for text, labels in _phrases(block["examples"]):
            try:
                yield example_of(text, block["intent"], labels)
            except ValueError as error:
                raise UnderstandingError(f"{path.name} : « {text} » : {error}") from error


def lines_of(examples: yaml.Node) -> Iterator[int]:
    """The line, from 1, of each phrase of an `examples` node, in the order of `read_file`."""
    if isinstance(examples, yaml.ScalarNode):
        text = examples.value.splitlines()
        yield from (examples.start_mark.line + 2 + k for k, line in enumerate(text) if line.strip())
        return
    for example in examples.value:
        text = next(value for key, value in example.value if key.value == "text")
        yield text.start_mark.line + (2 if text.style == "|" else 1)


def _phrases(examples: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Rasa's two ways of writing: one text with dashes, or a list of mappings with metadata."""
    if isinstance(examples, str):
        for line in examples.splitlines():
            if line.strip():
                yield line.strip().removeprefix("- "), {}
        return
    for example in examples:
        yield example["text"].strip(), example.get("metadata") or {}
