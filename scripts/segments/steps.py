"""Takes a segment's criteria apart into steps that can be counted and looked at.

What a condition means is up to the macros: each step's SQL is theirs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from segments.words import Words


@dataclass
class Step:
    """One condition: in words, and the columns that say whether it holds and what it saw."""

    words: str
    depth: int
    passes: str
    #: what is shown of a customer: (label, columns), two columns for a mean
    values: list[tuple[str, list[str]]] = field(default_factory=list)

    @property
    def is_top(self) -> bool:
        return self.depth == 0

    def value_of(self, row: dict[str, Any]) -> str | None:
        """What the condition looked at, of the customer of a row."""
        found = []
        for label, columns in self.values:
            values = [row[column] for column in columns]
            if len(values) == 2:
                values = [values[0] / Decimal(values[1]) if values[1] else None]
            text = "missing" if values[0] is None else number_text(values[0])
            found.append(f"{label} {text}" if label else text)
        return ", ".join(found) or None


def number_text(value: Any) -> str:
    if isinstance(value, (Decimal, float)):
        return f"{value:.10f}".rstrip("0").rstrip(".")
    return str(value)


class Steps:
    """The steps of one segment, and the expressions of their columns."""

    def __init__(self, language: Any, context: dict[str, Any]) -> None:
        self._language = language
        self._context = context
        self._words = Words(context["vocabulary"]["units"])
        self.steps: list[Step] = []
        self.expressions: dict[str, str] = {}

    def add_segment(self, name: str) -> Steps:
        for condition in self._parts_of_segment(name):
            self._add(condition, 0)
        return self

    def _parts_of_segment(self, name: str) -> list[dict[str, Any]]:
        meta = self._context["segments"][name]["meta"]
        tenants = meta.get("tenants")
        limits = [{"property": "tenant_id", "in": tenants}] if tenants else []
        return limits + self._parts(meta["criteria"])

    def _expanded(self, condition: dict[str, Any]) -> dict[str, Any]:
        """The condition with its shorthands written out, templates and matches."""
        if "template" in condition:
            return self._expanded(self._language.expand_template(condition, self._context))
        if "match" in condition:
            return {"all": self._language.expand_match(condition["match"], self._context)}
        if "not" in condition:
            return {"not": self._expanded(condition["not"])}
        for form in ("all", "any"):
            if form in condition:
                return {form: [self._expanded(part) for part in condition[form]]}
        return condition

    def _parts(self, condition: dict[str, Any]) -> list[dict[str, Any]]:
        """The conditions that must all hold, however deep they are and-ed."""
        condition = self._expanded(condition)
        if "all" not in condition:
            return [condition]
        return [part for one in condition["all"] for part in self._parts(one)]

    def _column(self, expression: str) -> str:
        name = f"column_{len(self.expressions) + 1}"
        self.expressions[name] = expression
        return name

    def _add(self, condition: dict[str, Any], depth: int) -> None:
        compiled = self._language.compile_condition(condition, self._context)
        step = Step(self._words.of(condition), depth, self._column(compiled))
        self.steps.append(step)
        inner = condition
        while "not" in inner:
            inner = inner["not"]
        for part in self._inside(inner):
            self._add(part, depth + 1)
        if "event" in inner:
            step.values = self._measured(inner)
        elif "property" in inner or "metric" in inner:
            step.values = [("", [self._attribute(inner)])]

    def _inside(self, condition: dict[str, Any]) -> list[dict[str, Any]]:
        if "all" in condition:
            return self._parts(condition)
        if "any" in condition:
            return condition["any"]
        if condition.get("segment") in self._context["segments"]:
            return self._parts_of_segment(condition["segment"])
        if "segment" in condition:
            return [{"metric": condition["segment"].split(".")[0], "is_set": True}]
        return []

    def _attribute(self, condition: dict[str, Any]) -> str:
        attribute = self._language._attribute(condition, self._context, "customer")
        return self._column(self._language.attribute_as("text", attribute))

    def _measured(self, condition: dict[str, Any]) -> list[tuple[str, list[str]]]:
        """The measures that an event condition compares."""
        named = [
            (measure, comparison.get("of"))
            for measure, comparison in condition.items()
            if measure in self._context["vocabulary"]["measures"]
        ]
        if "occurred" in condition or not named:
            named.insert(0, ("count", None))
        values = []
        for measure, of in named:
            leaves = ["sum", "values"] if measure == "avg" else [measure]
            columns = [
                self._column(self._language.leaf_of(condition, leaf, of, self._context))
                for leaf in leaves
            ]
            label = "" if named == [("count", None)] else " ".join(filter(None, [measure, of]))
            values.append((label, columns))
        return values
