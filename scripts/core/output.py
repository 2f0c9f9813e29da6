"""Data to stdout: a table for people, JSON or CSV for programs."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import click

FORMATS = ("table", "json", "csv")


def format_option(*formats: str) -> Any:
    """The option --format of a command, which says how its data is written."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats or FORMATS),
        default="table",
        show_default=True,
        help="How the data is written to stdout.",
    )


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def cell(value: Any) -> Any:
    """A value as a field of CSV: lists as JSON has them, true and false likewise."""
    if isinstance(value, (list, tuple, dict, bool)):
        return json.dumps(value, ensure_ascii=False, default=plain)
    return plain(value)


def shown(value: Any) -> str:
    """A value in a table; what would steer the terminal is written as an escape."""
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, (list, tuple)):
        return ", ".join(shown(part) for part in value)
    text = str(plain(value))
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def say(message: str) -> None:
    """Tells something that is not data."""
    click.echo(message, err=True)


def write_table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    rows = list(rows)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for place, column in enumerate(columns):
        values = [row[place] for row in rows if row[place] is not None]
        is_number = bool(values) and all(
            isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)
            for value in values
        )
        table.add_column(
            column.replace("_", " "), justify="right" if is_number else "left", overflow="fold"
        )
    for row in rows:
        table.add_row(*(Text(shown(value)) for value in row))
    console = Console(file=sys.stdout, highlight=False)
    if console.is_terminal:
        console.print(table)
        return
    # a pipe has no width: nothing is folded that a program would have to unfold, and one
    # long value does not pad all lines
    console = Console(file=sys.stdout, highlight=False, width=100_000)
    console.width = max(console.measure(table).maximum, 1)
    with console.capture() as written:
        console.print(table)
    click.echo("\n".join(line.rstrip() for line in written.get().splitlines()))


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[Any]], form: str) -> None:
    """Rows as a table, as a JSON list of objects, or as CSV with a header."""
    if form == "json":
        write_json([dict(zip(columns, row, strict=True)) for row in rows])
    elif form == "csv":
        buffer = io.StringIO()
        writer = csv.writer(buffer, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([cell(value) for value in row] for row in rows)
        click.echo(buffer.getvalue(), nl=False)
    else:
        write_table(columns, rows)


def write_json(content: Any) -> None:
    click.echo(json.dumps(content, indent=2, ensure_ascii=False, default=plain))
