"""Days and windows, on the clock of the project's timezone.

Instants are naive UTC datetimes; a window is a half-open span of instants.
"""

import calendar
import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from oracle.values import iso_date

WINDOWS = ("within", "between_ago", "between")
_DURATION = re.compile(r"([0-9]+)(h|d|w|mo|y)")


def parse_duration(text):
    """("30d") -> (30, "d")."""
    match = _DURATION.fullmatch(text) if isinstance(text, str) else None
    if not match or int(match[1]) == 0:
        raise ValueError(f"expected a duration such as 30d, received {text!r}")
    return int(match[1]), match[2]


def months_before(day, months):
    """The same day of the month, months earlier; the month's last day at most."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


class Clock:
    """As_of_date in a timezone: which day an instant is on, where a window starts."""

    def __init__(self, as_of, zone_name):
        self.as_of = as_of
        self.zone = ZoneInfo(zone_name)
        self.end = self.start_of(as_of + timedelta(days=1))

    def to_utc(self, local):
        """The instant of a wall clock reading."""
        aware = local.replace(tzinfo=self.zone).astimezone(UTC)
        return aware.replace(tzinfo=None)

    def day_of(self, instant):
        """The calendar day of an instant."""
        return instant.replace(tzinfo=UTC).astimezone(self.zone).date()

    def start_of(self, day):
        """The first instant of a calendar day."""
        return self.to_utc(datetime.combine(day, time()))

    def first_day(self, duration):
        """The first day of a window that is not in hours."""
        number, unit = parse_duration(duration)
        if unit == "d" or unit == "w":
            days = number * 7 if unit == "w" else number
            return self.as_of - timedelta(days=days - 1)
        months = number * 12 if unit == "y" else number
        return months_before(self.as_of, months) + timedelta(days=1)

    def first_instant(self, duration):
        """The first instant of a window."""
        number, unit = parse_duration(duration)
        if unit == "h":
            return self.end - timedelta(hours=number)
        return self.start_of(self.first_day(duration))

    def span(self, condition):
        """(from, until) of an event condition; until is not included."""
        given = [key for key in WINDOWS if key in condition]
        if len(given) > 1:
            raise ValueError(f"two windows: {given}")
        if not given:
            return datetime.min, self.end
        window = condition[given[0]]
        if given == ["within"]:
            return self.first_instant(window), self.end
        if given == ["between_ago"]:
            start, until = (self.first_instant(duration) for duration in window)
        else:
            first, last = (iso_date(day) for day in window)
            start, until = self.start_of(first), self.start_of(last + timedelta(days=1))
        if start >= until:
            raise ValueError(f"a window of no length: {window}")
        return start, min(until, self.end)


def in_last(moment, duration, clock):
    """Whether a (day, instant) lies in the window that ends with as_of_date."""
    day, instant = moment
    if parse_duration(duration)[1] == "h":
        return clock.first_instant(duration) <= instant < clock.end
    return clock.first_day(duration) <= day <= clock.as_of


def is_older(moment, duration, clock):
    """Whether a (day, instant) lies before the window that ends with as_of_date."""
    day, instant = moment
    if parse_duration(duration)[1] == "h":
        return instant < clock.first_instant(duration)
    return day < clock.first_day(duration)
