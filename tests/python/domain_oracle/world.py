"""Everything that is recomputed for one input, day and time zone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from .events import Calendar, events_of, newest_whole_day
from .inputs import demo_rows, ecom_rows, edge_rows
from .people import people_on
from .rfm import rfm_scores
from .summary import summaries

#: Each table that is recomputed, and its key.
KEYS = {
    "customer_behavior_summary": ("tenant_id", "customer_id"),
    "rfm_scores": ("tenant_id", "customer_id", "rfm_model"),
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
    return {"customer_behavior_summary": summary, "rfm_scores": rfm_scores(summary)}
