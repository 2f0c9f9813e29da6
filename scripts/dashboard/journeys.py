"""The page of customer journeys: the funnel, its stages, and one customer."""

from __future__ import annotations

import figures
import streamlit as st
from report_text import titled

from dashboard.data import chart, is_dark, nothing, table
from dashboard.filters import Chosen


def show(chosen: Chosen) -> None:
    stages = chosen.read("dashboard_funnel")
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
            "current_count": "Are in it now",
            "moved_on_count": "Moved on",
            "progress_rate": "Moved on, share",
            "median_days_to_move_on": "Days until then, median",
        }
        rows = [{label: row[column] for column, label in columns.items()} for row in stages]
        config = {"Moved on, share": st.column_config.NumberColumn(format="percent")}
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
    found = chosen.read("dashboard_customer", customer_id=customer)
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
        rows = chosen.read("dashboard_timeline", customer_id=customer)
        table(rows, key="timeline", height=560)


def shown(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
