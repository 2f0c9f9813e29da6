"""Measures the evaluation of many segments beside one query per segment.

    scripts/run.py demo --customers 1000000 --days 365 --to /data/big/demo
    scripts/run.py build --data-dir /data/big
    tools/bench segments --segments 30 --segments 120 --segments 1000

The definitions are drawn at random, the same for the same seed: events with windows and
measures, metrics, properties, nested and negated. The query is that of the model
int_segment_evaluations; one query per segment is the same for one definition at a time,
measured for a sample of 30.
"""

from __future__ import annotations

import random
import time

import click
import duckdb

from core.settings import PROJECT, database
from segments.files import read_graph
from segments.language import Language

METRICS = {
    "total_sessions": (1, 3, 8, 20),
    "active_days_28d": (1, 2, 4, 8),
    "days_since_active": (7, 30, 90, 180),
    "total_spent": (10, 100, 500),
    "features_tried": (1, 3, 6),
    "total_page_views": (2, 5, 20),
}
#: what the drawn conditions ask for; tracked classifications stay out of the measurement
NEEDED = ("int_customers", "stg_events", "int_customer_event_days", "customer_behavior_summary")
WINDOWS = ("7d", "14d", "30d", "60d", "90d", "180d")


def drawn_event(draw: random.Random, types: list[str]) -> dict:
    condition: dict = {"event": draw.choice(types), "within": draw.choice(WINDOWS)}
    if draw.random() < 0.2:
        return condition | {"occurred": False}
    if draw.random() < 0.3:
        return condition | {"days": {"gte": draw.choice((2, 3, 5))}}
    return condition | {"count": {"gte": draw.choice((1, 2, 3, 5, 10))}}


def drawn_attribute(draw: random.Random) -> dict:
    if draw.random() < 0.3:
        return {"property": "plan", "in": draw.sample(["free", "trial", "starter", "pro"], 2)}
    name = draw.choice(list(METRICS))
    return {"metric": name, draw.choice(("gte", "lt")): draw.choice(METRICS[name])}


def drawn_definition(number: int, draw: random.Random, types: list[str]) -> dict:
    events = [drawn_event(draw, types) for _ in range(draw.choice((0, 1, 1, 2)))]
    parts = [*events, *(drawn_attribute(draw) for _ in range(draw.choice((1, 2))))]
    if len(parts) > 2:
        parts = [parts[0], {"any": parts[1:]}]
    if draw.random() < 0.2:
        parts.append({"not": drawn_attribute(draw)})
    return {
        "name": f"segment_{number}",
        "file": "segments/drawn.yml",
        "original_file_path": "segments/drawn.yml",
        "config": {"meta": {"criteria": {"all": parts}}},
    }


def query_of(definitions: list[dict]) -> str:
    """The model's query for some definitions and no others."""
    language = Language(PROJECT)
    graph = read_graph(PROJECT)
    nodes = {name: node for name, node in graph["nodes"].items() if node["name"] in NEEDED}
    exposures = {one["name"]: one for one in definitions}
    language.set_graph(graph | {"nodes": nodes, "exposures": exposures})
    return language.segment_evaluations_query(language.segment_build())


def seconds(connection: duckdb.DuckDBPyConnection, query: str) -> tuple[float, float, int]:
    """Wall and CPU seconds of writing a query's rows to a table, and how many there are."""
    wall, cpu = time.monotonic(), time.process_time()
    connection.execute(f"create or replace table memory.evaluated as {query}")
    wall, cpu = time.monotonic() - wall, time.process_time() - cpu
    return wall, cpu, connection.execute("select count(*) from memory.evaluated").fetchone()[0]


@click.command()
@click.option("--segments", "numbers", multiple=True, default=(30, 120, 1000), show_default=True)
@click.option("--threads", default=2, show_default=True)
@click.option("--seed", default=1, show_default=True)
def main(numbers: tuple[int, ...], threads: int, seed: int) -> None:
    """Prints seconds and ratios for each number of segments, on the built warehouse."""
    connection = duckdb.connect(config={"threads": threads, "memory_limit": "8GB"})
    connection.execute("set TimeZone = 'UTC'")
    connection.execute(f"attach '{database()}' as warehouse (read_only)")
    connection.execute("use warehouse")
    types = [
        row[0]
        for row in connection.execute("select distinct event_type from event_roles").fetchall()
    ]
    click.echo(
        f"{'segments':>9} {'compile':>9} {'wall':>9} {'cpu':>9} {'members':>12}"
        f" {'one each, cpu':>14} {'ratio':>6}"
    )
    for number in numbers:
        draw = random.Random(seed)
        definitions = [drawn_definition(n, draw, sorted(types)) for n in range(number)]
        started = time.monotonic()
        query = query_of(definitions)
        compiled = time.monotonic() - started
        wall, cpu, members = seconds(connection, query)
        sample = draw.sample(definitions, min(30, number))
        single = sum(seconds(connection, query_of([one]))[1] for one in sample)
        each = single / len(sample) * number
        click.echo(
            f"{number:>9} {compiled:>7.1f} s {wall:>7.1f} s {cpu:>7.1f} s {members:>12,}"
            f" {each:>12.1f} s {each / cpu:>6.1f}"
        )
