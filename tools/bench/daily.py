"""Measures one more day: evaluation, transitions and the per-day marts.

    tools/bench daily                              1 million customers
    tools/bench daily --customers 20000            smaller

The data is loaded before, so that what is measured is the day and not the files. A
history is made up in the tables: on each of its days one membership in a hundred changed.
The project is parsed before, as a scheduler finds it that runs the same command each day;
the seconds of that stand beside. Printed are wall seconds, seconds within dbt's run, CPU
seconds and peak memory of the run of the next day, and its slowest models.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

import click
import duckdb
import yaml

from bench.build import Measure, measured, show
from bench.segments import drawn_definition
from core.settings import PROJECT
from demo.data import write_demo

HISTORY_SQL = Path(__file__).resolve().parent / "daily_history.sql"
LAST = date(2025, 6, 29)
#: what a day must write down; everything else can be made from it later
DAY = "+segment_runs +segment_trends +behavioral_analytics +segment_performance"
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "data", "target", "logs", "*.duckdb*", "serve")


class Daily:
    """A copy of the project with drawn segments, over one set of demo data."""

    def __init__(self, root: Path, demo: Path, segments: int, threads: int) -> None:
        self.project = root / f"project-{segments}"
        shutil.copytree(PROJECT, self.project, ignore=LEFT_OUT)
        (self.project / "data").mkdir()
        (self.project / "data" / "demo").symlink_to(demo.resolve())
        self.warehouse = self.project / "warehouse.duckdb"
        self.environment = os.environ | {
            "SEGMENTATION_DB": str(self.warehouse),
            "SEGMENTATION_THREADS": str(threads),
        }
        self.draw(segments)

    def draw(self, segments: int) -> None:
        """Replaces the segments; cohorts that name one of them go, too."""
        for path in self.project.glob("segments/*.yml"):
            path.unlink()
        for path in self.project.glob("cohorts/*.yml"):
            path.unlink()
        with (self.project / "seeds" / "event_roles.csv").open() as file:
            types = sorted({line.split(",")[0] for line in file if line.strip()} - {"event_type"})
        draw = random.Random(1)
        drawn = [drawn_definition(number, draw, types) for number in range(segments)]
        exposures = [
            {
                "name": one["name"],
                "type": "application",
                "owner": {"name": "Bench"},
                "config": one["config"],
            }
            for one in drawn
        ]
        (self.project / "segments" / "drawn.yml").write_text(
            yaml.safe_dump({"exposures": exposures})
        )

    def parse(self, day: date) -> float:
        """Parses the project for a day; wall seconds."""
        return self._dbt(day, "parse", "--quiet")[0]

    def run(self, day: date, select: str) -> tuple[float, float, float, list[tuple[float, str]]]:
        """One dbt run: wall and CPU seconds, peak GiB, and the seconds of each model."""
        used = self._dbt(
            day, "build", "--quiet", "--select", *select.split(),
            "--exclude", "resource_type:test", "resource_type:unit_test",
        )  # fmt: skip
        results = json.loads((self.project / "target" / "run_results.json").read_text())["results"]
        models = [(one["execution_time"], one["unique_id"].split(".")[-1]) for one in results]
        return *used, sorted(models, reverse=True)

    def _dbt(self, day: date, *words: str) -> tuple[float, float, float]:
        command = [
            sys.executable, "-m", "dbt.cli.main", *words,
            "--project-dir", str(self.project), "--profiles-dir", str(self.project),
            "--vars", json.dumps({"as_of_date": day.isoformat(), "data_dir": "data"}),
        ]  # fmt: skip
        here = Path.cwd()
        os.chdir(self.project)
        try:
            return measured(command, self.environment)
        finally:
            os.chdir(here)

    def with_history(self, days: int) -> None:
        """Puts days of history into the built warehouse."""
        with duckdb.connect(str(self.warehouse)) as connection:
            for statement in HISTORY_SQL.read_text().split(";"):
                if statement.strip():
                    parameters = {"days": days} if "$days" in statement else None
                    connection.execute(statement, parameters)


def measure(daily: Daily, built: Path, what: str, history: int, select: str, top: int) -> None:
    shutil.copy2(built, daily.warehouse)
    if history > 1:
        daily.with_history(history)
        # the made up days are counted once, as they would have been
        daily.run(LAST, select)
    parsing = daily.parse(LAST + timedelta(days=1))
    wall, cpu, peak, models = daily.run(LAST + timedelta(days=1), select)
    click.echo(f"    {parsing:>8.2f} s  parsing the project anew, not counted")
    show(Measure(what, wall, sum(seconds for seconds, _ in models), cpu, peak))
    for seconds, name in models[:top]:
        click.echo(f"    {seconds:>8.2f} s  {name}")


@click.command()
@click.option("--customers", default=1_000_000, show_default=True)
@click.option("--days", default=365, show_default=True, help="Days of events.")
@click.option("--segments", "numbers", multiple=True, default=(30, 120), show_default=True)
@click.option("--history", "histories", multiple=True, default=(1, 30, 90, 365), show_default=True)
@click.option("--threads", default=2, show_default=True)
@click.option("--everything", is_flag=True, help="All models after as_of_date, not only the day.")
@click.option("--top", default=6, show_default=True, help="How many models to name.")
@click.option("--keep", type=click.Path(path_type=Path), help="Folder to keep the demo data in.")
def main(
    customers: int,
    days: int,
    numbers: tuple[int, ...],
    histories: tuple[int, ...],
    threads: int,
    everything: bool,
    top: int,
    keep: Path | None,
) -> None:
    """Measures the run of one more day, by segments and by history."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        demo = (keep or root) / f"demo-{customers}-{days}"
        if not (demo / "subscriptions.parquet").exists():
            started = time.monotonic()
            written = write_demo(
                demo, customers, days, 1, LAST + timedelta(days=1), messy=True, activity=25
            )
            click.echo(f"demo data: {written}, {time.monotonic() - started:.1f} s")
        select = "int_as_of_date+" if everything else DAY
        click.echo(f"{'':<44} {'wall':>9}  {'in models':>9}  {'cpu':>9}  {'peak':>10}")
        for number in sorted(int(one) for one in numbers):
            daily = Daily(root, demo, number, threads)
            daily.run(LAST, "resource_type:seed resource_type:model" if everything else DAY)
            built = root / f"built-{number}.duckdb"
            shutil.copy2(daily.warehouse, built)
            for history in sorted(int(one) for one in histories):
                what = f"one more day: {number} segments, {history} days before"
                measure(daily, built, what, history, select, top)
