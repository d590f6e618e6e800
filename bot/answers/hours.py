"""Opening hours said in French. Times come as "HH:MM", dates as ISO; no clock is read here."""

from __future__ import annotations

from datetime import date, datetime

from bot.answers.phrases import Phrases, sentence
from bot.orientation.resource import Opening, OpenState

Ranges = tuple[tuple[str, str], ...]


def opening_now(opening: Opening, at: datetime, phrases: Phrases) -> str:
    """Open or closed at `at` (local time of France), and until when or from when."""
    if opening.holiday_today:
        return phrases.say("hours.ferie")
    if opening.state is OpenState.OPEN:
        return _open_until(opening, phrases)
    if opening.state is OpenState.CLOSED:
        return _closed_until(opening, at, phrases)
    if opening.state is OpenState.BY_APPOINTMENT:
        return phrases.say("hours.sur_rendez_vous")
    return phrases.say("hours.brut", texte=opening.raw) if opening.raw else phrases.say("hours.inconnu")


def week_lines(opening: Opening, phrases: Phrases) -> tuple[str, ...]:
    """The ordinary week, equal neighbouring days together; then the holidays of the next seven days."""
    if not any(opening.weekly):
        return ()
    lines = [_span(first, last, ranges, phrases) for first, last, ranges in _spans(opening.weekly)]
    lines += [_holiday(day.date, phrases) for day in opening.days[1:] if day.holiday]
    return tuple(lines)


def clock(time: str, phrases: Phrases) -> str:
    """"08:30" → "8 h 30", "14:00" → "14 h"."""
    hours, minutes = time.split(":")[:2]
    key = "hours.heure" if minutes == "00" else "hours.heure_minute"
    return phrases.say(key, h=str(int(hours)), m=minutes)


def day_name(index: int, phrases: Phrases) -> str:
    """Monday is 0."""
    return phrases.series("hours.jours")[index]


def long_date(day: date, phrases: Phrases) -> str:
    """« mercredi 11 novembre »."""
    return phrases.say("hours.jour_prochain", jour=day_name(day.weekday(), phrases), date=str(day.day),
                       mois=phrases.series("hours.mois")[day.month - 1])


def _open_until(opening: Opening, phrases: Phrases) -> str:
    if opening.closes_at is None:
        return phrases.say("hours.ouvert_simple")
    return phrases.say("hours.ouvert", heure=clock(opening.closes_at[11:16], phrases))


def _closed_until(opening: Opening, at: datetime, phrases: Phrases) -> str:
    if opening.next_opening is None:
        return phrases.say("hours.ferme_sans_suite")
    opens = datetime.fromisoformat(opening.next_opening)
    return phrases.say("hours.ferme_maintenant", quand=_when(opens.date(), at.date(), phrases),
                       heure=clock(opening.next_opening[11:16], phrases))


def _when(day: date, today: date, phrases: Phrases) -> str:
    near = {0: "hours.aujourd_hui", 1: "hours.demain"}.get((day - today).days)
    return phrases.say(near) if near else long_date(day, phrases)


def _holiday(iso: str, phrases: Phrases) -> str:
    day = date.fromisoformat(iso)
    return phrases.say("hours.ferie_prochain", jour=day_name(day.weekday(), phrases), date=str(day.day),
                       mois=phrases.series("hours.mois")[day.month - 1])


def _spans(weekly: tuple[Ranges, ...]) -> list[tuple[int, int, Ranges]]:
    spans: list[tuple[int, int, Ranges]] = []
    for index, ranges in enumerate(weekly):
        if spans and spans[-1][2] == ranges:
            spans[-1] = (spans[-1][0], index, ranges)
        else:
            spans.append((index, index, ranges))
    return spans


def _span(first: int, last: int, ranges: Ranges, phrases: Phrases) -> str:
    said = ", ".join(
        phrases.say("hours.plage", debut=clock(a, phrases), fin=clock(b, phrases)) for a, b in ranges
    ) or phrases.say("hours.ferme")
    if first == last:
        return sentence(phrases.say("hours.jour", jour=day_name(first, phrases), plages=said))
    return sentence(phrases.say("hours.du_au", premier=day_name(first, phrases),
                                dernier=day_name(last, phrases), plages=said))
