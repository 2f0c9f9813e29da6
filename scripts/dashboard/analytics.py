"""The page of figures over time, RFM, migration and overlap."""

from __future__ import annotations

import streamlit as st

from dashboard.data import chart, is_dark, nothing
from dashboard.filters import Chosen
from reports import figures
from reports.text import titled

BEHAVIOR = (
    "revenue", "active_customers", "total_customers", "new_customers", "at_risk_customers",
    "churned_customers", "total_page_views", "total_product_views", "total_add_to_cart",
    "total_purchases", "conversion_rate", "avg_session_duration_minutes", "bounce_rate",
    "repeat_purchase_rate", "avg_order_value",
)  # fmt: skip
PERFORMANCE = (
    "member_count", "active_members", "churn_rate", "lifetime_value", "avg_order_value",
    "purchase_frequency", "conversion_rate", "email_open_rate", "email_click_rate",
    "sms_open_rate", "engagement_score", "revenue_generated",
)  # fmt: skip
MONEY = ("revenue", "avg_order_value", "lifetime_value", "revenue_generated")
MOST_OVERLAPS = 15


def show(chosen: Chosen) -> None:
    behavior(chosen)
    performance(chosen)
    left, right = st.columns(2)
    with left:
        rfm(chosen)
    with right:
        migration(chosen)
    overlap(chosen)


def tick_of(column: str) -> str:
    return ".1%" if column.endswith("rate") else ",.2~f"


def behavior(chosen: Chosen) -> None:
    st.subheader("Behavior")
    column = st.selectbox(
        "Measure", BEHAVIOR, format_func=titled, key="behavior", bind="query-params"
    )
    rows = chosen.in_period("dashboard/behavior", segments=chosen.segments or ["all"])
    who = "Members of the chosen segments" if chosen.segments else "All customers"
    st.caption(f"{who}, on that day alone. A point is an evaluated day; lines only join them.")
    over_time(chosen, rows, column, "behavior_chart")


def performance(chosen: Chosen) -> None:
    st.subheader("Performance of segments")
    column = st.selectbox(
        "Measure", PERFORMANCE, format_func=titled, key="performance", bind="query-params"
    )
    rows = chosen.in_period("dashboard/performance", segments=chosen.charted)
    if not chosen.segments:
        st.caption("The largest segments; choose others on the left.")
    over_time(chosen, rows, column, "performance_chart")


def over_time(chosen: Chosen, rows: list[dict], column: str, key: str) -> None:
    if not any(row[column] is not None for row in rows):
        nothing(f"{titled(column)} has no value in this period.")
        return
    label = titled(column)
    if column in MONEY:
        label += f", {chosen.insights['currency']}"
    figure = figures.over_time(rows, column, label, tick_of(column), dark=is_dark())
    chart(figure, key)


def rfm(chosen: Chosen) -> None:
    st.subheader("RFM")
    rows = chosen.read("reports/rfm_grid")
    if not rows:
        nothing("There are no RFM scores.")
        return
    models = list(dict.fromkeys(row["rfm_model"] for row in rows))
    model = st.selectbox("Model", models, format_func=titled, key="rfm", bind="query-params")
    st.caption("How many customers have which scores; 5 is the best.")
    cells = [row for row in rows if row["rfm_model"] == model]
    chart(figures.rfm_grid(cells, is_dark()), "rfm_grid")


def overlap(chosen: Chosen) -> None:
    st.subheader("Overlap")
    segments = chosen.charted[:MOST_OVERLAPS]
    if len(segments) < 2:
        nothing("Choose two segments or more to see what they share.")
        return
    st.caption("The share of each row's members who are also in the segment of the column.")
    names = chosen.labels
    rows = [
        row | {"name": names[row["segment_id"]], "other_name": names[row["other_segment_id"]]}
        for row in chosen.read("dashboard/overlap", segments=segments)
    ]
    chart(figures.overlap(rows, is_dark()), "overlap")


def migration(chosen: Chosen) -> None:
    st.subheader("Migration")
    dimensions = list(dict.fromkeys(row["dimension"] for row in chosen.listed if row["dimension"]))
    if not dimensions:
        nothing("No dimension is tracked.")
        return
    dimension = st.selectbox(
        "Dimension", dimensions, format_func=titled, key="dimension", bind="query-params"
    )
    st.caption(f"Between {chosen.first_day} and {chosen.last_day}; who stayed is in it too.")
    rows = chosen.in_period("dashboard/flows", dimension=dimension)
    if not rows:
        nothing("Nobody had a value on either day.")
        return
    chart(figures.flows(rows, is_dark()), "migration")
