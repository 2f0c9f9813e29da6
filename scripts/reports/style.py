"""How the charts look: colours, lines, texts and ticks, the same in every figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import plotly.graph_objects as go

Row = dict[str, Any]

#: Okabe and Ito's colours, told apart by colour-blind people, without black and the
#: yellow that white paper swallows; the same ones on light and dark.
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#7F7F7F")
#: A series beyond the colours is told apart by its dash.
DASHES = ("solid", "dash", "dot", "dashdot")
GOAL_COLOURS = {"keep": 0, "win_back": 5, "convert": 2, "grow": 1, "reward": 3}
INK = {False: "#1f2933", True: "#e4e7eb"}
GRID = {False: "#d9dee3", True: "#3e4c59"}
#: From nothing to much, readable in both modes and without colour.
SCALE = "Cividis"


def styled(figure: go.Figure, dark: bool, height: int = 360, **layout: Any) -> go.Figure:
    """A figure in the common style; transparent, so that the page's colour shows."""
    axis = {name: GRID[dark] for name in ("gridcolor", "linecolor", "zerolinecolor")}
    # with a standoff a title never lies on the labels, however long they are
    axis |= {"automargin": True, "title_standoff": 12}
    figure.update_layout(
        height=height,
        font={"family": "system-ui, sans-serif", "size": 13, "color": INK[dark]},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        colorway=COLOURS,
        margin={"l": 10, "r": 20, "t": 20, "b": 10},
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0},
        **layout,
    )
    figure.update_xaxes(**axis)
    figure.update_yaxes(**axis)
    return figure


def number(value: Any) -> float | None:
    """A number as Plotly's JSON has it; None stays a gap."""
    return None if value is None else float(value)


def numbers(rows: Iterable[Row], column: str) -> list[float | None]:
    return [number(row[column]) for row in rows]


def percent(value: Any, digits: int = 1) -> str:
    return "–" if value is None else f"{100 * value:.{digits}f}%"


def whole_ticks(values: Iterable[float | None]) -> dict[str, Any]:
    """Ticks at whole numbers where values are so small that Plotly would halve them."""
    known = [abs(value) for value in values if value is not None]
    is_small = bool(known) and max(known) <= 5 and all(one.is_integer() for one in known)
    return {"dtick": 1} if is_small else {}


def text_positions(values: Sequence[float | None]) -> list[str]:
    """Text in the long bars and behind the short ones, so that none needs a margin."""
    longest = max((value or 0 for value in values), default=0)
    return ["inside" if (value or 0) > longest / 2 else "outside" for value in values]


def rows_height(count: int) -> int:
    return max(160, 70 + 30 * count)


def line_style(place: int) -> dict[str, Any]:
    return {
        "color": COLOURS[place % len(COLOURS)],
        "dash": DASHES[place // len(COLOURS) % len(DASHES)],
        "width": 2,
    }
