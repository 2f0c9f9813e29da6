"""Forgets a person: every row about them in the warehouse, the archives and what is published."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import duckdb

from core.errors import CannotRun, explain
from core.lock import one_run_at_a_time
from core.settings import database, serve_folder
from core.warehouse import fill, filled, read, sql_of, warehouse
from publishing.publish import STORAGE_VERSION


class _Person:
    """Who is erased, and what was found of them: (place, rows) in the order of the work."""

    def __init__(self, tenant: str, customer: str) -> None:
        self.key = {"tenant": tenant, "customer": customer}
        self.found: list[tuple[str, int]] = []

    def note(self, place: str, rows: int) -> None:
        if rows:
            self.found.append((place, rows))

    def count(self, connection: duckdb.DuckDBPyConnection, source: str) -> int:
        counted = connection.execute(filled("customers/count_rows", source=source, **self.key))
        return counted.fetchone()[0]

    def delete_from(
        self, connection: duckdb.DuckDBPyConnection, place: str, is_warehouse: bool
    ) -> None:
        """Every table with rows of customers; what files said is noted to be read again."""
        for schema, table, is_read in connection.execute(
            sql_of("customers/personal_tables")
        ).fetchall():
            rows = self.count(connection, fill("{{ s | name }}.{{ t | name }}", s=schema, t=table))
            self.note(f"{place}: {table}", rows)
            if is_warehouse and table == "segment_transitions":
                connection.execute(filled("customers/erase_sum_transitions", **self.key))
            if is_warehouse and is_read:
                connection.execute(filled("customers/erase_read_again", table=table, **self.key))
            elif rows:
                erased = filled("customers/erase_rows", schema=schema, table=table, **self.key)
                connection.execute(erased)


def tenant_of(customer: str) -> str:
    """The tenant of a customer, where one alone has the id."""
    tenants = [row[0] for row in read("customers/tenants_of", {"customer_id": customer})[1]]
    if not tenants:
        raise CannotRun(
            f"No tenant has a customer {customer}. To reject them in files that are still to"
            " come, name the tenant: --tenant TENANT"
        )
    if len(tenants) > 1:
        raise CannotRun(
            f"Several tenants have a customer {customer}: {', '.join(tenants)}. Say which:"
            " --tenant TENANT"
        )
    return tenants[0]


def erase(tenant: str, customer: str) -> list[tuple[str, int]]:
    """Removes a customer of a tenant; returns how many rows of them there were, and where.

    Each part is whole or not done: the warehouse in one transaction, each file replaced at
    once. Killed in between, the command is to be run again.
    """
    person = _Person(tenant, customer)
    try:
        with one_run_at_a_time():
            with warehouse() as connection:
                folders = _folders(connection)
                connection.begin()
                salt = os.environ.get("SEGMENTATION_SALT", "")
                connection.execute(filled("customers/erase_begin", salt=salt, **person.key))
                person.delete_from(connection, database().name, is_warehouse=True)
                connection.execute(sql_of("customers/erase_seal_runs"))
                connection.commit()
                for folder in folders:
                    for file in sorted(folder.glob("*.parquet")):
                        _rewrite_parquet(connection, person, file)
                connection.execute("checkpoint")
            _compact(database())
            for file in sorted(serve_folder().glob("*/marts.duckdb")):
                _rewrite_marts(person, file)
            with duckdb.connect() as connection:
                for file in sorted(serve_folder().glob("*/members.parquet")):
                    _rewrite_parquet(connection, person, file)
    except duckdb.CatalogException:
        raise CannotRun(
            "The warehouse was not built yet, or by an earlier version: build."
        ) from None
    except (duckdb.Error, OSError) as error:
        raise CannotRun(
            f"{explain(str(error))}\nRun it again: what is left is erased then."
        ) from None
    return person.found


def _folders(connection: duckdb.DuckDBPyConnection) -> list[Path]:
    return [
        Path(row[0]) for row in connection.execute(sql_of("customers/archive_folders")).fetchall()
    ]


def _rewrite_parquet(connection: duckdb.DuckDBPyConnection, person: _Person, file: Path) -> None:
    rows = person.count(connection, fill("read_parquet({{ f | literal }})", f=file))
    person.note(f"{file.parent.name}/{file.name}", rows)
    if rows:
        part = file.with_suffix(".part")
        connection.execute(
            filled("customers/parquet_without", file=file, target=part, **person.key)
        )
        _replace(part, file)


def _rewrite_marts(person: _Person, file: Path) -> None:
    part = file.with_suffix(".part")
    shutil.copy(file, part)
    part.chmod(0o644)
    with duckdb.connect(str(part)) as connection:
        before = len(person.found)
        person.delete_from(connection, f"{file.parent.name}/{file.name}", is_warehouse=False)
        is_other = len(person.found) > before
        connection.execute("checkpoint")
    if is_other:
        _compact(part, f"(storage_version '{STORAGE_VERSION}')")
        _replace(part, file)
    else:
        part.unlink()


def _compact(file: Path, storage: str = "") -> None:
    """Writes a database anew: what was deleted stays in the blocks of the old file."""
    part = file.with_name(f"{file.name}.compact")
    part.unlink(missing_ok=True)
    with duckdb.connect() as connection:
        connection.execute(fill("attach {{ f | literal }} as old (read_only)", f=file))
        connection.execute(fill("attach {{ f | literal }} as compact " + storage, f=part))
        connection.execute("copy from database old to compact")
        connection.execute("detach compact")
        connection.execute("detach old")
    os.replace(part, file)


def _replace(part: Path, file: Path) -> None:
    with part.open("rb") as written:
        os.fsync(written.fileno())
    part.chmod(file.stat().st_mode)
    os.replace(part, file)
