"""Raw rows of an input's files, in the order of file and row, under canonical names.

The mapping stands here a second time on purpose: what reads inputs/*.yml would share
its mistakes with the project.
"""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

Row = dict[str, Any]

#: The columns of an event; those that an input does not have are None.
EVENT_COLUMNS = (
    "event_id",
    "tenant_id",
    "customer_id",
    "event_type",
    "event_category",
    "event_at",
    "loaded_at",
    "product_id",
    "product_name",
    "product_category",
    "event_value",
    "currency",
    "event_properties",
    "page_url",
    "referrer_url",
    "source",
    "medium",
    "campaign",
    "ip_address",
    "user_agent",
    "device_type",
    "browser",
    "os",
    "country",
    "region",
    "city",
    "latitude",
    "longitude",
    "session_id",
)

CUSTOMER_COLUMNS = (
    "tenant_id",
    "customer_id",
    "signed_up_at",
    "birth_date",
    "age",
    "gender",
    "income",
    "country",
    "region",
    "company_size",
    "industry",
    "job_title",
    "properties",
)
SUBSCRIPTION_COLUMNS = (
    "tenant_id",
    "customer_id",
    "subscription_id",
    "plan",
    "status",
    "mrr",
    "currency",
    "started_at",
    "trial_ends_at",
    "cancelled_at",
)

ECOM_NAMES = {
    "customer_id": "user_id",
    "session_id": "session_id",
    "event_type": "event",
    "event_at": "timestamp",
    "device_type": "platform",
    "source": "acquisition_channel",
}


def demo_rows(data_dir: Path) -> dict[str, list[Row]]:
    """Events, customers and subscriptions of the demo below a data folder."""
    folder = data_dir / "demo"
    return {
        "events": [
            row for path in sorted((folder / "events").glob("*.parquet")) for row in _parquet(path)
        ],
        "customers": list(_parquet(folder / "customers.parquet")),
        "subscriptions": list(_parquet(folder / "subscriptions.parquet")),
    }


def ecom_rows(data_dir: Path) -> dict[str, list[Row]]:
    """The events of the online shop; it has neither customers nor subscriptions."""
    events = []
    for path in sorted((data_dir / "ecom_events").glob("*.csv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                named = {name: row[column] for name, column in ECOM_NAMES.items()}
                events.append(dict.fromkeys(EVENT_COLUMNS) | named | _place(path))
    return {"events": events, "customers": [], "subscriptions": []}


def edge_rows(data_dir: Path) -> dict[str, list[Row]]:
    """CSV files whose columns have the canonical names."""
    rows = {}
    for name in ("events", "customers", "subscriptions"):
        path = data_dir / f"{name}.csv"
        with open(path, encoding="utf-8", newline="") as file:
            rows[name] = [row | _place(path) for row in csv.DictReader(file)]
    return rows


def _parquet(path: Path) -> Iterator[Row]:
    with duckdb.connect() as connection:
        found = connection.read_parquet(str(path), file_row_number=True).order("file_row_number")
        names = found.columns
        rows = found.fetchall()
    for values in rows:
        yield dict(zip(names, values, strict=True)) | _place(path)


def _place(path: Path) -> Row:
    changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).replace(tzinfo=None)
    return {"source_file": str(path), "file_changed_at": changed}
