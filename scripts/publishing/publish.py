"""Publishes the marts: a copy that nobody writes, and a link that is moved at once.

    serve/<run id>/marts.duckdb      one run's marts, whole; never written again
    serve/<run id>/members.parquet   who is in which segment now, to look up
    serve/current -> <run id>        moved when the next one is complete
    serve/marts.duckdb -> current/marts.duckdb, and members.parquet likewise

A kill at any point leaves the link at a complete copy; what it left behind is removed by
the next publishing.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from core.errors import CannotRun, explain
from core.lock import one_run_at_a_time
from core.settings import database, engine_settings, serve_folder
from core.warehouse import filled

MARTS, MEMBERS = "marts.duckdb", "members.parquet"
#: The oldest DuckDB that can read what is published; DuckDB 2.0 can write for it.
STORAGE_VERSION = "v1.4.0"
#: What a published folder holds; another number publishes the same run again.
LAYOUT = 1
RUN_ID = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{1,8}")
UNFINISHED = ".unfinished-"
#: Rows that are looked through when a Bloom filter says perhaps.
ROW_GROUP_SIZE = 20480
BUILD_FIRST = "Nothing was published. Build and test first: scripts/run.py build"
TEST_FIRST = "Nothing was published. Test first: scripts/run.py test"


@dataclass
class Published:
    """What a publishing did."""

    run_id: str
    file: Path
    tables: int
    #: whether the file was there already
    is_old: bool
    removed: int


def publish(keep: int = 3, storage_version: str = STORAGE_VERSION) -> Published:
    """Publishes what the last run built, if it built and tested everything with success."""
    if not database().exists():
        raise CannotRun(f"There is no {database()} yet. {BUILD_FIRST}")
    folder = serve_folder()
    try:
        with one_run_at_a_time(), _alone_in(folder):
            _remove_unfinished(folder)
            settings = engine_settings() | {"temp_directory": str(folder / f"{UNFINISHED}spill")}
            with duckdb.connect(config=settings) as connection:
                run = _Run(connection, storage_version)
                target = folder / run.run_id
                is_old = _holds(target / MARTS, storage_version)
                if not is_old:
                    run.write(folder, target)
            _point(folder, run.run_id)
            removed = _remove_old(folder, keep)
            return Published(run.run_id, folder / MARTS, len(run.marts), is_old, removed)
    except duckdb.Error as error:
        raise CannotRun(f"{explain(str(error))}\nNothing was published.") from None
    except OSError as error:
        raise CannotRun(
            f"Nothing was published: {error.filename or folder}: {error.strerror}."
        ) from None


class _Run:
    """The run whose marts are in the warehouse, read and written by one connection."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, storage_version: str) -> None:
        self._connection = connection
        self._storage_version = storage_version
        self._execute("publishing/open", warehouse=database())
        schemas = self._execute("publishing/schemas")
        if not schemas:
            raise CannotRun(
                f"{database()} does not say what its last run did: it was built by an older"
                f" version of the project, or not at all. {BUILD_FIRST}"
            )
        self._schema = schemas[0][0]
        reasons = self._execute("publishing/state")
        if reasons:
            advice = TEST_FIRST if all(row[1] for row in reasons) else BUILD_FIRST
            raise CannotRun("\n".join([*map(_reason, reasons), advice]))
        self.run_id, self._built_at, self._as_of = self._execute("publishing/run")[0]
        self.marts = self._execute("publishing/marts")
        if not self.marts:
            raise CannotRun(f"The project has no public model. {BUILD_FIRST}")

    def _execute(self, query: str, **parts: Any) -> list[tuple]:
        parts.setdefault("schema", getattr(self, "_schema", None))
        return self._connection.execute(filled(query, **parts)).fetchall()

    def write(self, folder: Path, target: Path) -> None:
        """Writes the copy under another name and renames it when it is on the disk."""
        work = folder / f"{UNFINISHED}{self.run_id}"
        work.mkdir()
        try:
            file = work / MARTS
            self._execute("publishing/create", target=file, storage_version=self._storage_version)
            for schema, table, documentation in self.marts:
                described = json.loads(documentation)
                self._execute("publishing/mart", schema=schema, table=table, **described)
            self._execute(
                "publishing/generation",
                run_id=self.run_id,
                duckdb_version=duckdb.__version__,
                layout=LAYOUT,
                storage_version=self._storage_version,
                as_of_date=self._as_of,
                built_at=self._built_at,
                published_at=datetime.now(UTC).replace(tzinfo=None),
            )
            self._execute("publishing/close")
            if {"segment_members", "customer_segments"} <= {table for _, table, _ in self.marts}:
                self._execute(
                    "publishing/members",
                    file=work / MEMBERS,
                    run_id=self.run_id,
                    row_group_size=ROW_GROUP_SIZE,
                    segments=self._execute("publishing/segments")[0][0],
                )
            for written in sorted(work.iterdir()):
                # nobody can write it by mistake, and shut everybody else out meanwhile
                written.chmod(0o444)
                _sync(written)
            _sync(work)
            if target.exists():
                for written in sorted(work.iterdir(), reverse=True):
                    os.replace(written, target / written.name)
                _sync(target)
            else:
                os.rename(work, target)
            _sync(folder)
        finally:
            shutil.rmtree(work, ignore_errors=True)


def _reason(row: tuple) -> str:
    reason, _, count, names = row
    more = f" and {count - len(names)} more" if count > len(names) else ""
    return f"{reason}: {', '.join(names)}{more}"


@contextlib.contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Two warehouses may publish to one folder, but not at the same time."""
    folder.mkdir(parents=True, exist_ok=True)
    place = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(place, fcntl.LOCK_EX)
        yield
    finally:
        os.close(place)


def _holds(file: Path, storage_version: str) -> bool:
    """Whether a file was published whole, for the same readers."""
    if not file.exists():
        return False
    try:
        with duckdb.connect(str(file), read_only=True) as connection:
            row = connection.execute(filled("publishing/published_generation")).fetchone()
    except duckdb.Error:
        return False
    return row is not None and row == (LAYOUT, storage_version)


def _sync(path: Path) -> None:
    """Waits until a file, or the names in a folder, are on the disk."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _link(folder: Path, name: str, target: str) -> None:
    """Makes a link point elsewhere, at once."""
    link = folder / name
    if link.is_symlink() and os.readlink(link) == target:
        return
    new = folder / f"{UNFINISHED}{name}"
    new.unlink(missing_ok=True)
    new.symlink_to(target)
    os.replace(new, link)


def _point(folder: Path, run_id: str) -> None:
    _link(folder, "current", run_id)
    for name in (MARTS, MEMBERS):
        if (folder / run_id / name).exists():
            _link(folder, name, f"current/{name}")
        else:
            (folder / name).unlink(missing_ok=True)
    _sync(folder)


def _remove_unfinished(folder: Path) -> None:
    for path in folder.glob(f"{UNFINISHED}*"):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def _remove_old(folder: Path, keep: int) -> int:
    """Removes all but the newest ones; who has one open reads on until it closes it."""
    current = os.readlink(folder / "current")
    runs = sorted(
        path.name for path in folder.iterdir() if path.is_dir() and RUN_ID.fullmatch(path.name)
    )
    others = [run for run in runs if run != current]
    old = others[: max(len(others) - (keep - 1), 0)]
    for run in old:
        shutil.rmtree(folder / run)
    return len(old)
