"""Reads what the warehouse says of one customer, and why."""

from __future__ import annotations

from typing import Any

from core.errors import CannotRun
from core.output import shown
from core.settings import PROJECT, database
from core.warehouse import read
from customers.rules import Dimension, Rules
from segments.warehouse import BUILD_FIRST, evaluate, fetch, named, readable, spoken, tenant_of


class Profile:
    """The 360 view of a customer, the reasons of the classifications, and the segments."""

    def __init__(self, customer_id: str, tenant: str | None) -> None:
        self.notes: list[str] = []
        tenant = tenant_of(customer_id, tenant)
        self._key = {"tenant_id": tenant, "customer_id": customer_id}
        self.view = self._row("customers/view")
        self._built = self._row("customers/classified")
        rules = Rules(spoken(), PROJECT)
        columns, rows = evaluate("explain_customer", {"evaluated": rules.query()}, **self._key)
        self._row_of_rules = dict(zip(columns, rows[0], strict=True))
        self.reasons = [self._reason(dimension) for dimension in rules.dimensions]
        self.segments = self._segments()

    def whole(self) -> dict[str, Any]:
        return {"customer": self.view, "reasons": self.reasons, "segments": self.segments}

    def _row(self, query: str) -> dict[str, Any]:
        columns, rows = readable(read, query, parameters=self._key)
        if not rows:
            raise CannotRun(
                f"{database()} is not whole: a mart does not know customer"
                f" {named(self._key['customer_id'])} yet. {BUILD_FIRST}"
            )
        return dict(zip(columns, rows[0], strict=True))

    def _reason(self, dimension: Dimension) -> dict[str, Any]:
        row = self._row_of_rules
        matched = dimension.matched(row)
        near = [rule.of(row) for rule in dimension.near(matched)]
        value = matched.value_in(row)
        self._tell_of_edits(dimension.name, value)
        return {
            "dimension": dimension.name,
            **matched.of(row),
            "value": value,
            "rules": len(dimension.rules),
            "near": near,
        }

    def _tell_of_edits(self, name: str, value: str) -> None:
        if name not in self._built:
            self.notes.append(f"{name} is not built yet; this is what a build would make of it.")
        elif self._built[name] != value:
            self.notes.append(
                f"The rules of {name} were edited since the last build, which made it"
                f" {shown(self._built[name])}; this is about the file."
            )

    def _segments(self) -> list[dict[str, Any]] | None:
        try:
            columns, rows = fetch("of_customer", **self._key, with_history=False)
        except CannotRun as error:
            # the 360 view is worth showing where segments were left out of the build
            self.notes.append(f"Without segments: {error.message}")
            return None
        return [dict(zip(columns, row, strict=True)) for row in rows]
