"""The page of customer journeys: the funnel, its stages, and one customer."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import streamlit as st

from dashboard.data import chart, is_dark, nothing, table
from dashboard.filters import Chosen
from reports import figures
from reports.text import label_of, titled


def show(chosen: Chosen) -> None:
    stages = chosen.read("dashboard/funnel")
    if not stages:
        nothing("This tenant has no customers.")
        return
    left, right = st.columns([2, 3])
    with left:
        st.subheader("Funnel")
        chart(figures.funnel(stages, is_dark()), "funnel")
    with right:
        st.subheader("Stages")
        columns = {
            "stage": "Stage",
            "reached_count": "Reached",
            "current_count": "In it now",
            "moved_on_count": "Moved on",
            "progress_rate": "Share",
            "median_days_to_move_on": "Days",
        }
        rows = [{label: row[column] for column, label in columns.items()} for row in stages]
        number = st.column_config.NumberColumn
        config = {name: number(format="localized") for name in ("Reached", "In it now", "Moved on")}
        config["Share"] = number(format="percent", help="Of those who reached it, who moved on.")
        config["Days"] = number(help="Until they moved on, the median.")
        table(rows, key="stages", column_config=config)
        st.caption(f"As of {stages[0]['as_of_date']}.")
    st.divider()
    st.subheader("One customer")
    customer = st.text_input(
        "Customer id", key="customer", bind="query-params", placeholder="The id as the data has it"
    ).strip()
    if customer:
        one(chosen, customer)
    else:
        st.caption("Members of a segment, and so ids, are on the page Segments.")


def one(chosen: Chosen, customer: str) -> None:
    found = chosen.read("dashboard/customer", customer_id=customer)
    if not found:
        nothing(f"{chosen.tenant} has no customer {customer!r}.")
        return
    left, right = st.columns(2)
    with left:
        st.markdown("**Everything about the customer**")
        known = [
            {"About": titled(column), "Value": shown(value)}
            for column, value in found[0].items()
            if value is not None
        ]
        table(known, key="customer_360", height=560)
    with right:
        st.markdown("**Timeline**")
        rows = chosen.read("dashboard/timeline", customer_id=customer)
        for row in rows:
            if row["segment_id"]:
                row["what"] += f" {label_of(row)}"
        columns = {"day": "Day", "what": "What", "reason": "Why"}
        steps = [{column: row[column] for column in columns} for row in rows]
        table(steps, key="timeline", height=560, column_config=columns)


def shown(value: object) -> str:
    """A value of the 360 view as people read it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, Decimal)):
        return f"{Decimal(value).normalize():,f}"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
