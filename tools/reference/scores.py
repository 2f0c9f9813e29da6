"""Scores and classifications as tables: from the vars, the rules and the segment maps."""

from __future__ import annotations

import csv
import re
from functools import cache
from typing import Any

from core.settings import PROJECT
from customers.rules import Rules
from reference.settings import settings
from reference.tables import code, table
from segments.warehouse import spoken

SIGNS = {"lte": "at most", "lt": "less than", "gte": "at least", "gt": "more than"}
RULE = re.compile(r"\('([^']+)', '([^']+)'\)")


class Said(Rules):
    """The rules of all dimensions, and any other condition in their words."""

    def words(self, condition: dict[str, Any]) -> str:
        return self._said(self._expanded(condition))


@cache
def rules() -> Said:
    return Said(spoken(), PROJECT)


@cache
def var(name: str) -> Any:
    return next(one.default for one in settings() if one.name == name)


def engagement() -> str:
    parts = var("scores")["engagement"]
    tables = []
    for name, part in parts.items():
        rows = []
        for step in part["steps"]:
            sign = next((sign for sign in SIGNS if sign in step), None)
            metric = code(step.get("metric", part["metric"]))
            holds = f"{metric} is {SIGNS[sign]} {step[sign]}" if sign else "everybody else"
            rows.append((holds, step["points"]))
        tables.append(
            f"**{name}**, weight {part['weight']:.2f}\n\n" + table(["when", "points"], rows)
        )
    return "\n\n".join(tables)


def commerce() -> str:
    rows = [
        (name, code(part["metric"]), part["points"], part["cap"])
        for name, part in var("scores")["commerce"].items()
    ]
    return table(["part", "metric", "points", "all of them from"], rows)


def pql() -> str:
    score = var("scores")["pql"]
    groups = {name: one for name, one in score.items() if isinstance(one, dict)}
    rows = [
        (group, f"{one['weight']:.2f}", code(name), signal["points"], rules().words(signal["when"]))
        for group, one in groups.items()
        if group != "urgency"
        for name, signal in one["signals"].items()
    ]
    urgent = [
        (code(name), signal["multiplier"], rules().words(signal["when"]))
        for name, signal in groups["urgency"].items()
    ]
    return (
        f"A product-qualified lead has a score of {score['threshold']} or more.\n\n"
        + table(["group", "weight", "signal", "points", "earned when"], rows)
        + "\n\n"
        + table(["urgency", "times", "when"], urgent)
    )


def rfm() -> str:
    rows = []
    for name, model in var("rfm_models").items():
        for part in ("recency", "frequency", "monetary"):
            score = model[part]
            cuts = ", ".join(str(cut) for cut in score.get("cuts", [])) or "quintiles"
            rows.append((code(name), model["population"], part, code(score["metric"]), cuts))
    return table(["model", "customers", "score", "metric", "cuts"], rows)


def rfm_map() -> str:
    maps: dict[tuple[str, str], list[str]] = {}
    with open(PROJECT / "seeds" / "rfm_segment_map.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            mark = "*" if row["is_completed"] == "true" else ""
            found = maps.setdefault((row["segment_map"], row["segment"]), [])
            found.append(row["rfm_code"] + mark)
    rows = [
        (code(name), segment, len(codes), " ".join(sorted(codes, reverse=True)))
        for (name, segment), codes in sorted(maps.items())
    ]
    return table(["map", "segment", "codes", "which"], rows).replace("*", "\\*")


def rfm_rules() -> str:
    text = (PROJECT / "macros" / "scoring" / "rfm_rule_segment.sql").read_text(encoding="utf-8")
    rows = [*((label, code(rule)) for label, rule in RULE.findall(text)), ("Others", "the rest")]
    return table(["rule_segment", "first that holds"], rows)


def journey() -> str:
    days = var("scores")["journey"]["retention_after_days"]
    return (
        f"A first order that is older than {days} days makes the stage retention. "
        "The other rules of the stages are the dimension journey_stage, below."
    )


def classifications() -> str:
    sections = []
    for dimension in rules().dimensions:
        rows = [(rule.place, rule.value, rule.words) for rule in dimension.rules]
        sections.append(f"### {dimension.name}\n\n" + table(["", "value", "holds when"], rows))
    return "\n\n".join(sections)


PARTS = {
    "engagement_score": engagement,
    "commerce_score": commerce,
    "pql_score": pql,
    "rfm_models": rfm,
    "rfm_segment_map": rfm_map,
    "rfm_rules": rfm_rules,
    "journey": journey,
    "classifications": classifications,
}
