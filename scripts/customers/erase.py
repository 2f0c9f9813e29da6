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

Connection = duckdb.DuckDBPyConnection
#: the table whose rows may have an anonymous id alone; archives hold rows of it
EVENTS = "base_events"


class _Person:
    """Who is erased, and what was found of them: (place, rows) in the order of the work."""

    def __init__(self, tenant: str, customer: str) -> None:
        self.key = {"tenant": tenant, "customer": customer}
        self.found: list[tuple[str, int]] = []

    def note(self, place: str, rows: int) -> None:
        if rows:
            self.found.append((place, rows))

    def condition(self, table: str) -> str:
        """Which rows of a table are theirs; events may also know them as a visitor."""
        return filled("customers/is_theirs", with_visitor=table == EVENTS, **self.key)

    def run(self, connection: Connection, query: str, table: str, **parts: object) -> Connection:
        """A query of this subject about the rows of theirs in a table."""
        own = {"is_theirs": self.condition(table), **self.key}
        return connection.execute(filled(f"customers/{query}", table=table, **parts, **own))

    def delete_from(self, connection: Connection, place: str, is_warehouse: bool) -> None:
        """Every table with rows of customers; what files said is noted to be read again."""
        for schema, table, is_read in connection.execute(
            sql_of("customers/personal_tables")
        ).fetchall():
            source = fill("{{ s | name }}.{{ t | name }}", s=schema, t=table)
            (rows,) = self.run(connection, "count_rows", table, source=source).fetchone()
            self.note(f"{place}: {table}", rows)
            if not rows:
                continue
            if is_warehouse and table == "segment_transitions":
                self.run(connection, "erase_sum_transitions", table)
            query = "erase_read_again" if is_warehouse and is_read else "erase_rows"
            self.run(connection, query, table, schema=schema)

    def rewrite_parquet(self, connection: Connection, file: Path, table: str) -> None:
        """The same for a file of rows of a table."""
        source = fill("read_parquet({{ f | literal }})", f=file)
        (rows,) = self.run(connection, "count_rows", table, source=source).fetchone()
        self.note(f"{file.parent.name}/{file.name}", rows)
        if rows:
            part = file.with_suffix(".part")
            self.run(connection, "parquet_without", table, file=file, target=part)
            _replace(part, file)

    def rewrite_marts(self, file: Path) -> None:
        """The same for a published database."""
        part = file.with_suffix(".part")
        shutil.copy(file, part)
        part.chmod(0o644)
        before = len(self.found)
        with duckdb.connect(str(part)) as connection:
            self.delete_from(connection, f"{file.parent.name}/{file.name}", is_warehouse=False)
        if len(self.found) > before:
            compact = _compacted(part, f"(storage_version '{STORAGE_VERSION}')")
            _replace(compact, file)
        part.unlink()


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
                connection.begin()
                salt = os.environ.get("SEGMENTATION_SALT", "")
                connection.execute(filled("customers/erase_begin", salt=salt, **person.key))
                person.delete_from(connection, database().name, is_warehouse=True)
                connection.execute(sql_of("customers/erase_seal_runs"))
                connection.commit()
                for (folder,) in connection.execute(sql_of("customers/archive_folders")).fetchall():
                    for file in sorted(Path(folder).glob("*.parquet")):
                        person.rewrite_parquet(connection, file, EVENTS)
                connection.execute("checkpoint")
            _replace(_compacted(database()), database())
            for file in sorted(serve_folder().glob("*/marts.duckdb")):
                person.rewrite_marts(file)
            with duckdb.connect() as connection:
                for file in sorted(serve_folder().glob("*/members.parquet")):
                    person.rewrite_parquet(connection, file, "segment_members")
    except duckdb.CatalogException:
        raise CannotRun(
            "The warehouse was not built yet, or by an earlier version: build."
        ) from None
    except (duckdb.Error, OSError) as error:
        raise CannotRun(
            f"{explain(str(error))}\nRun it again: what is left is erased then."
        ) from None
    return person.found


def _compacted(file: Path, storage: str = "") -> Path:
    """A database written anew: what was deleted stays in the blocks of the old file."""
    part = file.with_name(f"{file.name}.compact")
    part.unlink(missing_ok=True)
    with duckdb.connect() as connection:
        connection.execute(fill("attach {{ f | literal }} as old (read_only)", f=file))
        connection.execute(fill("attach {{ f | literal }} as compact " + storage, f=part))
        connection.execute("copy from database old to compact")
    return part


def _replace(part: Path, file: Path) -> None:
    with part.open("rb") as written:
        os.fsync(written.fileno())
    part.chmod(file.stat().st_mode)
    os.replace(part, file)
