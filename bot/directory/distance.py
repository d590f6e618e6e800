"""Distances as the crow flies: in mountains the road is longer, and whoever shows one must say so."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import Protocol

EARTH_KM = 6371.0


class Point(Protocol):
    """Something with a position in degrees, or None when it is not known."""

    @property
    def lat(self) -> float | None:
        """North."""

    @property
    def lon(self) -> float | None:
        """East."""


def kilometres(a: Point, b: Point) -> float:
    """Great-circle distance; infinite when a position is missing."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return float("inf")
    lat_a, lat_b = radians(a.lat), radians(b.lat)
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))
