"""Random `match` conditions: every shape of the shorthand."""

from oracle.conditions import shorthand
from oracle.operand_generator import plain_number
from oracle.relations import METRIC_TYPES
from oracle.values import (
    NESTED,
    boolean_of,
    iso_date,
    number_of,
    text_of,
    typed_day,
)

SIGNS = (">=", "<=", ">", "<", "!=")


def match_condition(rng, oracle, people, properties):
    """A match over metrics and properties, with values that occur."""
    content = {}
    for _ in range(rng.choice((1, 1, 2, 3))):
        names = list(rng.choice((tuple(METRIC_TYPES), properties)))
        name = rng.choice(names)
        look_up = oracle.metric_of if name in METRIC_TYPES else oracle.property_of
        values = [look_up(name, key) for key in people]
        present = [one for one in values if one is not None and one is not NESTED]
        content[name] = _shape(rng, present, oracle.clock)
    return {"match": content}


def _shape(rng, values, clock):
    if not values:
        return "nothing"
    value = rng.choice(values)
    if typed_day(value, clock):
        day = typed_day(value, clock).isoformat()
        return rng.choice((day, f"{rng.choice(SIGNS)} {day}"))
    if rng.random() < 0.2:
        return [_plain(rng, rng.choice(values), clock) for _ in range(rng.randint(1, 3))]
    number = number_of(value)
    if number is not None and not isinstance(value, str):
        return _number(rng, number)
    if isinstance(value, bool):
        return rng.choice((value, "!= true", "!=false", text_of(value)))
    text = text_of(value)
    if not _expressible(text):
        return [text]
    if rng.random() < 0.5 or boolean_of(text) is not None or number is not None:
        return text
    return rng.choice(SIGNS) + rng.choice(("", " ")) + text


def _number(rng, number):
    operand = plain_number(number + rng.choice((0, 0, 0, 1)))
    draw = rng.random()
    if draw < 0.2:
        return operand
    if draw < 0.4 and operand >= 0:
        return f"{operand}-{plain_number(operand + rng.choice((0, 2, 25)))}"
    return rng.choice(SIGNS) + rng.choice(("", " ")) + str(operand)


def _plain(rng, value, clock):
    if typed_day(value, clock):
        return typed_day(value, clock).isoformat()
    if isinstance(value, bool):
        return value
    number = number_of(value)
    if number is not None and rng.random() < 0.5:
        return plain_number(number)
    return text_of(value)


def _expressible(text):
    """Whether the shorthand takes the text for itself, plain and after a sign."""
    return (
        text == text.strip()
        and text[:1] not in ("", "<", ">", "=", "!")
        and (shorthand(text) == {"equals": text} or iso_date(text) is not None)
    )
