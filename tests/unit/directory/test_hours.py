"""Opening hours: what real places publish, seen from real instants."""

from datetime import datetime

import pytest

from bot.directory.hours import is_holiday, opening_at
from bot.orientation.resource import OpenState

WEEKDAYS = "Mo-Fr 09:00-12:00,14:00-17:00"
CASES = [
    (f"{WEEKDAYS}; PH off", "2026-11-11T10:00", OpenState.CLOSED),
    (f"{WEEKDAYS}; PH off", "2026-11-12T10:00", OpenState.OPEN),
    (f"{WEEKDAYS}; PH off", "2026-11-12T12:00", OpenState.CLOSED),
    (f"{WEEKDAYS}; PH off", "2026-11-12T09:00", OpenState.OPEN),
    ("Mo-Fr 08:30-12:30; Tu,Th 13:30-17:30", "2026-11-24T09:00", OpenState.CLOSED),
    ("Mo-Fr 08:30-12:30, Tu,Th 13:30-17:30", "2026-11-24T09:00", OpenState.OPEN),
    ("Tu[2] 14:00-17:00", "2026-11-10T15:00", OpenState.OPEN),
    ("Tu[2] 14:00-17:00", "2026-11-17T15:00", OpenState.CLOSED),
    ("week 1-53/2 We 09:00-12:00", "2026-11-18T10:00", OpenState.OPEN),
    ("Jul-Aug Mo-Fr 09:00-12:00", "2026-11-24T10:00", OpenState.CLOSED),
    ("24/7", "2026-12-25T03:00", OpenState.OPEN),
    ("9.00 à 12.00 - 14.00 à 17.00", "2026-11-24T10:00", OpenState.UNKNOWN),
    ("répondeur 24h/24.", "2026-11-24T10:00", OpenState.UNKNOWN),
    ("", "2026-11-24T10:00", OpenState.UNKNOWN),
    ("Mo-Fr 09:00-12:00; SH off", "2026-10-26T10:00", OpenState.UNKNOWN),
]


@pytest.mark.parametrize(("osm", "at", "state"), CASES)
def test_state_is_what_the_notation_says(osm: str, at: str, state: OpenState) -> None:
    assert opening_at(osm, datetime.fromisoformat(at)).state is state


def test_hours_silent_about_holidays_never_claim_open_on_one() -> None:
    opening = opening_at(WEEKDAYS, datetime(2026, 11, 11, 10))
    assert opening.state is OpenState.UNKNOWN
    assert opening.holiday_today


def test_next_opening_skips_a_holiday_when_hours_are_silent_about_it() -> None:
    assert opening_at(WEEKDAYS, datetime(2026, 11, 10, 18)).next_opening == "2026-11-12T09:00"


def test_ordinary_week_is_not_taken_from_a_holiday_week() -> None:
    weekly = opening_at(WEEKDAYS, datetime(2026, 11, 11, 10)).weekly
    assert weekly[2] == (("09:00", "12:00"), ("14:00", "17:00"))
    assert weekly[6] == ()


def test_closing_time_is_given_while_open() -> None:
    assert opening_at(WEEKDAYS, datetime(2026, 11, 24, 10)).closes_at == "2026-11-24T12:00"


def test_appointment_without_hours_is_by_appointment() -> None:
    assert opening_at("", datetime(2026, 11, 24), by_appointment=True).state is OpenState.BY_APPOINTMENT


def test_saint_stephens_day_is_not_a_holiday_outside_alsace() -> None:
    assert is_holiday(datetime(2026, 12, 25).date())
    assert not is_holiday(datetime(2026, 12, 26).date())
