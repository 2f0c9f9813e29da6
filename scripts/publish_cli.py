"""The command that publishes the marts."""

from __future__ import annotations

import click
from output import say

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
    import publish as publishing

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
