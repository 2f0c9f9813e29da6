"""The rules of the classifications: which one a customer matched, and which is near.

What a condition means is up to the macros; the rules are those of the YAML.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2.sandbox import SandboxedEnvironment

from core.errors import CannotRun
from segments.steps import Steps

MODEL = "customer_classifications"
HOW_TO_SEE = "See every problem: scripts/run.py build"


@dataclass
class Rule:
    """One rule of a dimension, its condition in words and as columns of a query."""

    place: int
    value: str
    words: str
    #: says whether it holds; none when it does for everybody
    holds: str | None = None
    #: the metric whose text is the value
    value_of: str | None = None
    #: the metrics and properties in it, and their columns
    seen: dict[str, str] = field(default_factory=dict)

    def value_in(self, row: dict[str, Any]) -> str:
        """The value that it gives a customer."""
        return row[self.seen[self.value_of]] if self.value_of else self.value

    def of(self, row: dict[str, Any]) -> dict[str, Any]:
        now = {name: row[column] for name, column in self.seen.items()}
        return {"rule": self.place, "value": self.value, "condition": self.words, "now": now}


@dataclass
class Dimension:
    """The ordered rules of one dimension."""

    name: str
    rules: list[Rule]

    def matched(self, row: dict[str, Any]) -> Rule:
        return next(rule for rule in self.rules if rule.holds is None or row[rule.holds])

    def near(self, matched: Rule) -> list[Rule]:
        """The nearest rules with another value: those before it, else those after it."""
        before = self.rules[: matched.place - 1][::-1]
        return _first_with_another_value(before, matched) or _first_with_another_value(
            self.rules[matched.place :], matched
        )


def _first_with_another_value(rules: list[Rule], matched: Rule) -> list[Rule]:
    others = [rule for rule in rules if rule.value != matched.value]
    found = []
    for rule in others:
        if rule.value != others[0].value:
            break
        found.append(rule)
    return found


class Rules(Steps):
    """The rules of all dimensions, and the query that evaluates them."""

    def __init__(self, language: Any, project: Path) -> None:
        super().__init__(language, _context(language, project))
        self._columns: dict[str, str] = {}
        model = language.graph["nodes"][f"model.{MODEL}"]
        written = {name: _rules_of(column) for name, column in model["columns"].items()}
        self.dimensions = [self._dimension(name, rules) for name, rules in written.items() if rules]

    def query(self) -> str:
        return self._language.flags_query(self.expressions, self._context)

    def _dimension(self, name: str, rules: list[Any]) -> Dimension:
        self._context["segment"] = name
        found = []
        for place, rule in enumerate(rules, 1):
            if not isinstance(rule, dict):
                raise CannotRun(f"{MODEL}: {name}: rule {place} is no rule. {HOW_TO_SEE}")
            found.append(self._rule(place, rule))
            if found[-1].holds is None:
                return Dimension(name, found)
        raise CannotRun(f"{MODEL}: {name}: the last rule is not for the rest. {HOW_TO_SEE}")

    def _rule(self, place: int, rule: dict[str, Any]) -> Rule:
        conditions = [rule["when"]] if "when" in rule else []
        value = rule.get("value")
        if "value_of" in rule:
            value = f"as {rule['value_of']} says"
            conditions.insert(0, {"metric": rule["value_of"], "is_set": True})
        if not conditions:
            return Rule(place, value, "no rule before it holds")
        self._check(conditions, f"classify[{place - 1}]")
        condition = self._expanded({"all": conditions})
        holds = self._column(self._language.compile_condition(condition, self._context))
        words, seen = self._said(condition), self._seen(condition)
        return Rule(place, value, words, holds, rule.get("value_of"), seen)

    def _said(self, condition: dict[str, Any]) -> str:
        """In words; the outermost condition needs no parentheses."""
        text = self._words.of(condition)
        parts = [condition]
        while len(parts) == 1:
            parts = parts[0].get("all") or parts[0].get("any") or []
        return text[1:-1] if parts else text

    def _check(self, conditions: list[Any], here: str) -> None:
        for condition in conditions:
            self._language._check_condition(condition, here, "customer", 1, self._context)
        wrong = [one for one in self._context["problems"] if one["severity"] == "error"]
        if wrong:
            raise CannotRun(f"{self._language.problem_line(wrong[0])}\n{HOW_TO_SEE}")

    def _seen(self, condition: dict[str, Any]) -> dict[str, str]:
        if "not" in condition:
            return self._seen(condition["not"])
        seen: dict[str, str] = {}
        for part in condition.get("all", []) + condition.get("any", []):
            seen |= self._seen(part)
        name = condition.get("metric", condition.get("property"))
        return seen | {name: self._present(name, condition)} if name else seen

    def _present(self, name: str, condition: dict[str, Any]) -> str:
        if name not in self._columns:
            attribute = self._language._attribute(condition, self._context, "customer")
            self._columns[name] = self._column(attribute["sql"])
        return self._columns[name]


def _rules_of(column: dict[str, Any]) -> list[Any]:
    config = column.get("config") or {}
    meta = config.get("meta") or column.get("meta") or {}
    rules = meta.get("classify")
    return rules if isinstance(rules, list) else []


def _context(language: Any, project: Path) -> dict[str, Any]:
    """What rules can refer to: the columns of the marts that the model names."""
    context = language.context([])
    context["metrics"] = {}
    context["file"] = MODEL
    for mart in _marts(project):
        node = language.graph["nodes"].get(f"model.{mart}")
        if node is None:
            raise CannotRun(f"{MODEL} reads {mart}, whose columns no YAML of models/ describes.")
        for name, column in language._columns_of(node).items():
            if name not in ("tenant_id", "customer_id"):
                context["metrics"].setdefault(name, column)
    return context


def _marts(project: Path) -> list[str]:
    """The marts that the model gives its rules, as its own Jinja says."""
    file = next((project / "models").glob(f"**/{MODEL}.sql"), None)
    if file is None:
        raise CannotRun(f"There is no model {MODEL} under models/.")
    given: list[str] = []
    environment = SandboxedEnvironment()
    environment.globals.update(ref=str, classifications_query=given.extend)
    environment.from_string(file.read_text(encoding="utf-8")).render()
    return given
