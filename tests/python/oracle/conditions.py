"""The parts of a condition: its form, its operators, the shorthand of `match`."""

import re

from oracle.operators import OPERATORS
from oracle.values import boolean_of, number_of

FORMS = (
    "all",
    "any",
    "not",
    "event",
    "property",
    "metric",
    "segment",
    "match",
    "template",
)
MEASURES = ("count", "distinct", "days", "sum", "avg", "min", "max")
EVENT_OPTIONS = ("where", "within", "between_ago", "between", "occurred", *MEASURES)

_SIGNS = {">=": "gte", "<=": "lte", "!=": "not_equals", ">": "gt", "<": "lt"}
_SIGNED = re.compile(r"(>=|<=|!=|>|<) *(.*?) *", re.DOTALL)
_RANGE = re.compile(r"([0-9]+(?:\.[0-9]+)?)-([0-9]+(?:\.[0-9]+)?)")


def form_of(condition):
    """The one form of a condition."""
    found = [form for form in FORMS if form in condition]
    if len(found) != 1:
        raise ValueError(f"expected exactly one form, received {condition!r}")
    return found[0]


def operators_of(condition, *others):
    """operator -> operand of a condition; `others` are its keys besides."""
    found = {key: value for key, value in condition.items() if key not in others}
    unknown = [key for key in found if key not in OPERATORS]
    if unknown or not found:
        raise ValueError(f"unknown or no operators: {condition!r}")
    return found


def measures_of(condition):
    """[(measure, field or None, operator -> operand)] of an event condition."""
    unknown = set(condition) - {"event", *EVENT_OPTIONS}
    if unknown:
        raise ValueError(f"unknown event options: {unknown}")
    found = [
        (name, condition[name].get("of"), operators_of(condition[name], "of"))
        for name in MEASURES
        if name in condition
    ]
    if "occurred" in condition:
        least = {"gte": 1} if condition["occurred"] else {"equals": 0}
        found.append(("count", None, least))
    return found or [("count", None, {"gte": 1})]


def shorthand(value):
    """operator -> operand of one value in `match`."""
    if isinstance(value, list):
        return {"in": value}
    if not isinstance(value, str):
        return {"equals": value}
    if bounds := _RANGE.fullmatch(value):
        return {"between": [number_of(bound) for bound in bounds.groups()]}
    signed = _SIGNED.fullmatch(value)
    if not signed:
        return {"equals": value}
    sign, operand = _SIGNS[signed[1]], signed[2]
    if sign == "not_equals" and boolean_of(operand) is not None:
        return {sign: boolean_of(operand)}
    number = number_of(operand)
    return {sign: operand if number is None else number}
