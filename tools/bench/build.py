"""Measures the build beside the shortest hand-written script that computes the same.

    make bench                                        20 million events, 1 million customers
    tools/bench build --customers 50000          smaller

Printed are wall seconds, the seconds within dbt's run (its start-up aside), peak memory,
and the ratio to the script's seconds on the same files and threads.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
import duckdb

from core.settings import PROJECT
from demo.data import write_demo

BENCH_SQL = Path(__file__).resolve().parent
MODELS = "+customer_behavior_summary +rfm_scores"


@dataclass
class Measure:
    what: str
    wall: float
    within: float
    cpu: float
    peak_gib: float


def measured(command: list[str], environment: dict[str, str]) -> tuple[float, float, float]:
    """Wall and CPU seconds and peak GiB of a command; its output is shown only when it fails."""
    probe = (
        "import resource, subprocess, sys;"
        "done = subprocess.run(sys.argv[1:], capture_output=True, text=True);"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss);"
        "sys.stderr.write(done.stdout[-2000:] + done.stderr[-4000:]);"
        "sys.exit(done.returncode)"
    )
    started = time.monotonic()
    result = subprocess.run(
        [sys.executable, "-c", probe, *command], env=environment, capture_output=True, text=True
    )
    wall = time.monotonic() - started
    if result.returncode != 0:
        raise click.ClickException(result.stderr)
    cpu, peak_kib = result.stdout.split()
    return wall, float(cpu), int(peak_kib) / 1024 / 1024


class Bench:
    """One warehouse over one data folder, with everything in a folder of its own."""

    def __init__(self, root: Path, threads: int) -> None:
        self.root = root
        self.data = root / "data"
        self.events = self.data / "demo" / "events"
        self.events.mkdir(parents=True)
        self.environment = os.environ | {
            "SEGMENTATION_DB": str(root / "warehouse.duckdb"),
            "SEGMENTATION_THREADS": str(threads),
            "DBT_TARGET_PATH": str(root / "target"),
            "DBT_LOG_PATH": str(root / "logs"),
        }

    def build(self, what: str, *options: str) -> Measure:
        command = [
            sys.executable, str(PROJECT / "scripts" / "run.py"), "build",
            "--data-dir", str(self.data), "--select", MODELS,
            "--exclude", "resource_type:test resource_type:unit_test", *options,
        ]  # fmt: skip
        wall, cpu, peak = measured(command, self.environment)
        results = json.loads((self.root / "target" / "run_results.json").read_text())
        return show(Measure(what, wall, results["elapsed_time"], cpu, peak))

    def by_hand(self, as_of: date, threads: int) -> Measure:
        """Runs by_hand.sql over the same files into a fresh database."""
        self.environment["BENCH_AS_OF"] = as_of.isoformat()
        database = self.root / "by_hand.duckdb"
        database.unlink(missing_ok=True)
        command = [
            sys.executable, str(BENCH_SQL / "by_hand.py"), str(database),
            str(self.data / "demo"), as_of.isoformat(), str(threads),
        ]  # fmt: skip
        wall, cpu, peak = measured(command, self.environment)
        return show(Measure("hand-written script", wall, wall, cpu, peak))


def show(measure: Measure) -> Measure:
    click.echo(
        f"{measure.what:<44} {measure.wall:>7.1f} s  {measure.within:>7.1f} s"
        f"  {measure.cpu:>7.1f} s  {measure.peak_gib:>6.2f} GiB"
    )
    return measure


def split(demo: Path, base: Path, news: Path, share: float, last_days: int | None) -> None:
    """Writes the demo's events as history and news: the last `share` of them by load."""
    with duckdb.connect() as connection:
        connection.execute("set preserve_insertion_order = false")
        source = f"read_parquet('{demo}/events/*.parquet')"
        border = connection.execute(
            f"select quantile_disc(loaded_at, {1 - share}) from {source}"
        ).fetchone()[0]
        since = (
            f"and loaded_at > timestamp '{border}' - interval '{last_days} days'"
            if last_days
            else ""
        )
        for target, condition in ((base, f"<= '{border}' {since}"), (news, f"> '{border}'")):
            connection.execute(
                f"copy (select * from {source} where loaded_at {condition}) to '{target}'"
            )


@click.command()
@click.option("--customers", default=1_000_000, show_default=True)
@click.option("--days", default=365, show_default=True)
@click.option("--threads", default=2, show_default=True)
@click.option("--keep", type=click.Path(path_type=Path), help="Folder to keep the demo data in.")
def main(customers: int, days: int, threads: int, keep: Path | None) -> None:
    """Measures first build, increment, empty run and growth with history."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        demo = (keep or root) / f"demo-{customers}-{days}"
        if not (demo / "subscriptions.parquet").exists():
            started = time.monotonic()
            written = write_demo(
                demo, customers, days, 1, date(2025, 6, 30), messy=True, activity=25
            )
            click.echo(f"demo data: {written}, {time.monotonic() - started:.1f} s")
        click.echo(f"{'':<44} {'wall':>9}  {'in dbt':>9}  {'cpu':>9}  {'peak':>10}")
        whole = Bench(root / "whole", threads)
        fifth = Bench(root / "fifth", threads)
        for bench, last_days in ((whole, None), (fifth, days // 5)):
            for table in ("customers", "subscriptions"):
                shutil.copy2(demo / f"{table}.parquet", bench.data / "demo")
            split(demo, bench.events / "base.parquet", bench.root / "news.parquet", 0.01, last_days)
        first = whole.build("first build")
        fifth.build("first build, a fifth of the history")
        for bench in (whole, fifth):
            shutil.move(bench.root / "news.parquet", bench.events / "news.parquet")
        increment = whole.build("increment of 1% new events")
        small = fifth.build("the same increment on a fifth of the history")
        nothing = whole.build("a run with nothing new")
        script = whole.by_hand(date(2025, 6, 29), threads)
        for what, ratio in (
            ("first build / script (aim: at most 2)", first.within / script.within),
            ("the same in CPU seconds", first.cpu / script.cpu),
            ("increment / first build (aim: at most 0.10)", increment.within / first.within),
            ("nothing new / first build", nothing.within / first.within),
            ("increment with 5 times the history behind it", increment.within / small.within),
            ("the same in CPU seconds", increment.cpu / small.cpu),
        ):
            click.echo(f"{what:<48} {ratio:>5.2f}")
