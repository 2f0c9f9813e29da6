"""Reports as one HTML page that needs nothing else: styles, charts and Plotly are in it."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from plotly.offline import get_plotlyjs

from reports import figures
from reports.content import Block, Report

TEMPLATE = Path(__file__).resolve().parent / "report.html.j2"
BOLD = re.compile(r"\*\*(.+?)\*\*")


def as_html(reports: list[Report]) -> str:
    charts: list[dict[str, Any]] = []
    environment = Environment(undefined=StrictUndefined, autoescape=False)
    template = environment.from_string(TEMPLATE.read_text(encoding="utf-8"))
    return template.render(
        title=html.escape(" · ".join(report.title for report in reports)),
        reports=[
            {
                "title": html.escape(report.title),
                "parts": [html_of(block, charts) for block in report.blocks],
            }
            for report in reports
        ],
        charts=embedded(charts),
        plotly=get_plotlyjs(),
    )


def embedded(value: Any) -> str:
    """JSON that can stand in a script element."""
    return json.dumps(value).replace("<", "\\u003c").replace("\u2028", "\\u2028")


def inline(text: str) -> str:
    return BOLD.sub(r"<strong>\1</strong>", html.escape(text))


def html_of(block: Block, charts: list[dict[str, Any]]) -> str:
    if block.kind == "heading":
        return f"<h{block.level}>{inline(block.text)}</h{block.level}>"
    if block.kind == "text":
        return f"<p>{inline(block.text)}</p>"
    if block.kind in ("list", "numbered"):
        tag = "ul" if block.kind == "list" else "ol"
        return f"<{tag}>{''.join(f'<li>{inline(row[0])}</li>' for row in block.rows)}</{tag}>"
    if block.kind == "table":
        return table_of(block)
    return chart_of(block, charts)


def table_of(block: Block) -> str:
    def line(tag: str, cells: list[str]) -> str:
        marks = [' class="number"' if is_number else "" for is_number in block.numeric]
        written = zip(marks, cells, strict=True)
        return "<tr>" + "".join(f"<{tag}{mark}>{inline(cell)}</{tag}>" for mark, cell in written)

    body = "".join(line("td", row) for row in block.rows)
    head = line("th", block.columns)
    return f'<div class="wide"><table><thead>{head}</thead><tbody>{body}</tbody></table></div>'


def chart_of(block: Block, charts: list[dict[str, Any]]) -> str:
    """A place for a chart; both of its layouts are embedded, light and dark."""
    light, dark = (
        json.loads(getattr(figures, block.figure)(**block.given, dark=is_dark).to_json())
        for is_dark in (False, True)
    )
    for layout in (light["layout"], dark["layout"]):
        layout.pop("template", None)
    charts.append({"data": light["data"], "light": light["layout"], "dark": dark["layout"]})
    height = light["layout"]["height"]
    caption = html.escape(block.text)
    return (
        f'<figure><figcaption>{caption}</figcaption><div class="chart" role="img"'
        f' aria-label="{caption}" style="height:{height}px"></div></figure>'
    )
