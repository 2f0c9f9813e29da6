"""The command that writes files for other tools and for people."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
from output import say

Names = Sequence[str]


@click.command()
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("exports"),
    show_default=True,
    metavar="DIR",
    help="Folder to write to.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("csv", "parquet", "json")),
    default="csv",
    show_default=True,
    help="How files are written; insights are always JSON.",
)
@click.option("--segment", "segments", multiple=True, help="Members of this segment; repeat it.")
@click.option("--mart", "marts", multiple=True, help="This mart; repeat it.")
@click.option("--by-segment", is_flag=True, help="A folder with a file per segment.")
def export(folder: Path, form: str, segments: Names, marts: Names, by_segment: bool) -> None:
    """Exports the published marts: segments and summaries, or what is asked for.

    Without --segment and --mart: comprehensive_user_segments, engagement_segment_summary,
    customer_segment_summary and segment_insights.json.
    """
    from exports import STANDARD, Export
    from warehouse import published_file

    if by_segment and not (segments or marts):
        raise click.UsageError("--by-segment needs --segment or --mart.")
    export = Export(folder.resolve(), form, by_segment)
    if published_file() is None:
        say("Nothing is published: this is what the warehouse holds, tested or not.")
    marts, segments = list(dict.fromkeys(marts)), list(dict.fromkeys(segments))
    try:
        export.check(marts, segments)
        for mart in marts:
            export.mart(mart, mart)
        if segments:
            export.members(segments)
        if not (marts or segments):
            for name, mart, conditions in STANDARD:
                export.mart(name, mart, conditions)
            export.insights()
    finally:
        export.close()
    for file, rows in export.written:
        click.echo(str(file))
        say(f"{rows:,} rows")
