"""Moves old events to Parquet files: write, read back, compare, and only then delete."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import yaml

from core.errors import CannotRun, explain
from core.lock import one_run_at_a_time
from core.settings import PROJECT
from core.warehouse import sql_of, warehouse


@dataclass
class Month:
    """A month of an archive: its file, the rows in it, and its size."""

    month: str
    rows: int
    file: Path

    @property
    def bytes(self) -> int:
        return self.file.stat().st_size


def retention_days(variables: dict[str, Any]) -> int:
    """The var retention_days, checked."""
    project = yaml.safe_load((PROJECT / "dbt_project.yml").read_text())
    days = variables.get("retention_days", project["vars"]["retention_days"])
    if days is None:
        raise CannotRun(
            "The var retention_days is null: all events are kept. Set it in dbt_project.yml,"
            " or say --var retention_days=730."
        )
    if not isinstance(days, int) or isinstance(days, bool) or days < 1:
        raise CannotRun(f"The var retention_days must be a number of days, not {days!r}.")
    return days


class Archive:
    """One archive of a warehouse that is open for writing."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, folder: Path, days: int) -> None:
        self.connection, self.folder = connection, folder
        try:
            plan = self.run("history/archive_plan", retention_days=days)
        except duckdb.CatalogException:
            raise CannotRun(
                "The warehouse was not built yet, or by an earlier version: build."
            ) from None
        self.until, self.number, in_backfill, unfinished, uncounted = plan[0]
        problems = [
            text
            for text, is_so in (
                ("the last run was a day of a backfill", in_backfill),
                (f"{unfinished} models were not built to the end", unfinished),
                (f"the events of {uncounted} days are not counted as they are", uncounted),
            )
            if is_so
        ]
        if problems:
            raise CannotRun(
                f"What would be archived may not be counted yet: {', '.join(problems)}."
                " Run scripts/run.py build, then archive."
            )

    def run(self, name: str, **parameters: Any) -> list[tuple]:
        query = sql_of(name)
        if "file" in parameters and "__file__" in query:
            query = query.replace("__file__", str(parameters.pop("file")).replace("'", "''"))
        return self.connection.execute(query, parameters).fetchall()

    def write(self) -> list[Month]:
        """Writes all months; each file has its name only when it is whole and compared."""
        self.run("history/archive_choose", archived_until=self.until)
        months = []
        for month, rows, *checksums in self.run("history/archive_months"):
            file = self.folder / f"events_{month}_{self.number:04}.parquet"
            part = file.with_suffix(".part")
            self.folder.mkdir(parents=True, exist_ok=True)
            self.run("history/archive_write", month=month, file=part)
            if self.run("history/archive_read", file=str(part)) != [(rows, *checksums)]:
                raise CannotRun(
                    f"{part} does not hold what was written to it; nothing was deleted."
                )
            with part.open("rb") as written:
                os.fsync(written.fileno())
            part.replace(file)
            months.append(Month(month, rows, file))
        if months:
            entry = os.open(self.folder, os.O_RDONLY)
            os.fsync(entry)
            os.close(entry)
        return months

    def delete(self) -> None:
        """Notes the archive and deletes its rows, in one transaction."""
        self.connection.begin()
        self.run("history/archive_note_days", archived_until=self.until)
        self.run("history/archive_note_files")
        self.run(
            "history/archive_note_self",
            archive_number=self.number,
            archived_until=self.until,
            folder=str(self.folder),
        )
        self.run("history/archive_delete")
        self.connection.commit()
        self.connection.execute("checkpoint")


def archive(folder: Path, variables: dict[str, Any]) -> tuple[Any, list[Month]]:
    """Archives what is older than retention_days; returns the last day of it, and the files."""
    days = retention_days(variables)
    with one_run_at_a_time():
        try:
            with warehouse() as connection:
                taken = Archive(connection, folder, days)
                months = taken.write()
                if months:
                    taken.delete()
        except (duckdb.Error, OSError) as error:
            raise CannotRun(f"{explain(str(error))}\nNothing was deleted.") from None
    return taken.until, months
