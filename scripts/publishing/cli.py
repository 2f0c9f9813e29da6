"""The commands for readers elsewhere: publish, export, and segments has."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from core.output import format_option, say, write_rows

Names = Sequence[str]

keep_option = click.option(
    "--keep",
    type=click.IntRange(1),
    default=3,
    show_default=True,
    help="How many published copies stay, the newest included.",
)


@click.command()
@keep_option
@click.option(
    "--storage-version",
    metavar="VERSION",
    help="Oldest DuckDB that can read it; default v1.4.0.",
)
def publish(keep: int, storage_version: str | None) -> None:
    """Publishes the marts to serve/marts.duckdb, if all of their tests passed.

    Readers of the published file never wait for a build, and never see half of one.
    """
    publish_and_tell(keep, storage_version)


def publish_and_tell(keep: int = 3, storage_version: str | None = None) -> None:
    from publishing import publish as publishing

    done = publishing.publish(keep, storage_version or publishing.STORAGE_VERSION)
    size = done.file.stat().st_size / 1024 / 1024
    if done.is_old:
        say(f"run {done.run_id} was published before; nothing was copied")
    else:
        say(f"published run {done.run_id}: {done.tables} marts, {size:,.1f} MiB")
    click.echo(str(done.file))


def publish_after(code: int, is_whole: bool) -> None:
    """Publishes after a build, if it and its tests succeeded; says so if it does not."""
    if code:
        say("Nothing was published, since the build or a test failed; readers keep what they have.")
    elif not is_whole:
        say("Nothing was published, since only a selection was built: scripts/run.py publish")
    else:
        publish_and_tell()


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
    from core.warehouse import published_file
    from publishing.exports import STANDARD, Export

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


@click.command()
@click.argument("name")
@click.argument("customer")
@click.option("--tenant", metavar="TENANT", help="Only this tenant.")
@format_option()
def has(name: str, customer: str, tenant: str | None, form: str) -> None:
    """Says whether a customer is in a segment: exit 0 if so, 1 if not.

    Answers from the published membership, also while a build is going on.
    """
    from publishing.membership import tenants_with_member

    tenants = tenants_with_member(name, customer, tenant)
    rows = [[name, one, customer, True] for one in tenants] or [[name, tenant, customer, False]]
    write_rows(["segment_id", "tenant_id", "customer_id", "is_member"], rows, form)
    sys.exit(0 if tenants else 1)
