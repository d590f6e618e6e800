"""Frozen dataclasses to plain JSON and back: the only serialiser of the wires and of the tracker slot.

Handles dataclasses, enums, tuples, optionals, strings, numbers and booleans, and refuses the rest.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from bot.orientation.errors import WireError

T = TypeVar("T")


def to_wire(value: Any) -> Any:
    """JSON-ready copy of `value`; WireError when it holds something JSON cannot carry."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_wire(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [to_wire(item) for item in value]
    if isinstance(value, dict):
        return {str(key): to_wire(item) for key, item in value.items()}
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    raise WireError(f"{type(value).__name__} cannot travel on a wire")


def from_wire(kind: type[T], data: Any) -> T:
    """Rebuild a `kind` from what `to_wire` gave; unknown keys are ignored, bad values are a WireError."""
    try:
        return typing.cast(T, _read(kind, data))
    except (KeyError, TypeError, ValueError) as error:
        raise WireError(f"not a {kind.__name__}: {error}") from error


def _read(kind: Any, data: Any) -> Any:
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return _read_optional(kind, data)
    if origin is tuple:
        return _read_tuple(typing.get_args(kind), data)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    if dataclasses.is_dataclass(kind):
        return _read_dataclass(typing.cast(type, kind), data)
    return _read_scalar(kind, data)


def _read_optional(kind: Any, data: Any) -> Any:
    if data is None:
        return None
    inner = [arg for arg in typing.get_args(kind) if arg is not type(None)]
    return _read(inner[0], data)


def _read_tuple(args: tuple[Any, ...], data: Any) -> tuple[Any, ...]:
    if not isinstance(data, (list, tuple)):
        raise TypeError("a list was expected")
    if len(args) == 2 and args[1] is Ellipsis:
        return tuple(_read(args[0], item) for item in data)
    if len(args) != len(data):
        raise TypeError(f"{len(args)} values were expected")
    return tuple(_read(arg, item) for arg, item in zip(args, data))


def _read_dataclass(kind: type, data: Any) -> Any:
    if not isinstance(data, dict):
        raise TypeError(f"an object was expected for {kind.__name__}")
    hints = _hints(kind)
    return kind(**{name: _read(hints[name], data[name]) for name in hints if name in data})


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}


def _read_scalar(kind: Any, data: Any) -> Any:
    if kind is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    if kind in (str, int, float, bool) and type(data) is not kind:
        raise TypeError(f"{kind.__name__} was expected, got {type(data).__name__}")
    return data
