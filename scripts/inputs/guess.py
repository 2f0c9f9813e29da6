"""Guesses a first mapping of files: which of their columns is who, what, when and how much.

Names (names.yml) and values are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from core.errors import CannotRun
from inputs.macros import InputMacros

FORMATS = {"csv": "csv", "tsv": "csv", "txt": "csv", "json": "json", "jsonl": "json",
           "ndjson": "json", "parquet": "parquet"}  # fmt: skip
#: so many rows are looked at
SAMPLE = 2000
#: ways to write a time that strptime reads; ISO 8601 needs none
TIME_FORMATS = (
    "%Y-%m-%d %H:%M:%S %z", "%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%d.%m.%Y",
    "%d-%m-%Y %H:%M:%S", "%d-%m-%Y %H:%M", "%d-%m-%Y", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %H:%M",
    "%m/%d/%Y %I:%M %p", "%m/%d/%Y", "%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y",
    "%Y/%m/%d %H:%M:%S", "%Y/%m/%d", "%Y%m%d",
)  # fmt: skip
#: what tells the lines of one order from those of others; it becomes a property of events
ORDER = r"(order|invoice|transaction|receipt)(_?(id|no|nr|number|name))?"
TIMES = ("event_at", "loaded_at", "signed_up_at", "birth_date", "started_at", "trial_ends_at",
         "cancelled_at", "updated_at")  # fmt: skip
NUMBERS = ("event_value", "mrr", "age", "team_size")


@dataclass
class Column:
    """A column of the files, with some of its values as text."""

    name: str
    type: str
    values: list[str]

    @property
    def words(self) -> str:
        """Its name in small letters, words joined by _: CustomerID, customer-id, Customer Id."""
        text = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", self.name)
        return re.sub(r"\W+|_+", "_", text).strip("_").lower()

    @property
    def quoted(self) -> str:
        plain = re.fullmatch(r"[A-Za-z_]\w*", self.name)
        return self.name if plain else '"' + self.name.replace('"', '""') + '"'


def first_mapping(
    project: Path, files: list[Path], table: str | None
) -> tuple[str, dict[str, Any], list[str]]:
    """Which input table files are, its meta as guessed, and the columns that are left over."""
    path = files[0]
    suffixes = [suffix.lstrip(".").lower() for suffix in path.suffixes]
    form = next((FORMATS[suffix] for suffix in reversed(suffixes) if suffix in FORMATS), None)
    if form is None:
        known = ", ".join(FORMATS)
        raise CannotRun(f"{path.name}: what kind of file is it? Known endings: {known}.")
    meta: dict[str, Any] = {"format": form, "path": [str(file) for file in files]}
    macros = InputMacros(project, None, {})
    options, columns = _columns(macros, path, meta)
    if options:
        meta["options"] = options
    table = table or _table_of(columns)
    meta["columns"], left = _guessed(macros, table, columns)
    return table, meta, left


def _columns(
    macros: InputMacros, path: Path, meta: dict[str, Any]
) -> tuple[dict[str, Any], list[Column]]:
    options = macros.run("found_options", str(path), meta, [])
    names = None
    if meta["format"] == "csv":
        names = macros.run("file_header", str(path), options)
    elif meta["format"] == "json":
        form = "array" if options["format"] == "array" else "newline_delimited"
        keys = macros.query(
            f"""
            select distinct unnest(json_keys(json))
            from (
                from read_json_objects({macros.run("sql_text", str(path))}, format = '{form}')
                limit {SAMPLE}
            )
            where json_type(json) = 'OBJECT'
            """
        )
        names = sorted(key for (key,) in keys)
    rejects = ["new_errors", "new_scans"] if meta["format"] == "csv" else None
    rows = macros.run("read_files", [str(path)], meta["format"], options, names, rejects)
    macros.query(f"create or replace table sample as from {rows} limit {SAMPLE}")
    found = []
    for name, kind, *_ in macros.query("describe sample"):
        if name not in ("%file", "%row"):
            column = macros.run("quoted_name", name)
            values = macros.query(
                f"select cast({column} as varchar) from sample where nullif(trim(cast({column} as"
                " varchar)), '') is not null"
            )
            found.append(Column(name, kind, [value for (value,) in values]))
    unusual = {
        k: v
        for k, v in options.items()
        if (k, v) not in {("delim", ","), ("format", "newline_delimited")}
    }
    return unusual, found


@cache
def _names() -> dict[str, dict[str, list[str]]]:
    return yaml.safe_load((Path(__file__).parent / "names.yml").read_text(encoding="utf-8"))


def _table_of(columns: list[Column]) -> str:
    words = {column.words for column in columns}
    if words & {"mrr", "plan", "plan_id", "trial_end", "trial_ends_at", "subscription_id"}:
        return "subscriptions"
    names = _names()["events"]
    if any(_place(names["event_type"], word) for word in words):
        return "events"
    is_person = {"signed_up_at", "email", "birth_date", "age", "gender", "created_at"} & words
    has_value = any(_place(names["event_value"], word) for word in words)
    return "customers" if is_person and not has_value else "events"


def _guessed(
    macros: InputMacros, table: str, columns: list[Column]
) -> tuple[dict[str, Any], list[str]]:
    """The canonical columns with their expressions, and the columns that nothing uses."""
    mapped: dict[str, Any] = {}
    used: set[str] = set()
    for name, patterns in _names()[table].items():
        best = None
        for column in columns:
            if column.name in used or not (place := _place(patterns, column.words)):
                continue
            expression = _expression(macros, name, column)
            if expression is not None and (best is None or place < best[0]):
                best = (place, column, expression)
        if best:
            mapped[name] = best[2]
            used.add(best[1].name)
    if table == "events":
        # whatever it is called, the only column of times is when it happened
        times = [(c, _time(macros, c)) for c in columns if c.values and c.name not in used]
        times = [(column, expression) for column, expression in times if expression is not None]
        if "event_at" not in mapped and len(times) == 1:
            mapped["event_at"] = times[0][1]
            used.add(times[0][0].name)
        mapped.setdefault("event_type", "'purchase'")
        order = next((c for c in columns if re.fullmatch(ORDER, c.words)), None)
        if order and order.name not in used and "event_properties" not in mapped:
            mapped["event_properties"] = f"json_object('order_id', {order.quoted})"
            used.add(order.name)
    return mapped, [column.name for column in columns if column.name not in used]


def _place(patterns: list[str], words: str) -> int | None:
    """How likely a name is one of those that a column has: the place of its pattern, from 1."""
    places = (n for n, pattern in enumerate(patterns, 1) if re.fullmatch(pattern, words))
    return next(places, None)


def _expression(macros: InputMacros, name: str, column: Column) -> Any:
    """The expression for a canonical column over a column; None when its values do not fit."""
    if not column.values:
        return column.quoted
    if name in TIMES:
        return _time(macros, column)
    if name in NUMBERS:
        return _number(column)
    if name == "event_type" and len(set(column.values)) > max(50, len(column.values) // 5):
        return None
    if name == "event_id" and len(set(column.values)) < len(column.values):
        return None
    return column.quoted


def _time(macros: InputMacros, column: Column) -> Any:
    if column.type.startswith(("TIMESTAMP", "DATE")):
        return column.quoted
    if column.type != "VARCHAR":
        return None
    values = "[" + ", ".join(macros.run("sql_text", v) for v in column.values[:500]) + "]"

    def all_are(expression: str) -> bool:
        query = f"select count(*) = count({expression}) from (select unnest({values}) as value)"
        return bool(macros.query(query)[0][0])

    if all_are("try_cast(value as timestamptz)"):
        return column.quoted
    for form in TIME_FORMATS:
        if all_are(f"try_strptime(value, '{form}')"):
            return {"column": column.quoted, "format": form}
    return None


def _number(column: Column) -> Any:
    if column.type != "VARCHAR":
        return column.quoted if re.match("[A-Z]*(INT|DOUBLE|FLOAT|DECIMAL)", column.type) else None
    tests: tuple[tuple[str, Callable[[], Any]], ...] = (
        (r"\s*-?\d+(\.\d+)?\s*", lambda: column.quoted),
        (r"\s*-?\d{1,3}(\.?\d{3})*(,\d+)?\s*", lambda: {"column": column.quoted, "decimal": ","}),
    )
    for pattern, expression in tests:
        if all(re.fullmatch(pattern, value) for value in column.values):
            return expression()
    return None
