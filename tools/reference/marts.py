"""The data dictionary: every public model, its grain, and its columns in order."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from core.settings import PROJECT
from reference.tables import cell, code, meta_of, models, table


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


def promise(model: dict[str, Any]) -> dict[str, Any]:
    """The arguments of the model's data test `promise`."""
    for test in model.get("data_tests") or []:
        if isinstance(test, dict) and "promise" in test:
            return test["promise"]["arguments"]
    return {}


def key(model: dict[str, Any]) -> str:
    """The columns that are unique together."""
    promised = promise(model)
    columns = promised.get("grain") or next(iter(promised.get("unique") or []), [])
    return ", ".join(code(column) for column in columns)


def values(column: dict[str, Any], promised: dict[str, list]) -> list[str]:
    """The closed list of a column's values, where its YAML or the promise has one."""
    meta = meta_of(column)
    if isinstance(meta.get("classify"), list):
        named = [rule.get("value") for rule in meta["classify"] if rule.get("value")]
        return list(dict.fromkeys(named))
    return list(meta.get("values") or promised.get(column["name"]) or [])


def about(column: dict[str, Any], promised: dict[str, list]) -> str:
    text = " ".join(column.get("description", "").split())
    if not (found := values(column, promised)):
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
        promised = promise(model).get("values") or {}
        columns = [
            (code(column["name"]), column.get("data_type", ""), about(column, promised))
            for column in model.get("columns") or []
        ]
        sections.append(
            f"## {model['name']}\n\n{cell(model.get('description', ''))}\n\n"
            + (f"Key: {key(model)}.\n\n" if key(model) else "")
            + table(["column", "type", "description"], columns)
        )
    return "\n\n".join(sections)


PARTS = {"marts": overview, "columns": dictionary}
