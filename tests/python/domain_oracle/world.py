"""Everything that is recomputed for one input, day and time zone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from .classes import classifications
from .demography import demographics
from .events import Calendar, events_of, newest_whole_day
from .inputs import demo_rows, ecom_rows, edge_rows
from .people import people_on
from .pql import pql
from .rfm import rfm_scores
from .scores import engagement, values
from .summary import summaries

#: Each table that is recomputed, and its key.
CUSTOMER = ("tenant_id", "customer_id")
KEYS = {
    "customer_behavior_summary": CUSTOMER,
    "rfm_scores": (*CUSTOMER, "rfm_model"),
    "customer_engagement": CUSTOMER,
    "customer_value": CUSTOMER,
    "customer_demographics": CUSTOMER,
    "customer_classifications": CUSTOMER,
    "pql_scores": CUSTOMER,
}
READERS = {"demo": demo_rows, "ecom_events": ecom_rows, "edges": edge_rows}


def recompute(
    name: str, data_dir: Path, timezone: str = "UTC", as_of_date: date | None = None
) -> dict[str, dict[tuple, dict[str, Any]]]:
    """Table name -> key -> row."""
    calendar = Calendar(timezone)
    rows = READERS[name](data_dir)
    events = events_of(rows["events"], calendar)
    day = as_of_date or newest_whole_day(events, calendar)
    people = people_on(day, calendar, rows, events)
    summary = summaries(people, day, calendar)
    rfm = rfm_scores(summary)
    engaged = {key: engagement(row) for key, row in summary.items()}
    worth = values(summary, rfm, calendar)
    persons = demographics(people, summary, day)
    classes = {
        key: classifications(row, engaged[key], worth[key], persons[key])
        for key, row in summary.items()
    }
    for key, row in engaged.items():
        row["engagement_band"] = classes[key]["engagement_band"]
    tables = {
        "customer_engagement": engaged,
        "customer_value": worth,
        "customer_demographics": persons,
        "customer_classifications": classes,
        "pql_scores": {
            key: pql(row, people[key].facts, persons[key]) for key, row in summary.items()
        },
    }
    for rows_of_table in tables.values():
        for (tenant_id, customer_id), row in rows_of_table.items():
            row |= {"tenant_id": tenant_id, "customer_id": customer_id, "as_of_date": day}
    return {"customer_behavior_summary": summary, "rfm_scores": rfm, **tables}
