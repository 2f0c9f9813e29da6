"""The charts of the report and of the dashboard: rows in, a Plotly figure out.

Rows are dicts with the columns of a mart. Nothing is calculated here: a figure shows what
the marts say. Needs the packages of requirements-dashboard.txt.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from reports.style import (
    COLOURS,
    GOAL_COLOURS,
    GRID,
    INK,
    SCALE,
    Row,
    line_style,
    number,
    numbers,
    percent,
    rows_height,
    styled,
    text_positions,
    whole_ticks,
)


def distribution(rows: Sequence[Row], dark: bool = False) -> go.Figure:
    """How many customers each segment has: name, member_count, share_of_customers."""
    rows = list(rows)[::-1]
    figure = go.Figure(
        go.Bar(
            x=numbers(rows, "member_count"),
            y=[row["name"] for row in rows],
            orientation="h",
            text=[
                f"{row['member_count']:,} ({percent(row['share_of_customers'])})" for row in rows
            ],
            textposition=text_positions(numbers(rows, "member_count")),
            textangle=0,
            cliponaxis=False,
            hovertemplate="%{y}: %{text}<extra></extra>",
        )
    )
    figure.update_xaxes(title="Customers", tickformat=",d", rangemode="tozero")
    return styled(figure, dark, rows_height(len(rows)))


def over_time(
    rows: Sequence[Row], column: str, label: str, tick: str = ",", dark: bool = False
) -> go.Figure:
    """A column by day, a line per segment: name, date and the column."""
    figure = go.Figure()
    names = list(dict.fromkeys(row["name"] for row in rows))
    for place, name in enumerate(names):
        own = [row for row in rows if row["name"] == name]
        figure.add_scatter(
            x=[row["date"] for row in own],
            y=numbers(own, column),
            name=name,
            mode="lines+markers" if len(own) < 40 else "lines",
            marker={"size": 4},
            line=line_style(place),
            hovertemplate=f"%{{x|%Y-%m-%d}}: %{{y:{tick}}}<extra>%{{fullData.name}}</extra>",
        )
    figure.update_xaxes(title="Day", type="date")
    few = whole_ticks(numbers(rows, column))
    figure.update_yaxes(title=label, tickformat=tick, rangemode="tozero", **few)
    return styled(figure, dark, showlegend=len(names) > 1)


def entries_and_exits(rows: Sequence[Row], dark: bool = False) -> go.Figure:
    """Who came and who went by day: date, entered_count, left_count."""
    days = [row["date"] for row in rows]
    figure = go.Figure()
    figure.add_bar(x=days, y=numbers(rows, "entered_count"), name="entered")
    left = [-value for value in numbers(rows, "left_count")]
    figure.add_bar(x=days, y=left, name="left")
    figure.update_xaxes(title="Day", type="date")
    few = whole_ticks(numbers(rows, "entered_count") + left)
    figure.update_yaxes(title="Customers", tickformat=",d", **few)
    return styled(figure, dark, barmode="relative")


def score_bands(rows: Sequence[Row], dark: bool = False) -> go.Figure:
    """Conversion by band of a score: band, conversion_rate_30d, active_count."""
    rows = list(rows)[::-1]
    figure = go.Figure(
        go.Bar(
            x=numbers(rows, "conversion_rate_30d"),
            y=[row["band"] for row in rows],
            orientation="h",
            text=[f"{percent(r['conversion_rate_30d'])} of {r['active_count']:,}" for r in rows],
            textposition=text_positions(numbers(rows, "conversion_rate_30d")),
            textangle=0,
            cliponaxis=False,
            marker={"color": COLOURS[2]},
            hovertemplate="%{y}: %{text}<extra></extra>",
        )
    )
    figure.update_xaxes(
        title="Customers with an order, of those active in 30 days",
        tickformat=".0%",
        rangemode="tozero",
    )
    figure.update_yaxes(type="category", title="Band")
    return styled(figure, dark, rows_height(len(rows)))


def stakes(rows: Sequence[Row], currency: str, dark: bool = False) -> go.Figure:
    """Money at stake by segment, coloured by goal: name, goal, money_at_stake."""
    figure = go.Figure()
    for goal in dict.fromkeys(row["goal"] for row in rows):
        own = [row for row in rows if row["goal"] == goal]
        figure.add_bar(
            x=numbers(own, "money_at_stake"),
            y=[row["name"] for row in own],
            orientation="h",
            name=goal.replace("_", " "),
            marker={"color": COLOURS[GOAL_COLOURS[goal]]},
            hovertemplate=f"%{{y}}: %{{x:,.2f}} {currency}<extra>%{{fullData.name}}</extra>",
        )
    order = [row["name"] for row in rows][::-1]
    figure.update_xaxes(title=f"{currency} a year", tickformat=",")
    figure.update_yaxes(categoryorder="array", categoryarray=order)
    return styled(figure, dark, 60 + rows_height(len(rows)), showlegend=True)


def heatmap(
    across: Sequence[Any],
    down: Sequence[Any],
    cells: Sequence[Sequence[Any]],
    texts: Sequence[Sequence[str]],
    titles: tuple[str, str, str],
    dark: bool = False,
    is_share: bool = False,
) -> go.Figure:
    """A grid of numbers with their text in the cells; missing cells stay empty.

    The text has no size of its own, so that Plotly makes it fit, or leaves it out.
    """
    figure = go.Figure(
        go.Heatmap(
            x=[str(one) for one in across],
            y=[str(one) for one in down],
            z=[[number(cell) for cell in row] for row in cells],
            text=texts,
            texttemplate="%{text}",
            colorscale=SCALE,
            showscale=False,
            zmin=0 if is_share else None,
            zmax=1 if is_share else None,
            hoverongaps=False,
            xgap=1,
            ygap=1,
            hovertemplate=f"{titles[0]} %{{x}}, {titles[1]} %{{y}}: %{{text}}"
            f"<extra>{titles[2]}</extra>",
        )
    )
    figure.update_xaxes(title=titles[0], type="category", showgrid=False)
    figure.update_yaxes(title=titles[1], type="category", showgrid=False, autorange="reversed")
    # slanted labels need room below the grid
    labels = 6 * max((len(str(one)) for one in across), default=0)
    return styled(figure, dark, max(320, 120 + labels + 28 * len(down)))


def grid(
    rows: Sequence[Row], x: str, y: str, value: str, text: Any, titles: tuple[str, str, str],
    dark: bool, is_share: bool,
) -> go.Figure:  # fmt: skip
    """A heatmap of rows that name their cell."""
    across, down = (list(dict.fromkeys(row[name] for row in rows)) for name in (x, y))
    found = {(row[y], row[x]): row for row in rows if row[value] is not None}
    own = [[found.get((one, other)) for other in across] for one in down]
    cells = [[row and row[value] for row in line] for line in own]
    texts = [[text(row) if row else "" for row in line] for line in own]
    return heatmap(across, down, cells, texts, titles, dark, is_share)


def rfm_grid(rows: Sequence[Row], dark: bool = False) -> go.Figure:
    """Customers by recency and frequency score: r, f, customer_count."""
    ordered = sorted(rows, key=lambda row: (-row["f"], row["r"]))
    titles = ("Recency score", "Frequency score", "Customers")
    return grid(
        ordered, "r", "f", "customer_count", lambda row: f"{row['customer_count']:,}",
        titles, dark, False,
    )  # fmt: skip


def overlap(rows: Sequence[Row], dark: bool = False) -> go.Figure:
    """How much segments share: name, other_name, share_of_segment."""
    titles = ("Also in", "Members of", "Share")
    return grid(
        rows, "other_name", "name", "share_of_segment",
        lambda row: percent(row["share_of_segment"], 0), titles, dark, True,
    )  # fmt: skip


def retention(rows: Sequence[Row], column: str, label: str, dark: bool = False) -> go.Figure:
    """The retention triangle: cohort_name, period_number and a share."""
    titles = ("Period", "Cohort", label)
    return grid(
        rows, "period_number", "cohort_name", column, lambda row: percent(row[column], 0),
        titles, dark, True,
    )  # fmt: skip


def retention_curves(rows: Sequence[Row], column: str, label: str, dark: bool = False) -> go.Figure:
    """A line per cohort: cohort_name, period_number and a share."""
    figure = go.Figure()
    for place, name in enumerate(dict.fromkeys(row["cohort_name"] for row in rows)):
        own = [row for row in rows if row["cohort_name"] == name and row[column] is not None]
        figure.add_scatter(
            x=[row["period_number"] for row in own],
            y=numbers(own, column),
            name=name,
            mode="lines+markers",
            marker={"size": 5},
            line=line_style(place),
            hovertemplate="period %{x}: %{y:.1%}<extra>%{fullData.name}</extra>",
        )
    figure.update_xaxes(title="Period since joining", dtick=1, zeroline=False)
    figure.update_yaxes(title=label, tickformat=".0%", rangemode="tozero")
    return styled(figure, dark, 420)


def flows(rows: Sequence[Row], dark: bool = False) -> go.Figure:
    """Who went from which value to which: from_value, to_value, customer_count."""
    before = list(dict.fromkeys(row["from_value"] for row in rows))
    after = list(dict.fromkeys(row["to_value"] for row in rows))
    names = before + after
    colours = {name: COLOURS[i % len(COLOURS)] for i, name in enumerate(dict.fromkeys(names))}
    figure = go.Figure(
        go.Sankey(
            node={
                "label": names,
                "color": [colours[name] for name in names],
                "pad": 12,
                "hovertemplate": "%{label}: %{value:,d}<extra></extra>",
            },
            link={
                "source": [before.index(row["from_value"]) for row in rows],
                "target": [len(before) + after.index(row["to_value"]) for row in rows],
                "value": numbers(rows, "customer_count"),
                "color": "rgba(127,127,127,0.35)",
                "hovertemplate": "%{source.label} → %{target.label}: %{value:,d}<extra></extra>",
            },
            valueformat=",d",
            textfont={"color": INK[dark], "shadow": "none"},
        )
    )
    return styled(figure, dark, max(360, 60 + 34 * max(len(before), len(after))))


def funnel(rows: Sequence[Row], dark: bool = False) -> go.Figure:
    """How many reached each stage of the journey: stage, reached_count."""
    figure = go.Figure(
        go.Funnel(
            y=[row["stage"] for row in rows],
            x=numbers(rows, "reached_count"),
            texttemplate="%{value:,d} (%{percentInitial:.1%})",
            marker={"color": COLOURS[0]},
            connector={"line": {"color": GRID[dark]}},
        )
    )
    figure.update_yaxes(showgrid=False)
    return styled(figure, dark, rows_height(2 * len(rows)))
