"""Measures publishing, membership look-ups and their size on disk.

    tools/bench publish                      1 million customers, made of the built demo
    tools/bench publish --customers 50000    smaller

The customers of the published demo are multiplied: every row of a mart with a customer_id
comes as often as it takes, under other ids. Printed are seconds and MiB of publishing, then
for membership as CSV, Parquet and a Bloom filter with the same rate of false positives the
bytes per membership, and the milliseconds of a look-up.
"""

from __future__ import annotations

import math
import os
import random
import statistics
import tempfile
import time
from pathlib import Path

import click
import duckdb

from core.errors import CannotRun
from core.settings import database
from core.warehouse import fill

FALSE_POSITIVES = 0.01


def filled(query: str, **parts: object) -> str:
    return fill((Path(__file__).parent / f"{query}.sql").read_text("utf-8"), **parts)


def multiply(source: Path, target: Path, customers: int, threads: int) -> int:
    """Writes a warehouse with the marts of another, its customers multiplied."""
    with duckdb.connect(str(target), config={"threads": threads, "memory_limit": "8GB"}) as made:
        made.execute(filled("publish_open", source=source))
        known = made.execute(filled("publish_size")).fetchone()[0]
        times = max(math.ceil(customers / known), 1)
        for name, has_customers in made.execute(filled("publish_tables")).fetchall():
            made.execute(
                filled("publish_table", table=name, times=times if has_customers else None)
            )
        made.execute("detach source")
    return known * times


def look_ups(members: Path, count: int) -> dict[str, list[float]]:
    """Milliseconds of asking for members, and for ids that nobody has."""
    from publishing.membership import tenants_with_member

    with duckdb.connect() as connection:
        rows = connection.execute(filled("publish_sample", file=members, count=count)).fetchall()
    random.Random(1).shuffle(rows)
    measured: dict[str, list[float]] = {"member": [], "no member": []}
    for segment, tenant, customer in rows:
        for what, asked in (("member", customer), ("no member", f"{customer[:-1]}x")):
            started = time.perf_counter()
            found = tenants_with_member(segment, asked, tenant)
            measured[what].append(1000 * (time.perf_counter() - started))
            assert bool(found) == (what == "member"), (segment, asked)
    return measured


@click.command()
@click.option("--customers", default=1_000_000, show_default=True)
@click.option("--threads", default=2, show_default=True)
@click.option("--look-ups", "count", default=200, show_default=True)
@click.option("--in", "place", type=click.Path(path_type=Path), help="Folder for what it writes.")
def main(customers: int, threads: int, count: int, place: Path | None) -> None:
    """Prints the figures."""
    source = database().resolve()
    if not source.exists():
        raise CannotRun(f"There is no {source} yet. Build it first: scripts/run.py build")
    with tempfile.TemporaryDirectory(dir=place) as folder:
        made = Path(folder) / "warehouse.duckdb"
        started = time.monotonic()
        customers = multiply(source, made, customers, threads)
        click.echo(f"made a warehouse of {customers:,} customers in {_since(started)}")
        os.environ["SEGMENTATION_DB"] = str(made)
        os.environ["SEGMENTATION_THREADS"] = str(threads)
        os.environ["SEGMENTATION_SERVE"] = str(Path(folder) / "serve")
        from publishing import publish as publishing

        started = time.monotonic()
        done = publishing.publish()
        click.echo(f"published {done.tables} marts in {_since(started)}")
        members = done.file.with_name("members.parquet").resolve()
        for file in (done.file, members):
            click.echo(f"{file.name:<20} {file.stat().st_size / 2**20:>10,.1f} MiB")
        compare(members, Path(folder) / "members.csv")
        for what, times in look_ups(members, count).items():
            click.echo(
                f"look-up of a {what:<10} median {statistics.median(times):>6.1f} ms,"
                f" slowest of 20 {statistics.quantiles(times, n=20)[-1]:>6.1f} ms"
            )


def compare(members: Path, as_csv: Path) -> None:
    """Bytes per membership of the file, of a plain CSV, and of Bloom filters in theory."""
    with duckdb.connect() as connection:
        rows = connection.execute(filled("publish_csv", file=members, target=as_csv)).fetchone()[0]
        parts = connection.execute(filled("publish_bytes", file=members)).fetchall()
    bits = -math.log(FALSE_POSITIVES) / math.log(2) ** 2
    sizes = [("CSV", as_csv.stat().st_size), ("Parquet, whole", members.stat().st_size)]
    sizes += [(f"  of that {name}", size) for name, size in parts]
    sizes.append(("Bloom filters of 1% alone", round(rows * bits / 8)))
    click.echo(f"{rows:,} memberships")
    for name, size in sizes:
        click.echo(f"{name:<34} {size / rows:>6.2f} bytes each {size / 2**20:>9,.1f} MiB")


def _since(started: float) -> str:
    return f"{time.monotonic() - started:.1f} s"
