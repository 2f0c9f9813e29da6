"""Measures the reading of CSV and JSON files beside the plainest statement that reads them.

    tools/bench reading                       2 million events
    tools/bench reading --events 24000000     needs 15 GB of disk

The plain statement is DuckDB's read_csv with all columns as text, or read_json_objects, into a
temporary table. The project's are the statements of base_events before its own SQL: each file by
its own header, lines put aside, lines counted apart. Beside it stands the whole model, with
types, ids, repeats and checksums. CPU seconds; the ratio is to the plain statement.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import tempfile
from contextlib import chdir
from pathlib import Path
from typing import Any

import click
import duckdb
from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.cli.main import dbtRunner

from core.settings import PROJECT
from history.replay import Recording

COPIED = ("macros", "models", "seeds", "tests/generic", "dbt_project.yml", "profiles.yml")
EVENTS = """
    select
        'e' || number as event_id,
        'acme' as tenant_id,
        'c' || (number * 7919 % 100000) as customer_id,
        ['page_view', 'purchase', 'login', 'search'][1 + number % 4] as event_type,
        cast(timestamp '2025-01-01' + to_seconds(number % 15000000) as varchar) as event_at,
        'p' || (number % 500) as product_id,
        case when number % 4 = 1 then number % 10000 / 100 end as event_value,
        case when number % 4 = 1 then 'EUR' end as currency,
        'https://shop.example/p/' || (number % 500) || '?q=' || number as page_url,
        ['web', 'app'][1 + number % 2] as device_type,
        'DE' as country,
        json_object('order_id', number, 'plan', 'x' || number % 10) as event_properties
    from range({events}) as numbers (number)
"""
PLAIN = {
    "csv": "create temp table plain as from read_csv('{path}', all_varchar = true)",
    "json": "create temp table plain as select json"
    " from read_json_objects('{path}', format = 'newline_delimited')",
}
DBT = ("--quiet", "--log-level-file", "none")


def cpu_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def seconds_of(statements: list[str], folder: Path) -> float:
    """CPU seconds of statements in a new database of two threads."""
    database = folder / "measured.duckdb"
    database.unlink(missing_ok=True)
    with duckdb.connect(str(database), config={"threads": 2}) as connection, chdir(folder):
        connection.execute("set timezone = 'UTC'")
        begun = cpu_seconds()
        for statement in statements:
            connection.execute(statement)
        return cpu_seconds() - begun


def copied_project(folder: Path, form: str, columns: list[str]) -> Path:
    """The project without its data, with one input: the events that were written."""
    project = folder / form
    for part in COPIED:
        copy = shutil.copytree if (PROJECT / part).is_dir() else shutil.copy
        (project / part).parent.mkdir(parents=True, exist_ok=True)
        copy(PROJECT / part, project / part)
    meta = {
        "format": form,
        "path": str(folder / f"events.{form}"),
        "columns": {c: c for c in columns},
    }
    tables = [{"name": "events", "config": {"meta": meta}}]
    (project / "inputs").mkdir()
    (project / "inputs" / "bench.yml").write_text(
        json.dumps({"version": 2, "sources": [{"name": "bench", "tables": tables}]})
    )
    return project


def statements_of(project: Path) -> tuple[list[str], float]:
    """What base_events does before its own SQL, and the CPU seconds of the whole model."""
    recording = Recording()
    times: dict[str, float] = {}

    def listen(event: Any) -> None:
        name = event.info.name
        is_step = name in ("NodeStart", "NodeFinished")
        if is_step and event.data.node_info.node_name == "base_events":
            times[name] = cpu_seconds()
        recording.listen(event)

    where = ("--project-dir", str(project), "--profiles-dir", str(project))
    variables = ("--vars", json.dumps({"inputs": "bench"}))
    os.environ["SEGMENTATION_DB"] = str(project / "warehouse.duckdb")
    with chdir(project):
        for command in (("seed",), ("run", "--select", "base_events")):
            result = dbtRunner(callbacks=[listen]).invoke([*command, *DBT, *where, *variables])
            if not result.success:
                raise click.ClickException(f"dbt {command[0]} failed: {result.exception}")
    DuckDBConnectionManager.close_all_connections()
    (all_of_it,) = (
        made
        for model, made in recording.statements_by_model.items()
        if model.endswith(".base_events")
    )
    begins = ("drop table if exists temp.", "create or replace temp table ", "delete from temp.")
    return [s for s in all_of_it if s.startswith(begins)], times["NodeFinished"] - times[
        "NodeStart"
    ]


@click.command()
@click.option("--events", default=2_000_000, show_default=True, help="How many.")
@click.option("--repeat", default=3, show_default=True, help="The least of so many counts.")
def main(events: int, repeat: int) -> None:
    with tempfile.TemporaryDirectory(prefix="reading-") as name:
        folder = Path(name)
        click.echo(f"{events:,} events, 2 threads, CPU seconds")
        click.echo(f"{'':6}{'plain':>8}{'reading':>9}{'ratio':>7}{'whole model':>13}{'ratio':>7}")
        for form, plain in PLAIN.items():
            path = folder / f"events.{form}"
            with duckdb.connect() as connection:
                query = EVENTS.format(events=events)
                columns = [row[0] for row in connection.execute(f"describe {query}").fetchall()]
                options = "(header)" if form == "csv" else "(format json)"
                connection.execute(f"copy ({query}) to '{path}' {options}")
            project = copied_project(folder, form, columns)
            statements, whole = statements_of(project)
            least = min(seconds_of([plain.format(path=path)], folder) for _ in range(repeat))
            reading = min(seconds_of(statements, project) for _ in range(repeat))
            click.echo(
                f"{form:6}{least:8.2f}{reading:9.2f}{reading / least:7.2f}"
                f"{whole:13.2f}{whole / least:7.2f}"
            )
            path.unlink()
