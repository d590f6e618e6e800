"""Opening hours in OSM notation, seen from an instant, for France. Pure; never raises on bad text.

A source that says nothing about public holidays proves nothing about them: on such a day the state is
unknown, never open.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache

from opening_hours import OpeningHours, ParserError, State  # type: ignore[attr-defined]

from bot.orientation.resource import DayHours, Opening, OpenState

Range = tuple[str, str]
AHEAD = timedelta(days=21)
DAYS_SHOWN = 7
STATES = {State.OPEN: OpenState.OPEN, State.CLOSED: OpenState.CLOSED, State.UNKNOWN: OpenState.UNKNOWN}


def opening_at(osm: str, at: datetime, *, by_appointment: bool = False) -> Opening:
    """How a place stands at `at` (naive local time of France)."""
    hours = _parsed(osm)
    if hours is None:
        state = OpenState.BY_APPOINTMENT if by_appointment else OpenState.UNKNOWN
        return Opening(raw=osm, state=state, holiday_today=is_holiday(at.date()))
    silent = not any(sign in osm.upper() for sign in ("PH", "24/7"))
    days = tuple(_day(hours, at.date() + timedelta(days=n), silent) for n in range(DAYS_SHOWN))
    if silent and is_holiday(at.date()):
        return Opening(osm, OpenState.UNKNOWN, _weekly(hours, at.date()), days, holiday_today=True)
    state = STATES[hours.state(at)[0]]
    return Opening(
        raw=osm,
        state=state,
        weekly=_weekly(hours, at.date()),
        days=days,
        closes_at=_next(hours, at, silent, opens=False) if state is OpenState.OPEN else None,
        next_opening=_next(hours, at, silent, opens=True) if state is OpenState.CLOSED else None,
    )


def is_holiday(day: date) -> bool:
    """Whether it is a public holiday in metropolitan France (Alsace-Moselle's own are not counted)."""
    return bool(_holidays().is_open(datetime.combine(day, time(12))))


@lru_cache(maxsize=1)
def _holidays() -> OpeningHours:
    return OpeningHours("PH", country="FR")


@lru_cache(maxsize=4096)
def _parsed(osm: str) -> OpeningHours | None:
    """None for what cannot be evaluated: free text, nothing, or school holidays, which are not handled."""
    if not osm.strip() or "SH" in osm.upper():
        return None
    try:
        return OpeningHours(osm, country="FR")
    except ParserError:
        return None


def _day(hours: OpeningHours, day: date, silent: bool) -> DayHours:
    if silent and is_holiday(day):
        return DayHours(day.isoformat(), (), holiday=True)
    return DayHours(day.isoformat(), _ranges(hours, day))


def _ranges(hours: OpeningHours, day: date) -> tuple[Range, ...]:
    start = datetime.combine(day, time())
    spans = hours.intervals(start, start + timedelta(days=1))
    return tuple((_clock(a), _clock(b, end=True)) for a, b, state, *_ in spans if state is State.OPEN)


def _clock(moment: datetime, *, end: bool = False) -> str:
    return "24:00" if end and moment.time() == time() else moment.strftime("%H:%M")


def _weekly(hours: OpeningHours, around: date) -> tuple[tuple[Range, ...], ...]:
    """An ordinary week: for each weekday the nearest coming day that is not a holiday."""
    monday = around - timedelta(days=around.weekday())
    return tuple(_ranges(hours, _ordinary(monday + timedelta(days=n))) for n in range(7))


def _ordinary(day: date) -> date:
    while is_holiday(day):
        day += timedelta(days=7)
    return day


def _next(hours: OpeningHours, at: datetime, silent: bool, *, opens: bool) -> str | None:
    wanted = State.OPEN if opens else State.CLOSED
    for start, _, state, *_ in hours.intervals(at, at + AHEAD):
        if start > at and state is wanted and not (opens and silent and is_holiday(start.date())):
            return str(start.isoformat(timespec="minutes"))
    return None
