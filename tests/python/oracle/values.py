"""What a value is: its text, its number, its boolean, its day.

Missing is None. A list or object from JSON is the constant NESTED: it is set, but has
no text, number, boolean or date. Numbers are compared as exact fractions.
"""

import json
import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

NESTED = object()

_NUMBER = re.compile(r" *[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)? *")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[T ](?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:\.(?P<fraction>[0-9]{1,6}))?)?"
    r"(?P<offset>Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
)


class JsonNumber:
    """A number in a JSON text; keeps the way it was written."""

    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return f"JsonNumber({self.text})"


def parse_json(text):
    """The document of a JSON text; None without one."""
    if text is None:
        return None
    return json.loads(text, parse_int=JsonNumber, parse_float=JsonNumber)


def at_path(document, name):
    """The value at a dotted path; a step into anything but an object is missing."""
    for step in name.split("."):
        if not isinstance(document, dict) or step not in document:
            return None
        document = document[step]
    return NESTED if isinstance(document, (dict, list)) else document


def number_of(value):
    """The value as an exact fraction, or None if it is not a number."""
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, Decimal, Fraction)):
        return Fraction(value)
    if isinstance(value, float):
        return Fraction(Decimal(repr(value)))
    if isinstance(value, JsonNumber):
        return Fraction(Decimal(value.text))
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return Fraction(Decimal(value.strip(" ")))
    return None


def boolean_of(value):
    """The value as a boolean, or None if it is neither one nor the text of one."""
    if isinstance(value, bool):
        return value
    return {"true": True, "false": False}.get(value) if isinstance(value, str) else None


def text_of(value):
    """The text of a value, or None for missing values, lists and objects."""
    if value is None or value is NESTED:
        return None
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, JsonNumber):
        return value.text
    if isinstance(value, datetime):
        text = value.isoformat(sep=" ")
        return text.rstrip("0") if value.microsecond else text
    if isinstance(value, date):
        return value.isoformat()
    text = format(Decimal(repr(value) if isinstance(value, float) else value), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def iso_date(operand):
    """The date that an ISO date operand names, or None if it is something else."""
    if isinstance(operand, date):
        return operand
    if not isinstance(operand, str) or not _DATE.fullmatch(operand):
        return None
    try:
        return date.fromisoformat(operand)
    except ValueError:
        return None


def typed_day(value, clock):
    """The day of a DATE or TIMESTAMP value; None for every other value."""
    if isinstance(value, datetime):
        return clock.day_of(value)
    return value if isinstance(value, date) else None


def moment_of(value, clock):
    """(day, instant) of a date, a timestamp or a text that is one; else None."""
    if isinstance(value, datetime):
        return clock.day_of(value), value
    if isinstance(value, date):
        return value, clock.start_of(value)
    match = _MOMENT.fullmatch(value) if isinstance(value, str) else None
    if not match:
        return None
    try:
        return _moment_of_parts(match, clock)
    except ValueError:
        return None


def _moment_of_parts(match, clock):
    day = date.fromisoformat(match["day"])
    if match["hour"] is None:
        return day, clock.start_of(day)
    local = datetime(
        day.year,
        day.month,
        day.day,
        int(match["hour"]),
        int(match["minute"]),
        int(match["second"] or 0),
        int((match["fraction"] or "").ljust(6, "0")),
    )
    offset = match["offset"]
    if offset is None:
        return day, clock.to_utc(local)
    instant = local - _offset(offset)
    return clock.day_of(instant), instant


def _offset(text):
    if text == "Z":
        return timedelta(0)
    digits = text[1:].replace(":", "").ljust(4, "0")
    if int(digits[:2]) > 23 or int(digits[2:]) > 59:
        raise ValueError(f"no such offset: {text}")
    size = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return -size if text[0] == "-" else size
