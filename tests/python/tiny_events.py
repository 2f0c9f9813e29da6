"""Rows of an events file, and files of them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import duckdb

LOADED = "2024-07-01T00:00:00Z"
COLUMNS = [
    "event_id", "tenant_id", "customer_id", "event_type", "event_at", "loaded_at",
    "event_value", "currency", "event_properties", "session_id", "ip_address", "latitude",
]  # fmt: skip
NO_TESTS = ("--exclude", "resource_type:test", "resource_type:unit_test")


def event(event_id: str | None, **columns: str | None) -> dict[str, str | None]:
    """A row that can be used, but for what is said otherwise."""
    usual = {
        "customer_id": "ada", "event_type": "purchase", "event_at": "2024-06-30T10:00:00Z",
        "loaded_at": LOADED,
    }  # fmt: skip
    return dict.fromkeys(COLUMNS) | {"event_id": event_id} | usual | columns


def write_csv(path: Path, rows: list[dict]) -> None:
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def write_json(path: Path, rows: list[dict]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


def write_parquet(path: Path, rows: list[dict]) -> None:
    write_csv(path.with_suffix(".csv"), rows)
    with duckdb.connect() as connection:
        connection.execute(
            f"copy (from read_csv('{path.with_suffix('.csv')}', all_varchar = true)) to '{path}'"
        )


WRITERS = {"csv": write_csv, "json": write_json, "parquet": write_parquet}
