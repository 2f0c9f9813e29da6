"""The commands that tell what the segmentation found: printed insights, a written report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from core.errors import cannot_write
from core.output import say, write_json

tenant_option = click.option("--tenant", metavar="TENANT", help="Only this tenant.")


@click.command()
@tenant_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the insights are written to stdout.",
)
def insights(tenant: str | None, form: str) -> None:
    """Prints what stands out: segments, engagement, demographics, traffic, revenue."""
    from core.marts import Marts
    from reports.insights import insights_of, text_of

    marts = Marts()
    found = [insights_of(marts, row) for row in marts.tenants(tenant)]
    if form == "json":
        write_json(found)
    else:
        click.echo("\n\n".join(text_of(one) for one in found))


@click.command()
@click.option(
    "--segmentation",
    type=click.Choice(["rfm", "behavioral", "lifecycle", "predictive", "all"]),
    default="all",
    show_default=True,
    help="Which segments it is about.",
)
@click.option(
    "--purpose",
    type=click.Choice(["targeting", "personalization", "analysis"]),
    default="analysis",
    show_default=True,
    help="What it is for; it is written at its top.",
)
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("reports"),
    show_default=True,
    metavar="DIR",
    help="Folder to write to; it is made if it is not there.",
)
@tenant_option
def report(segmentation: str, purpose: str, target: Path, tenant: str | None) -> None:
    """Writes the analysis as Markdown and as one HTML page with charts.

    The page needs the packages of requirements-dashboard.txt; without them only the
    Markdown is written.
    """
    from core.marts import Marts
    from reports.content import Report
    from reports.pages import as_markdown

    marts = Marts()
    found = [Report(marts, row, segmentation, purpose) for row in marts.tenants(tenant)]
    name = f"segmentation-{segmentation}" + (f"-{slug(tenant)}" if tenant else "")
    write(target / f"{name}.md", as_markdown(found))
    page = html_of(found)
    if page is not None:
        write(target / f"{name}.html", page)


def slug(tenant: str) -> str:
    return "".join(c if c.isalnum() or c in "-_" else "_" for c in tenant)


def html_of(found: list[Any]) -> str | None:
    try:
        from reports.html import as_html
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "plotly":
            raise
        say("No HTML page: its charts need Plotly. make setup-dashboard installs it.")
        return None
    return as_html(found)


def write(path: Path, text: str) -> None:
    """Writes a file whole or not at all, and tells where it is."""
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        raise cannot_write(path, error) from None
    click.echo(str(path))
