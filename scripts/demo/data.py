"""Writes the demo data: the files of scripts/demo/sql, run in order by DuckDB.

The same arguments always write the same content, whatever the number of threads.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb

SQL_FOLDER = Path(__file__).parent / "sql"

DEFAULT_CUSTOMERS = 5_000
DEFAULT_DAYS = 400
DEFAULT_SEED = 42
# Never the clock: a demo of today must be the demo of tomorrow.
DEFAULT_END = date(2025, 6, 30)

Progress = Callable[[str, int, int], None]


def write_demo(
    target: Path,
    customers: int = DEFAULT_CUSTOMERS,
    days: int = DEFAULT_DAYS,
    seed: int = DEFAULT_SEED,
    end: date = DEFAULT_END,
    *,
    messy: bool = False,
    activity: int = 100,
    on_progress: Progress | None = None,
    threads: int | None = None,
    memory: str | None = None,
) -> dict:
    """Write events, customers and subscriptions as Parquet files into `target`.

    `days` end with `end`, which is the last day of the data. `messy` puts in what real
    files have: rows that cannot be read, types in no role, ids that return with another
    content. `activity` is how many percent of their visits people make: a benchmark with
    many customers has no use for all. `on_progress` is called
    with what was done, how many steps are done, and how many there are so far.
    Returns the counts of the rows and the files. Wrong arguments raise ValueError.
    """
    _check(customers, days, seed, end, activity, threads)
    target = Path(target)
    target.mkdir(parents=True, exist_ok=True)
    # Written beside and moved at the end: whoever stops it half-way keeps the old demo.
    with tempfile.TemporaryDirectory(dir=target, prefix=".writing-") as folder:
        (Path(folder) / "events").mkdir()
        counts = _run_all(
            Path(folder),
            {
                "folder": folder,
                "customers": customers,
                "days": days,
                "seed": seed,
                "last_day": end,
                "messy": messy,
                "activity": activity,
            },
            _config(folder, threads, memory),
            on_progress or (lambda label, done, total: None),
        )
        files = _replace(Path(folder), target)
    return {**counts, "files": files}


def _check(customers, days, seed, end, activity, threads) -> None:
    for name, value, least, most in (
        ("customers", customers, 1, 100_000_000),
        ("days", days, 1, 3_650),
        ("seed", seed, 0, 2**63 - 1),
        ("activity", activity, 1, 100),
        ("threads", 1 if threads is None else threads, 1, 1_024),
    ):
        if type(value) is not int or not least <= value <= most:
            raise ValueError(
                f"{name}: expected a whole number from {least} to {most}, got {value!r}"
            )
    # datetime is a date to isinstance, but not to the SQL files
    if type(end) is not date:
        raise ValueError(f"end: expected a date, got {end!r}")
    if not date(1980, 1, 1) <= end <= date(2199, 12, 31):
        raise ValueError(f"end: expected a day from 1980 to 2199, got {end}")


def _config(folder: str, threads: int | None, memory: str | None) -> dict:
    config = {"temp_directory": f"{folder}/spill"}
    if threads is not None:
        config["threads"] = threads
    if memory is not None:
        config["memory_limit"] = memory
    return config


def _run_all(folder: Path, parameters: dict, config: dict, on_progress) -> dict:
    steps = sorted(SQL_FOLDER.glob("*.sql"))
    before = [path for path in steps if path.name < "30"]
    months_file, events_file, counts_file = steps[len(before) :]
    with duckdb.connect(":memory:", config=config) as connection:
        total = len(before)
        for done, path in enumerate(before, start=1):
            _run(connection, path, parameters)
            on_progress(path.stem.split("_", 1)[1], done, total)
        found = _run(connection, months_file, parameters).fetchall()
        months = [row[0] for row in found]
        total += len(months)
        for done, month in enumerate(months, start=len(before) + 1):
            _run(connection, events_file, {**parameters, "month": month})
            on_progress(f"events of {month:%Y-%m}", done, total)
        counted = _run(connection, counts_file, parameters)
        names = [column[0] for column in counted.description]
        return dict(zip(names, counted.fetchone(), strict=True))


def _run(connection, path: Path, parameters: dict):
    """Run each statement of a file with those of the parameters that it names."""
    for statement in connection.extract_statements(path.read_text(encoding="utf-8")):
        wanted = {name: parameters[name] for name in statement.named_parameters}
        connection.execute(statement, wanted)
    return connection


def _replace(folder: Path, target: Path) -> list[str]:
    (target / "events").mkdir(exist_ok=True)
    for old in (target / "events").glob("events_*.parquet"):
        old.unlink()
    files = sorted(str(path.relative_to(folder)) for path in folder.rglob("*.parquet"))
    for name in files:
        shutil.move(folder / name, target / name)
    return files
