"""The data dictionary: every public model, its grain, and its columns in order."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from reference_tables import cell, code, meta_of, models, table
from settings import PROJECT


def public_models() -> list[tuple[Path, dict[str, Any]]]:
    """Models under models/marts, unless their YAML says they are not public."""
    return [
        (path, model)
        for path, model in models()
        if PROJECT / "models" / "marts" in path.parents
        and (model.get("config") or {}).get("access", model.get("access", "public")) == "public"
    ]


def grain(model: dict[str, Any]) -> str:
    """The first sentence of a description, which says what a row is."""
    text = " ".join(model.get("description", "").split())
    return re.split(r"(?<=[.:;]) ", text)[0].rstrip(".:;") + "."


def key(model: dict[str, Any]) -> str:
    tests = [*(model.get("data_tests") or []), *(model.get("tests") or [])]
    for test in tests:
        if isinstance(test, dict) and "unique_key" in test:
            arguments = test["unique_key"].get("arguments") or test["unique_key"]
            return ", ".join(code(column) for column in arguments["columns"])
    return ""


def values(column: dict[str, Any]) -> list[str]:
    """The closed list of a column's values, where its YAML has one."""
    meta = meta_of(column)
    if isinstance(meta.get("classify"), list):
        named = [rule.get("value") for rule in meta["classify"] if rule.get("value")]
        return list(dict.fromkeys(named))
    if meta.get("values"):
        return list(meta["values"])
    for test in column.get("data_tests") or []:
        if isinstance(test, dict) and "accepted_values" in test:
            arguments = test["accepted_values"].get("arguments") or test["accepted_values"]
            return list(arguments["values"])
    return []


def about(column: dict[str, Any]) -> str:
    text = " ".join(column.get("description", "").split())
    if not (found := values(column)):
        return text
    words = f"Values: {', '.join(code(value) for value in found)}."
    return f"{text} {words}"


def overview() -> str:
    rows = [
        (
            path.parent.name,
            f"[`{model['name']}`](#{model['name']})",
            grain(model),
            len(model.get("columns") or []),
        )
        for path, model in sorted(
            public_models(), key=lambda one: (one[0].parent.name, one[1]["name"])
        )
    ]
    return table(["folder", "mart", "grain", "columns"], rows)


def dictionary() -> str:
    sections = []
    for _, model in sorted(public_models(), key=lambda one: one[1]["name"]):
        columns = [
            (code(column["name"]), column.get("data_type", ""), about(column))
            for column in model.get("columns") or []
        ]
        sections.append(
            f"## {model['name']}\n\n{cell(model.get('description', ''))}\n\n"
            + (f"Key: {key(model)}.\n\n" if key(model) else "")
            + table(["column", "type", "description"], columns)
        )
    return "\n\n".join(sections)


PARTS = {"marts": overview, "columns": dictionary}
