"""Tenant, segments and dates: one choice for all pages, kept in the URL."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

import streamlit as st

from core.errors import CannotRun
from core.marts import BUILD_FIRST, Row
from dashboard.data import Session
from reports.text import count, decimal, label_of

MOST_LINES = 7


@dataclass
class Chosen:
    """The marts, and what of them is looked at."""

    marts: Session
    tenant: str
    insights: Row
    #: all segments of the tenant, with their sizes in the period
    listed: list[Row]
    #: ids of the segments that were chosen; none: no choice was made
    segments: list[str]
    first_day: date
    last_day: date
    #: headline figures of the evaluated days, oldest first
    days: list[Row]

    def read(self, query: str, **parameters: object) -> list[Row]:
        return self.marts.read(query, tenant_id=self.tenant, **parameters)

    def in_period(self, query: str, **parameters: object) -> list[Row]:
        return self.read(query, first_day=self.first_day, last_day=self.last_day, **parameters)

    @property
    def shown(self) -> list[Row]:
        """The chosen segments; without a choice all of them."""
        chosen = set(self.segments or (row["segment_id"] for row in self.listed))
        return [row for row in self.listed if row["segment_id"] in chosen]

    @property
    def labels(self) -> dict[str, str]:
        return labels_of(self.listed)

    @property
    def charted(self) -> list[str]:
        """The segments to draw: the chosen ones, else the largest with a definition."""
        own = [row["segment_id"] for row in self.listed if row["dimension"] is None]
        return self.segments or own[:MOST_LINES]


def choose(marts: Session) -> Chosen:
    tenants = {row["tenant_id"]: row for row in marts.tenants()}
    with st.sidebar:
        st.header("Filters")
        tenant = st.selectbox("Tenant", list(tenants), key="tenant", bind="query-params")
        days = marts.read("dashboard/days", tenant_id=tenant)
        if not days:
            raise CannotRun(f"No segments were evaluated for {tenant} yet. {BUILD_FIRST}")
        first, last = period(days)
        listed = marts.read("dashboard/segments", tenant_id=tenant, first_day=first, last_day=last)
        names = labels_of(listed)
        picked = st.multiselect(
            "Segments",
            list(names),
            format_func=lambda one: names.get(one, one),
            key="segments",
            bind="query-params",
            placeholder="All segments",
        )
        as_of = days[-1]["as_of_date"]
        st.caption(f"As of {as_of}, from {marts.file.name}", help=str(marts.file))
    return Chosen(marts, tenant, tenants[tenant], listed, picked, first, last, days)


def labels_of(listed: list[Row]) -> dict[str, str]:
    """A label for each segment, with its id where several have the same one.

    The widgets tell options apart by their label, and the URL has it.
    """
    labels = {row["segment_id"]: label_of(row) for row in listed}
    often = Counter(labels.values())
    return {
        segment: label if often[label] == 1 else f"{label} ({segment})"
        for segment, label in labels.items()
    }


def period(days: list[Row]) -> tuple[date, date]:
    """The days to look at; they lie within those that were evaluated."""
    oldest, newest = days[0]["as_of_date"], days[-1]["as_of_date"]
    earliest = oldest - timedelta(days=1) if oldest == newest else oldest
    limits = {"min_value": earliest, "max_value": newest, "bind": "query-params"}
    first = st.date_input("From", value=oldest, key="from", **limits)
    last = st.date_input("To", value=newest, key="to", **limits)
    if first > last:
        st.warning("From is after To: the two were swapped.")
        first, last = last, first
    return first, last


def headline(chosen: Chosen) -> None:
    """The four figures of the tenant on the last evaluated day of the period."""
    until = [row for row in chosen.days if row["as_of_date"] <= chosen.last_day]
    if not until:
        st.info("No segments were evaluated in this period.")
        return
    now = until[-1]
    first_day = min(chosen.first_day, now["as_of_date"])
    since = next(row for row in chosen.days if row["as_of_date"] >= first_day)
    cards = (
        ("Total segments", "total_segments", 0, "Segments with a definition, archived ones aside."),
        ("Total members", "total_members", 0, "Members, added up over these segments."),
        ("Active segments", "active_segments", 0, "Those of them that have members."),
        ("Average size", "average_size", 2, "Total members by total segments."),
    )
    # side by side where there is room, else in rows of as many as fit
    place = st.container(horizontal=True)
    for label, column, digits, explained in cards:
        value, before = now[column], since[column]
        change = None
        if value is not None and before is not None and value != before:
            change = f"{value - before:+,}"
        shown = count(value) if digits == 0 else decimal(value, digits)
        place.metric(
            label, shown, change, delta_color="off", help=explained, border=True, height="stretch"
        )
    is_later = now["as_of_date"] > since["as_of_date"]
    st.caption(
        f"{chosen.tenant} on {now['as_of_date']}, all segments; the values of"
        f" dimensions, {count(now['dimension_values'])}, are not in these figures."
        + (f" Changes are since {since['as_of_date']}." if is_later else "")
    )
