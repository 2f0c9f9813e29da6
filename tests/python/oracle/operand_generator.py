"""Random operators whose operands come from, or lie just beside, values that occur."""

import math
import re
from datetime import date, datetime, timedelta

from oracle.hostile import UNGENERATED
from oracle.values import (
    NESTED,
    boolean_of,
    iso_date,
    moment_of,
    number_of,
    text_of,
    typed_day,
)

HOUR = timedelta(hours=1)
ORDERS = ("gt", "gte", "lt", "lte")
EQUALITIES = ("equals", "equals", "not_equals", "in", "not_in")


def plain_number(number):
    """A number as YAML writes it: an int, or a float with four decimals at most."""
    return int(number) if number == int(number) else round(float(number), 4)


def operators_for(rng, values, clock):
    """operator -> operand (and ignore_case) to test values such as these with."""
    if rng.random() < 0.08:
        return {"is_set": rng.random() < 0.5}
    present = [value for value in values if value is not None and value is not NESTED]
    if not present:
        return {"is_set": rng.random() < 0.5}
    value = rng.choice(present)
    draw = rng.random()
    if number_of(value) is not None and draw < 0.7:
        return number_operators(rng, [number_of(one) for one in present])
    if boolean_of(value) is not None and draw < 0.75:
        operand = rng.random() < 0.5
        operator = rng.choice(EQUALITIES)
        return {operator: [operand] if operator.endswith("in") else operand}
    if moment_of(value, clock) and draw < 0.85:
        return date_operators(rng, value, clock)
    if typed_day(value, clock):
        operator = rng.choice(("contains", "starts_with", "not_contains"))
        return {operator: text_of(value)[: rng.randint(1, 7)]}
    return text_operators(rng, value, present)


def number_operators(rng, numbers):
    """Operators with numbers that occur, or that are close."""
    numbers = [number for number in numbers if number is not None]
    operand = plain_number(rng.choice(numbers) + rng.choice((0, 0, 0, 0, 1, -1)))
    operator = rng.choice((*ORDERS, *ORDERS, *EQUALITIES, "between", "both"))
    if operator == "between":
        until = plain_number(operand + rng.choice((0, 1, 5, 100)))
        return {"between": [operand, until]}
    if operator == "both":
        until = plain_number(operand + rng.randint(1, 9))
        return {"gte": operand, rng.choice(("lt", "lte")): until}
    if operator in ("in", "not_in"):
        others = [plain_number(rng.choice(numbers)) for _ in range(rng.randint(0, 3))]
        return {operator: [operand, *others]}
    return {operator: operand}


def date_operators(rng, value, clock):
    """Operators with days and durations, at the edge where the value lies."""
    day, instant = moment_of(value, clock)
    near = (day + timedelta(days=rng.choice((-1, 0, 0, 1)))).isoformat()
    draw = rng.random()
    if typed_day(value, clock) and draw < 0.35:
        operator = rng.choice((*ORDERS, *EQUALITIES, "between"))
        if operator == "between":
            until = date.fromisoformat(near) + timedelta(days=rng.choice((0, 1, 30)))
            return {operator: [near, until.isoformat()]}
        return {operator: [near] if operator.endswith("in") else near}
    if draw < 0.6:
        return {rng.choice(("before", "after")): near}
    return {rng.choice(("within_last", "older_than")): duration_near(rng, instant, clock)}


def duration_near(rng, instant, clock):
    """A duration whose window begins at, or one step after, an instant."""
    age = (clock.as_of - clock.day_of(instant)).days
    draw = rng.random()
    if draw < 0.2:
        return f"{max(1, math.ceil((clock.end - instant) / HOUR) - rng.randint(0, 1))}h"
    if draw < 0.5:
        return rng.choice(("24h", "48h", "7d", "14d", "30d", "4w", "1mo", "2mo", "1y"))
    return f"{max(1, age + rng.randint(0, 1))}d"


def text_operators(rng, value, values):
    """Operators with texts that occur, parts of them, or other cases of them."""
    text = text_of(value)
    draw = rng.random()
    if draw < 0.15 and text:
        return _pattern(rng, text)
    if draw < 0.5 and text:
        operator = rng.choice(("contains", "not_contains", "starts_with", "ends_with"))
        size = rng.randint(1, min(len(text), 12))
        start = 0 if operator == "starts_with" else rng.randint(0, len(text) - size)
        part = text[-size:] if operator == "ends_with" else text[start : start + size]
        return _perhaps_ignoring_case(rng, {operator: part})
    if draw < 0.65:
        return {rng.choice(ORDERS): text}
    others = [rng.choice(values) for _ in range(rng.randint(1, 3))]
    if draw < 0.75:
        return _between(text, text_of(others[0]))
    operator = rng.choice(EQUALITIES)
    if not operator.endswith("in"):
        return _perhaps_ignoring_case(rng, {operator: text})
    return {operator: [text, *(_listed(rng, other) for other in others)]}


def _between(one, other):
    low, high = sorted((one, other))
    # an ISO date and another text are of two types: the language has no such range
    same_type = (iso_date(low) is None) == (iso_date(high) is None)
    return {"between": [low, high if same_type else low]}


def _listed(rng, value):
    number = number_of(value)
    if boolean_of(value) is not None and rng.random() < 0.5:
        return boolean_of(value)
    if number is not None and rng.random() < 0.5:
        return plain_number(number)
    return value.date().isoformat() if isinstance(value, datetime) else text_of(value)


def _perhaps_ignoring_case(rng, operators):
    if rng.random() > 0.3:
        return operators
    (operator, operand), *_ = operators.items()
    swapped = operand.swapcase()
    # some letters have no way back from upper case, and some are left out altogether
    if swapped.lower() != operand.lower() or any(one in swapped for one in UNGENERATED):
        swapped = operand
    return {operator: swapped, "ignore_case": True}


def _pattern(rng, text):
    size = rng.randint(1, min(len(text), 8))
    start = rng.randint(0, len(text) - size)
    quoted = _quoted(text[start : start + size])
    if rng.random() < 0.25 and quoted.isascii() and quoted == quoted.lower():
        return {"matches": quoted, "ignore_case": True}
    patterns = (
        quoted,
        f"^{_quoted(text[:size])}",
        f"{_quoted(text[-size:])}$",
        f"^{_quoted(text[:1])}.*{_quoted(text[-1:])}$",
        f"({quoted}|nothing)",
        *("[0-9]{2,}", r"\d", "^[a-z]+$", r"^\w+$", "^.{3}$", "[^ -~]", "^$", "b?l"),
    )
    return {"matches": rng.choice(patterns)}


def _quoted(text):
    return re.sub(r"([\\.+*?()|\[\]{}^$])", r"\\\1", text)
