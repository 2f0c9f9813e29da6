"""The page of cohorts: the retention triangle and its curves."""

from __future__ import annotations

from datetime import date

import streamlit as st

from dashboard.data import chart, is_dark, nothing, table
from dashboard.filters import Chosen
from reports import figures
from reports.text import titled

MEASURES = {
    "active_share": "Active in the period",
    "bought_share": "Bought in the period",
    "active_or_later_share": "Active then or later",
}
MOST_COHORTS = 24
MOST_CURVES = 7
BEGINNING = date(1, 1, 1)


def show(chosen: Chosen) -> None:
    found = {row["definition_id"]: row for row in chosen.read("dashboard/cohorts")}
    if not found:
        nothing("There are no cohorts. They are defined under cohorts/.")
        return
    left, right = st.columns(2)
    with left:
        cohort = st.selectbox(
            "Cohorts", list(found), format_func=titled, key="cohorts", bind="query-params"
        )
    with right:
        measure = st.selectbox(
            "Retention", list(MEASURES), format_func=MEASURES.get, key="retention",
            bind="query-params",
        )  # fmt: skip
    st.write(found[cohort]["description"] or "")
    rows = chosen.read(
        "dashboard/retention",
        definition_id=cohort,
        first_day=BEGINNING,
        last_day=chosen.last_day,
        most=MOST_COHORTS,
    )
    if not rows:
        nothing("No cohort had begun by the last day of the period.")
        return
    st.caption(
        f"The newest {MOST_COHORTS} cohorts that began by {chosen.last_day}; a period that has not"
        " begun yet is empty, not zero."
    )
    label = MEASURES[measure]
    chart(figures.retention(rows, measure, label, is_dark()), "retention_grid")
    newest = list(dict.fromkeys(row["cohort_id"] for row in rows))[-MOST_CURVES:]
    curves = [row for row in rows if row["cohort_id"] in newest]
    chart(figures.retention_curves(curves, measure, label, is_dark()), "retention_curves")
    columns = (
        "cohort_name", "period_number", "customer_count", "active_count", "bought_count",
        "order_count", "revenue", "cumulative_revenue_per_customer", "is_complete",
    )  # fmt: skip
    with st.expander("The figures"):
        shown = [{column: row[column] for column in columns} for row in rows]
        table(shown, key="cohort_table", column_config={one: titled(one) for one in columns})
