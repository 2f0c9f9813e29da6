"""Markdown tables, and the YAML that several references read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from core.settings import PROJECT


def cell(value: Any) -> str:
    """A text on one line that does not end its cell."""
    text = " ".join(str(value).split())
    return re.sub(r"(?<!\\)\|", r"\\|", text)


def code(value: Any) -> str:
    return f"`{value}`" if value not in (None, "") else ""


def table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join("| " + " | ".join(cell(value) for value in line) + " |" for line in lines)


def meta_of(described: dict[str, Any]) -> dict[str, Any]:
    """What stands under meta, of a model or a column, in either of dbt's places."""
    return (described.get("config") or {}).get("meta") or described.get("meta") or {}


@cache
def models() -> tuple[tuple[Path, dict[str, Any]], ...]:
    """Every model that the YAML describes, with the file that describes it."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return tuple(
        (path, model)
        for path in sorted((PROJECT / "models").glob("**/*.yml"))
        for model in (yaml.load(path.read_text(encoding="utf-8"), loader) or {}).get("models") or []
    )
