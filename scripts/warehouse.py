"""Reads the warehouse and the published marts for the runner; the SQL is in scripts/sql."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
from errors import CannotRun, explain
from settings import SQL, database, serve_folder


def published_file() -> Path | None:
    """The published marts of now, or None where nothing was published yet.

    The link is resolved, so that a process that has an older file open gets the new one.
    """
    link = serve_folder() / "marts.duckdb"
    return link.resolve() if link.exists() else None


def rows_of(
    query: str,
    limit: int | None = None,
    parameters: dict[str, Any] | None = None,
    file: Path | None = None,
) -> tuple[list[str], list[tuple]]:
    """The column names and first rows of a query, on a read-only connection.

    Reads the warehouse, or another database file.
    """
    file = file or database()
    if not file.exists():
        raise CannotRun(f"There is no {file} yet. Build it first: scripts/run.py build")
    try:
        with duckdb.connect(str(file), read_only=True) as connection:
            connection.execute("set TimeZone = 'UTC'")
            result = connection.execute(query, parameters or {})
            columns = [column[0] for column in result.description]
            return columns, result.fetchmany(limit) if limit else result.fetchall()
    except duckdb.Error as error:
        raise CannotRun(explain(str(error))) from None


def read(query: str, parameters: dict[str, Any] | None = None) -> tuple[list[str], list[tuple]]:
    """The column names and rows of scripts/sql/<query>.sql, on the warehouse."""
    return rows_of((SQL / f"{query}.sql").read_text(), parameters=parameters)


def read_marts(
    query: str, parameters: dict[str, Any] | None = None
) -> tuple[list[str], list[tuple]]:
    """The same on the published marts, or on the warehouse where none are published."""
    text = (SQL / f"{query}.sql").read_text()
    return rows_of(text, parameters=parameters, file=published_file())


def filled(query: str, /, **parts: Any) -> str:
    """The text of scripts/sql/<query>.sql, its names and literals filled in by Jinja."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(undefined=StrictUndefined, autoescape=False)
    environment.filters |= {
        "name": lambda text: '"' + str(text).replace('"', '""') + '"',
        "literal": lambda text: "'" + str(text).replace("'", "''") + "'",
    }
    return environment.from_string((SQL / f"{query}.sql").read_text("utf-8")).render(**parts)
