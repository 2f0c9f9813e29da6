"""Reads the warehouse for the runner; the SQL is in scripts/sql."""

from __future__ import annotations

from typing import Any

import duckdb
from errors import CannotRun, explain
from settings import SQL, database


def rows_of(
    query: str, limit: int | None = None, parameters: dict[str, Any] | None = None
) -> tuple[list[str], list[tuple]]:
    """The column names and first rows of a query, on a read-only connection."""
    if not database().exists():
        raise CannotRun(f"There is no {database()} yet. Build it first: scripts/run.py build")
    try:
        with duckdb.connect(str(database()), read_only=True) as connection:
            connection.execute("set TimeZone = 'UTC'")
            result = connection.execute(query, parameters or {})
            columns = [column[0] for column in result.description]
            return columns, result.fetchmany(limit) if limit else result.fetchall()
    except duckdb.Error as error:
        raise CannotRun(explain(str(error))) from None


def read(query: str, parameters: dict[str, Any] | None = None) -> tuple[list[str], list[tuple]]:
    """The column names and rows of scripts/sql/<query>.sql."""
    return rows_of((SQL / f"{query}.sql").read_text(), parameters=parameters)
