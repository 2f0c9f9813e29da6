"""The words of the segment language, from the one vocabulary of the macros."""

from __future__ import annotations

from functools import cache
from typing import Any

from reference.tables import code, models, table
from segments.warehouse import spoken

#: how a page says what kind of value an operator takes
OPERANDS = {
    "scalar": "text, number, true/false",
    "scalars": "a list of them",
    "ordered": "number or text",
    "range": "two of one type, the lower first",
    "text": "text",
    "pattern": "RE2 regular expression",
    "boolean": "true or false",
    "date": "a day, `2024-10-31`",
    "duration": "a duration, `30d`",
}


@cache
def vocabulary() -> dict[str, Any]:
    return spoken().segment_vocabulary()


def meta_keys() -> str:
    rows = [
        (code(key), " and ".join(spec["on"]), spec["docs"])
        for key, spec in vocabulary()["meta_keys"].items()
    ]
    kinds = ", ".join(code(kind) for kind in vocabulary()["segment_types"])
    return f"{table(['key', 'of', 'meaning'], rows)}\n\n`segment_type` is one of {kinds}."


def forms() -> str:
    rows = [(code(form), spec["docs"]) for form, spec in vocabulary()["forms"].items()]
    return table(["form", "meaning"], rows)


def operators() -> str:
    rows = [
        (code(operator), OPERANDS[spec["operand"]], spec["docs"])
        for operator, spec in vocabulary()["operators"].items()
    ]
    return table(["operator", "value", "holds when the value"], rows)


def measures() -> str:
    compared = [name for name, spec in vocabulary()["operators"].items() if spec.get("measures")]
    rows = [
        (code(measure) + (" (`of: FIELD`)" if spec["of"] else ""), spec["docs"], spec["nothing"])
        for measure, spec in vocabulary()["measures"].items()
    ]
    return (
        table(["measure", "meaning", "without such events"], rows)
        + f"\n\nThey compare numbers, with {', '.join(code(name) for name in compared)}."
    )


def windows() -> str:
    rows = [(code(window), docs) for window, docs in vocabulary()["windows"].items()]
    units = ", ".join(f"`{unit}` {spec['name']}" for unit, spec in vocabulary()["units"].items())
    return (
        table(["window", "meaning"], rows)
        + f"\n\nDurations are a whole number and a unit: {units}."
    )


def parameter_types() -> str:
    return f"Types of parameters: {', '.join(map(code, vocabulary()['parameter_types']))}."


def metrics() -> str:
    """Every metric, and the mart that it is read from."""
    context = spoken().context([])
    described = {
        (model["name"], column["name"]): column
        for _, model in models()
        for column in model.get("columns") or []
    }
    rows = []
    for name, attribute in sorted(context["metrics"].items()):
        mart = attribute["relation"]
        column = described[mart, name]
        rows.append(
            (
                code(name),
                column.get("data_type"),
                code(attribute["relation"]),
                column["description"],
            )
        )
    return table(["metric", "type", "mart", "description"], rows)


def properties() -> str:
    return ", ".join(code(name) for name in sorted(spoken().context([])["properties"])) + "."


def event_fields() -> str:
    return ", ".join(code(name) for name in sorted(spoken().context([])["fields"])) + "."


PARTS = {
    "meta_keys": meta_keys,
    "forms": forms,
    "operators": operators,
    "measures": measures,
    "windows": windows,
    "parameter_types": parameter_types,
    "metrics": metrics,
    "properties": properties,
    "event_fields": event_fields,
}
