"""What an input's files give: each canonical column with its expression, type and values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from core.errors import CannotRun
from inputs.macros import TABLES, InputMacros

#: a value in the report is not longer than this
WIDTH = 24
REASONS = """
select coalesce(typing_problem, 'customer_id ' || customer_id || ' is no id') as reason, count(*)
from {typed}
where typing_problem is not null or {is_junk}
group by reason
order by 2 desc, 1
"""


@dataclass
class Table:
    """One table of an input, or one feed of it, as it was read."""

    name: str
    files: int
    rows: int
    columns: list[dict[str, Any]]
    unused: list[str]
    unmapped: list[str]
    rejected: list[tuple[str, int]] = field(default_factory=list)
    left_out: int = 0


def checked(macros: InputMacros) -> list[Table]:
    """Every table of the input; the first thing that is wrong stops with a message."""
    tables = macros.run("input_tables")
    if "events" not in tables:
        raise CannotRun("The input has no table events.")
    for name, meta in tables.items():
        if name not in TABLES:
            raise CannotRun(f"{name} is no input table. There are: {', '.join(TABLES)}.")
        macros.run("check_input_table", name, meta)
    return [_read(macros, name, meta) for name, meta in macros.run("input_feeds").items()]


def _read(macros: InputMacros, name: str, meta: dict[str, Any]) -> Table:
    """What one feed gives: a table, or a part of its `from`."""
    files = macros.run("input_files", name)
    if macros.run("is_text_format", meta["format"]):
        macros.run("read_text_files", name, files)
        macros.run("note_input_files", name, files)
    groups = macros.run("groups_to_type", name, files)
    typed = f"typed_{name}"
    macros.query(f"create table {typed} as {macros.run('typed_rows', name, files)}")
    types = macros.run("input_types", name, groups[0])
    mapped = macros.run("canonical_columns", name)
    there = {column for group in groups for column in group["columns"]}
    # the names of what a mapping uses are written as people like
    used = {name.lower() for name in macros.run("mapped_names", meta)}
    is_junk = macros.run("is_junk_id", "customer_id")
    return Table(
        meta["place"],
        len(files),
        macros.query(f"select count(*) from {typed}")[0][0],
        [
            _column(macros, typed, column, meta["written"][column["name"]], types)
            for column in mapped
            if column["name"] in meta["columns"]
        ],
        sorted(column for column in there if column.lower() not in used),
        [column["name"] for column in mapped if column["name"] not in meta["columns"]],
        macros.query(REASONS.format(typed=typed, is_junk=is_junk)),
        _left_out(macros, name, files),
    )


def _left_out(macros: InputMacros, name: str, files: list[dict[str, Any]]) -> int:
    """How many rows of the files do not meet the conditions of a feed."""
    kept = macros.run("kept_rows_query", name, files)
    if not kept:
        return 0
    rows = " union all ".join(
        f"select count(*) as row_count from {macros.run('group_relation', name, group)}"
        for group in macros.run("groups_to_type", name, files)
    )
    return macros.query(
        f"select (select sum(row_count) from ({rows})) - (select sum(row_count) from ({kept}))"
    )[0][0]


def _column(
    macros: InputMacros, typed: str, column: dict[str, Any], expression: Any, types: dict[str, str]
) -> dict[str, Any]:
    secret = column["kind"] == "secret"
    stored = f"{column['name']}_hash" if secret else column["name"]
    shown = f"cast({stored} as varchar)"
    if column["kind"] == "number":
        # decimals are stored with ten places
        shown = f"rtrim(rtrim({shown}, '0'), '.')"
    count, filled, bad, values = macros.query(
        f"""
        select
            count(*),
            count({stored}),
            count(*) filter (where ', ' || bad_cells || ', ' like '%, {column["name"]}, %'),
            (
                select list(value order by frequency desc, value)
                from (
                    select left({shown}, {WIDTH}) as value, count(*) as frequency
                    from {typed}
                    where {stored} is not null
                    group by value
                    order by frequency desc, value
                    limit 5
                )
            )
        from {typed}
        """
    )[0]
    return {
        "column": column["name"],
        "expression": " ".join(str(expression).split()),
        "type": types.get(column["name"]),
        "null_share": round(1 - filled / count, 4) if count else None,
        "unreadable": bad,
        "values": ["(hashed)"] if secret and values else values or [],
    }
