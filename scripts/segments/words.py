"""Conditions of the segment language in words; wording only, no rules."""

from __future__ import annotations

import json
import re
from typing import Any

COMPARED = {
    "equals": "{}",
    "not_equals": "not {}",
    "gt": "more than {}",
    "gte": "at least {}",
    "lt": "less than {}",
    "lte": "at most {}",
    "between": "{} to {}",
    "in": "one of {}",
    "not_in": "none of {}",
}
HOLDS = {operator: f"is {words}" for operator, words in COMPARED.items()} | {
    "between": "is between {} and {}",
    "contains": "contains {}",
    "not_contains": "does not contain {}",
    "starts_with": "starts with {}",
    "ends_with": "ends with {}",
    "matches": "matches {}",
    "before": "is before {}",
    "after": "is after {}",
    "within_last": "is in the last {}",
    "older_than": "is longer ago than the last {}",
}
MEASURED = {
    "distinct": "the number of different {field} of {events}",
    "sum": "the sum of {field} of {events}",
    "avg": "the average {field} of {events}",
    "min": "the least {field} of {events}",
    "max": "the greatest {field} of {events}",
}
BARE = re.compile(r"[\w.:+-]+\Z")


def value_words(value: Any) -> str:
    """A value, in quotes unless it is one plain word."""
    if isinstance(value, str) and BARE.match(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def listed(values: Any, last: str = ", ") -> str:
    words = [value_words(value) for value in (values if isinstance(values, list) else [values])]
    return last.join(filter(None, [", ".join(words[:-1]), words[-1]]))


class Words:
    """Says conditions; `units` are those of the vocabulary."""

    def __init__(self, units: dict[str, Any]) -> None:
        self._units = units

    def duration(self, text: str) -> str:
        number, unit = re.match(r"0*(\d+)(\w+)", text).groups()
        name = self._units[unit]["name"]
        return name if number == "1" else f"{number} {name}s"

    def of(self, condition: dict[str, Any]) -> str:
        """Any condition, in one line."""
        for form, link in (("all", " and "), ("any", " or ")):
            if form in condition:
                parts = [self.of(part) for part in condition[form]]
                return parts[0] if len(parts) == 1 else f"({link.join(parts)})"
        if "not" in condition:
            inner = self.of(condition["not"])
            return f"not {inner}" if inner.startswith("(") else f"not ({inner})"
        if "segment" in condition:
            return f"in segment {condition['segment']}"
        if "event" in condition:
            return self._event(condition)
        return self._attribute(condition)

    def _attribute(self, condition: dict[str, Any]) -> str:
        parts = [
            self._operator(operator, operand)
            for operator, operand in condition.items()
            if operator not in ("metric", "property", "ignore_case")
        ]
        any_case = " (in any case)" if condition.get("ignore_case") else ""
        name = value_words(condition.get("metric", condition.get("property")))
        return f"{name} {' and '.join(parts)}{any_case}"

    def _operator(self, operator: str, operand: Any) -> str:
        if operator == "is_set":
            return "is set" if operand else "is missing"
        words = HOLDS.get(operator, operator.replace("_", " ") + " {}")
        if operator in ("within_last", "older_than"):
            return words.format(self.duration(operand))
        return self._filled(words, operator, operand)

    def _filled(self, words: str, operator: str, operand: Any) -> str:
        if operator == "between":
            return words.format(*(value_words(value) for value in operand))
        return words.format(listed(operand))

    def _event(self, condition: dict[str, Any]) -> str:
        names = condition["event"]
        events = "events" if names == "*" else listed(names, " or ")
        one = "event" if names == "*" else events
        parts = [
            self._measure(measure, comparison, events)
            for measure, comparison in condition.items()
            if measure in MEASURED or measure in ("count", "days")
        ]
        if condition.get("occurred") is False:
            parts.insert(0, f"no {one}")
        elif not parts or condition.get("occurred"):
            parts.insert(0, f"at least 1 {one}")
        where = f", where {self.of(condition['where'])}" if "where" in condition else ""
        return " and ".join(parts) + self._window(condition) + where

    def _measure(self, measure: str, comparison: dict[str, Any], events: str) -> str:
        compared = " and ".join(
            self._filled(COMPARED[operator], operator, operand)
            for operator, operand in comparison.items()
            if operator != "of"
        )
        if measure == "count":
            exactly = "exactly " if "equals" in comparison and len(comparison) == 1 else ""
            return f"{exactly}{compared} {events}"
        if measure == "days":
            return f"{events} on {compared} days"
        field = value_words(comparison["of"])
        return f"{MEASURED[measure].format(field=field, events=events)} is {compared}"

    def _window(self, condition: dict[str, Any]) -> str:
        if "within" in condition:
            return f" in the last {self.duration(condition['within'])}"
        if "between_ago" in condition:
            first, last = condition["between_ago"]
            return f" from {self.duration(first)} ago up to the last {self.duration(last)}"
        if "between" in condition:
            return " from {} to {}".format(*condition["between"])
        return ""
