"""Why a segment is as large as it is, and why a customer is in it or not."""

from __future__ import annotations

from typing import Any

from core.errors import CannotRun
from core.output import say, shown
from segments.steps import Step, Steps
from segments.warehouse import (
    as_of,
    check_tenant,
    definitions,
    evaluate,
    fetch,
    named,
    nearest,
    right_context,
    spoken,
    tenant_of,
)

Rows = tuple[list[str], list[list[Any]]]


class Explanation:
    """A segment's definition as it is in its file, on the data of the last build."""

    def __init__(self, name: str) -> None:
        self.day = as_of()
        self.name = name
        language = spoken()
        written = definitions()
        context = right_context(language, written)
        if name not in context["segments"]:
            raise CannotRun(
                f"No segment {named(name)} is defined. {nearest(name, context['segments'])}"
            )
        steps = Steps(language, context).add_segment(name)
        self.steps: list[Step] = steps.steps
        self.query: str = language.flags_query(steps.expressions, context)
        self._tell_of_edits(language, context)

    def _tell_of_edits(self, language: Any, context: dict[str, Any]) -> None:
        build = {"context": context, "wrong": {}}
        row = language.segment_row(context["segments"][self.name], build)
        built = {name: digest for name, digest, _ in fetch("built")[1]}
        if self.name not in built and "." not in self.name:
            say(f"{self.name} is not built yet; this is what a build would make of it.")
        elif built.get(self.name, row["criteria_hash"]) != row["criteria_hash"]:
            say(f"{self.name} was edited since the last build; this is about its file.")

    def words(self, step: Step) -> str:
        return "    " * step.depth + step.words

    def attrition(self, tenant: str | None) -> Rows:
        """How many customers pass each condition alone, and after those before it."""
        check_tenant(tenant)
        sequence = [step.passes for step in self.steps if step.is_top]
        columns, rows = evaluate(
            "explain",
            {
                "evaluated": self.query,
                "steps": [step.passes for step in self.steps],
                "sequence": sequence,
            },
            tenant_id=tenant,
        )
        counts = dict(zip(columns, rows[0], strict=True))
        found: list[list[Any]] = [[None, "every customer", None, counts["customers"], None]]
        before = counts["customers"]
        for step in self.steps:
            after = counts[f"after_{step.passes}"] if step.is_top else None
            number = sequence.index(step.passes) + 1 if step.is_top else None
            lost = before - after if step.is_top else None
            found.append(
                [
                    number,
                    self.words(step),
                    counts[f"alone_{step.passes}"],
                    after,
                    lost,
                ]
            )
            before = after if step.is_top else before
        return ["step", "condition", "pass_alone", "pass_so_far", "lost_here"], found

    def of_customer(self, customer: str, tenant: str | None) -> tuple[Rows, str]:
        """What each condition says of a customer, and that in one sentence."""
        tenant = tenant_of(customer, tenant)
        columns, rows = evaluate(
            "explain_customer",
            {"evaluated": self.query},
            tenant_id=tenant,
            customer_id=customer,
        )
        row = dict(zip(columns, rows[0], strict=True))
        failing = next((step for step in self.steps if step.is_top and not row[step.passes]), None)
        found, number = [], 0
        for step in self.steps:
            number += step.is_top
            found.append(
                [
                    number if step.is_top else None,
                    self.words(step),
                    step.value_of(row),
                    row[step.passes],
                    step is failing,
                ]
            )
        who = f"{shown(customer)} ({shown(tenant)})"
        if failing:
            verdict = f"{who} is not in {self.name}: the first that fails is: {failing.words}"
        else:
            verdict = f"{who} is in {self.name}: every condition holds"
        return (["step", "condition", "value", "passes", "is_first_failing"], found), verdict
