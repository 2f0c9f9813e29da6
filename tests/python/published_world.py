"""A made-up warehouse whose tables all carry one number, and readers that look for two.

As a program: published_world.py LINK SECONDS reads LINK until a file LINK.stop is there, and
prints how often it read, which generations it saw, and what went wrong, as JSON.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import duckdb

MARTS = ("customer_segments", "customers", "segment_members")
BEGAN = datetime(2025, 1, 1)
LOOK = """
    select distinct generation from (
        select generation from customers
        union all select generation from segment_members
        union all
        select date_diff('day', date '2025-01-01', cast(built_at as date)) from publication
        union all
        select date_diff('day', date '2025-01-01', strptime(left(run_id, 8), '%Y%m%d')::date)
        from publication
    )
"""


def write_generation(database: Path, number: int, rows: int = 2000) -> None:
    """Writes the warehouse as a whole build number `number` would leave it."""
    started = BEGAN + timedelta(days=number)
    with duckdb.connect(str(database)) as connection:
        connection.execute(
            "create or replace table build_states (node_id varchar, resource_type varchar,"
            " access varchar, schema_name varchar, table_name varchar, status varchar,"
            " documentation varchar, run_id varchar, started_at timestamp, finished_at timestamp)"
        )
        connection.execute(
            "create or replace table int_as_of_date as select ? as as_of_date", [started]
        )
        for name in (*MARTS, "int_secret"):
            connection.execute(
                f"create or replace table {name} as select {number} as generation,"
                " range as id, 'acme' as tenant_id, 's' || range % 2 as segment_id,"
                " 'c' || range as customer_id,"
                " if(range % 10 = 0, timestamp '2025-01-01', null) as left_at"
                f" from range({rows})"
            )
        nodes = [(name, "model", "public") for name in MARTS]
        nodes += [("int_secret", "model", "protected"), ("is_right", "test", None)]
        for name, kind, access in nodes:
            connection.execute(
                "insert into build_states values (?, ?, ?, 'main', ?, ?, ?, ?, ?, ?)",
                [
                    f"{kind}.segmentation.{name}",
                    kind,
                    access,
                    name,
                    "pass" if kind == "test" else "success",
                    json.dumps({"description": "It's one.", "columns": {"id": "Which; one."}}),
                    f"{number:08x}-0000",
                    started,
                    started,
                ],
            )


def look(link: Path, errors: list[str], seen: set[int]) -> int:
    """One reader's look: every table must be of one generation, also when it looks again."""
    try:
        with duckdb.connect(str(link), read_only=True) as connection:
            found = connection.execute(LOOK).fetchall()
            again = connection.execute(LOOK).fetchall()
    except duckdb.Error as error:
        errors.append(str(error))
        return 1
    if len(found) != 1 or found != again:
        errors.append(f"mixed: {found} {again}")
    seen.update(number for (number,) in found)
    return 1


def main(link: Path) -> None:
    errors: list[str] = []
    seen: set[int] = set()
    looks = 0
    stop = link.with_name("stop")
    deadline = time.monotonic() + 600
    print("ready", flush=True)
    while not stop.exists() and time.monotonic() < deadline:
        looks += look(link, errors, seen)
    print(json.dumps({"looks": looks, "seen": len(seen), "errors": errors[:5]}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
