"""Opens the warehouse and the published marts; each subject's SQL is in its folder sql."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from core.errors import CannotRun, explain
from core.settings import database, engine_settings, serve_folder

SCRIPTS = Path(__file__).resolve().parents[1]


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


@contextmanager
def warehouse() -> Iterator[duckdb.DuckDBPyConnection]:
    """The warehouse, open for writing, as dbt opens it; who writes holds the lock."""
    if not database().exists():
        raise CannotRun(f"There is no {database()} yet. Build it first: scripts/run.py build")
    with duckdb.connect(str(database()), config=engine_settings()) as connection:
        connection.execute("set global TimeZone = 'UTC'")
        yield connection


def sql_of(query: str) -> str:
    """The text of scripts/SUBJECT/sql/NAME.sql, for SUBJECT/NAME."""
    subject, name = query.split("/")
    return (SCRIPTS / subject / "sql" / f"{name}.sql").read_text(encoding="utf-8")


def read(query: str, parameters: dict[str, Any] | None = None) -> tuple[list[str], list[tuple]]:
    """The column names and rows of a subject's query, SUBJECT/NAME, on the warehouse."""
    return rows_of(sql_of(query), parameters=parameters)


def read_marts(
    query: str, parameters: dict[str, Any] | None = None
) -> tuple[list[str], list[tuple]]:
    """The same on the published marts, or on the warehouse where none are published."""
    return rows_of(sql_of(query), parameters=parameters, file=published_file())


def filled(query: str, /, **parts: Any) -> str:
    """The text of a subject's query, its names and literals filled in by Jinja."""
    return fill(sql_of(query), **parts)


def fill(text: str, /, **parts: Any) -> str:
    """A text of SQL with names and literals filled in by Jinja."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(undefined=StrictUndefined, autoescape=False)
    environment.filters |= {
        "name": lambda text: '"' + str(text).replace('"', '""') + '"',
        "literal": lambda text: "'" + str(text).replace("'", "''") + "'",
    }
    return environment.from_string(text).render(**parts)
