"""The page of the segments: all of them, and one in detail."""

from __future__ import annotations

import json

import streamlit as st
import yaml

from core.errors import CannotRun
from dashboard.data import chart, is_dark, nothing, table
from dashboard.filters import Chosen
from reports import figures
from reports.text import NOTHING, arrow, count, label_of, share, words

MOST_MEMBERS = 50


def show(chosen: Chosen) -> None:
    if not chosen.shown:
        nothing("This tenant has no segments.")
        return
    own = [row for row in chosen.shown if chosen.segments or row["dimension"] is None]
    values = [row for row in chosen.shown if not chosen.segments and row["dimension"] is not None]
    overview(own, "segments_table")
    if values:
        with st.expander(f"Values of dimensions ({len(values)})"):
            overview(values, "values_table")
    st.divider()
    names = chosen.labels
    segment = st.selectbox(
        "One segment",
        [row["segment_id"] for row in chosen.shown],
        format_func=lambda one: names.get(one, one),
        key="segment",
        bind="query-params",
    )
    detail(chosen, segment)


def overview(rows: list[dict], key: str) -> None:
    table(
        [
            {
                "Segment": label_of(row),
                "Members": row["size"],
                "Share now": 100 * row["share_of_customers"],
                "Trend": arrow(row["trend"], row["member_change"]),
                "Entered": row["entered"],
                "Left": row["gone"],
                "Over time": row["sizes"],
                "Type": words(row["segment_type"]),
                "Owner": row["owner"],
            }
            for row in rows
        ],
        key=key,
        column_config={
            "Owner": st.column_config.TextColumn(width=130),
            "Members": st.column_config.NumberColumn(format="localized", help="On the last day."),
            "Share now": st.column_config.NumberColumn(format="%.1f%%"),
            "Trend": st.column_config.TextColumn(help="Against four weeks before the newest day."),
            "Entered": st.column_config.NumberColumn(format="localized", help="In the period."),
            "Left": st.column_config.NumberColumn(format="localized", help="In the period."),
            "Over time": st.column_config.LineChartColumn(y_min=0),
        },
    )


def detail(chosen: Chosen, segment: str) -> None:
    found = chosen.read("dashboard/definition", segment_id=segment)
    if not found:
        nothing("This segment is not defined any more.")
        return
    row = found[0]
    st.subheader(label_of(row))
    st.write(row["description"] or "")
    # as plain text: an owner's name is not Markdown
    st.text(
        f"{count(row['member_count'])} members now, {share(row['share_of_customers'])} of the"
        f" customers. Owner: {row['owner'] or NOTHING}. Status: {row['status']}."
        f" Version {row['version']}, since {row['valid_from']}."
    )
    if row["action"]:
        st.write(f"Recommended: {row['action']}.")
    left, right = st.columns(2)
    with left:
        st.markdown("**Definition**")
        st.code(yaml.safe_dump(json.loads(row["criteria"]), sort_keys=False), language="yaml")
    with right:
        st.markdown("**SQL**")
        st.code(row["predicate"] or "-- the definition is wrong", language="sql", wrap_lines=True)
    trend = chosen.in_period("dashboard/trends", segments=[segment])
    if not trend:
        nothing("The segment was not evaluated in this period.")
    else:
        left, right = st.columns(2)
        with left:
            st.markdown("**Members**")
            chart(figures.over_time(trend, "member_count", "Members", dark=is_dark()), "size")
        with right:
            st.markdown("**Entries and exits**")
            moves(trend)
    left, right = st.columns(2)
    with left:
        attrition(chosen, segment)
    with right:
        members(chosen, segment)


def moves(trend: list[dict]) -> None:
    later = [row for row in trend if not row["is_first_day"]]
    if not later:
        nothing("In this period there is only its first day: nobody entered or left before.")
        return
    st.caption("Each bar counts from the evaluated day before it.")
    chart(figures.entries_and_exits(later, dark=is_dark()), "moves")


def attrition(chosen: Chosen, segment: str) -> None:
    st.markdown("**Attrition**")
    st.caption("How many customers pass each condition, on the warehouse as it is now.")
    if not st.button("Explain the size", key=f"explain_{segment}"):
        return
    from segments.explain import Explanation

    try:
        columns, rows = Explanation(segment).attrition(chosen.tenant)
    except CannotRun as error:
        nothing(error.message)
        return
    found = [dict(zip(columns, row, strict=True)) for row in rows]
    number = st.column_config.NumberColumn
    config = {
        "step": None,
        "condition": "Condition",
        "pass_alone": number("Alone", format="localized", help="Pass this condition."),
        "pass_so_far": number("So far", format="localized", help="Pass it and those above."),
        "lost_here": number("Lost", format="localized", help="Passed those above, not this."),
    }
    table(found, key="attrition", column_config=config)


def members(chosen: Chosen, segment: str) -> None:
    st.markdown("**Members**")
    rows = chosen.read("dashboard/members", segment_id=segment, most=MOST_MEMBERS)
    if not rows:
        nothing("Nobody is in it now.")
        return
    st.caption(f"{len(rows)} of them, those who came last first.")
    labels = {"customer_id": "Customer", "since": "Since", "reason": "Why"}
    table(rows, key="members", column_config=labels)
