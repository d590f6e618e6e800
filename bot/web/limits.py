"""Bounds on what one address may ask: body size at the door, requests by a token bucket."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

BURST = 120.0
PER_SECOND = 4.0
MOST_ADDRESSES = 10_000


class Bucket:
    """Generous on purpose: a whole France services house may share one address."""

    def __init__(self, now: Callable[[], float] = time.monotonic, burst: float = BURST,
                 per_second: float = PER_SECOND) -> None:
        self._now, self._burst, self._rate = now, burst, per_second
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, address: str) -> bool:
        """Take one token of this address; False when none is left."""
        now = self._now()
        seen, left = self._left.get(address, (now, self._burst))
        left = min(self._burst, left + (now - seen) * self._rate)
        allowed = left >= 1.0
        self._left[address] = (now, left - 1.0 if allowed else left)
        self._left.move_to_end(address)
        if len(self._left) > MOST_ADDRESSES:
            self._left.popitem(last=False)
        return allowed
