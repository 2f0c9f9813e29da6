"""The operators of the segment language on one value."""

import operator
import re
from numbers import Real

from oracle.values import (
    boolean_of,
    iso_date,
    moment_of,
    number_of,
    text_of,
    typed_day,
)
from oracle.windows import in_last, is_older

NEGATIONS = {
    "not_equals": "equals",
    "not_in": "in",
    "not_contains": "contains",
}
COMPARISONS = {
    "equals": operator.eq,
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
}
TEXT_TESTS = {
    "contains": lambda text, part: part in text,
    "starts_with": str.startswith,
    "ends_with": str.endswith,
}
DATE_TESTS = {
    "before": lambda moment, operand, clock: moment[0] < iso_date(operand),
    "after": lambda moment, operand, clock: moment[0] > iso_date(operand),
    "within_last": in_last,
    "older_than": is_older,
}
OPERATORS = (
    *COMPARISONS,
    *NEGATIONS,
    *TEXT_TESTS,
    *DATE_TESTS,
    "between",
    "in",
    "matches",
    "is_set",
)


def holds(name, operand, value, clock, ignore_case=False):
    """Whether one operator holds for a value; false for missing values, not_x true."""
    if name in NEGATIONS:
        return not holds(NEGATIONS[name], operand, value, clock, ignore_case)
    if name == "is_set":
        return (value is not None) == operand
    if name in COMPARISONS:
        return _compare(COMPARISONS[name], operand, value, clock, ignore_case)
    if name == "between":
        low, high = operand
        return _compare(operator.ge, low, value, clock, ignore_case) and _compare(
            operator.le, high, value, clock, ignore_case
        )
    if name == "in":
        return any(_compare(operator.eq, one, value, clock, ignore_case) for one in operand)
    if name in DATE_TESTS:
        moment = moment_of(value, clock)
        return moment is not None and DATE_TESTS[name](moment, operand, clock)
    text = text_of(value)
    if text is None:
        return False
    if name == "matches":
        return _pattern(operand, ignore_case).search(text) is not None
    if ignore_case:
        text, operand = text.lower(), operand.lower()
    return TEXT_TESTS[name](text, operand)


def _compare(test, operand, value, clock, ignore_case):
    if isinstance(operand, bool):
        left, right = boolean_of(value), operand
    elif isinstance(operand, Real):
        left, right = number_of(value), number_of(operand)
    elif iso_date(operand) and typed_day(value, clock):
        left, right = typed_day(value, clock), iso_date(operand)
    else:
        left, right = text_of(value), text_of(operand)
        if ignore_case and left is not None:
            left, right = left.lower(), right.lower()
    return left is not None and test(left, right)


def _pattern(pattern, ignore_case):
    """A RE2 pattern for Python: ASCII classes, and $ is the text's end only."""
    parts, index, in_class = [], 0, False
    while index < len(pattern):
        char = pattern[index]
        if char == "\\":
            parts.append(pattern[index : index + 2])
            index += 2
            continue
        if char in "[]":
            in_class = char == "["
        parts.append(r"\Z" if char == "$" and not in_class else char)
        index += 1
    flags = re.ASCII | (re.IGNORECASE if ignore_case else 0)
    return re.compile("".join(parts), flags)
