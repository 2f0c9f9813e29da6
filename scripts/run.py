#!/usr/bin/env python3
"""The runner: comfort around dbt. Plain `dbt build` is always enough to build.

Exit codes: 0 fine, 1 findings (a test failed), 2 could not run.
"""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent))

from core.errors import CannotRun
from core.settings import PROJECT, database
from customers.cli import customer, erase
from history.period import Period, backfill_options
from inputs.cli import inputs
from publishing.cli import export, has, publish
from reports.cli import insights, report
from segments.cli import segments

DAY = click.DateTime(formats=["%Y-%m-%d"])


class Variable(click.ParamType):
    """NAME=VALUE, where the value is read as YAML."""

    name = "name=value"

    def convert(self, value: str, param: Any, ctx: Any) -> tuple[str, Any]:
        name, equals, text = value.partition("=")
        if not equals:
            self.fail(f"expected NAME=VALUE, received {value!r}", param, ctx)
        return name, yaml.safe_load(text)


def dbt_options(command: Any) -> Any:
    """The options that choose what dbt works on, shared by build and test."""
    for option in (
        click.option("--inputs", metavar="NAME", help="Input to read: a file in inputs/."),
        click.option("--data-dir", metavar="DIR", help="Folder that the input's paths begin with."),
        click.option("--as-of", type=DAY, help="Last day that is seen, YYYY-MM-DD."),
        click.option("--select", multiple=True, metavar="NODES", help="dbt node selection."),
        click.option("--exclude", multiple=True, metavar="NODES", help="dbt node exclusion."),
        click.option("--var", "variables", type=Variable(), multiple=True, help="A dbt var."),
    ):
        command = option(command)
    return command


def chosen_variables(
    inputs: str | None, data_dir: str | None, as_of: datetime | None, variables: tuple
) -> dict[str, Any]:
    chosen = dict(variables)
    if inputs:
        known = sorted(path.stem for path in (PROJECT / "inputs").glob("*.yml"))
        if inputs not in known:
            raise CannotRun(f"There is no inputs/{inputs}.yml. Inputs: {', '.join(known)}.")
        chosen["inputs"] = inputs
    if data_dir:
        chosen["data_dir"] = str(Path(data_dir).resolve())
    if as_of:
        chosen["as_of_date"] = as_of.strftime("%Y-%m-%d")
    return chosen


def run(
    command: str,
    variables: dict,
    select: tuple,
    exclude: tuple,
    *options: str,
    manifest: Any = None,
) -> int:
    from core.checks import check_definitions

    # what a person wrote is looked at before dbt is started, which takes seconds
    if command == "build":
        check_definitions(variables)

    from core.dbt import report, run_dbt
    from core.lock import one_run_at_a_time

    for flag, nodes in (("--select", select), ("--exclude", exclude)):
        for node in nodes:
            options += (flag, node)
    if select:
        # a test that also needs what is not selected would fail for want of it
        options += ("--indirect-selection", "buildable")
    with one_run_at_a_time():
        outcome = run_dbt(command, *options, variables=variables, manifest=manifest)
    if outcome.ran == 0:
        raise CannotRun("Nothing matches the selection, so nothing was done.")
    report(outcome)
    return outcome.exit_code


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """User segmentation on DuckDB: build the marts from event files, and use them.

    \b
    data      demo writes some, init begins your own; build turns an input's files into
              marts, test tests them
    history   backfill replays days that have passed, archive puts old events away,
              erase forgets a customer
    results   publish and export bring the marts to other tools
    reading   insights and report tell what stands out
    looking   inputs, segments and customer answer questions, and build nothing

    Pages on each are in docs/. Exit codes: 0 fine, 1 findings, 2 could not run.
    """


@cli.command()
@click.option("--to", "target", default="demo_definitions", show_default=True, metavar="DIR",
              help="Folder that the definitions there are move to.")  # fmt: skip
@click.option("--yes", is_flag=True, help="Without asking.")
def init(target: str, yes: bool) -> None:
    """Begins with segments and cohorts of your own instead of the demo's.

    The definitions there are move to a folder that dbt does not read; segments/mine.yml and
    cohorts/mine.yml are written, five stages that hold every customer of any data.
    """
    from segments.start import start, to_move

    names = [str(path.relative_to(PROJECT)) for path in to_move()]
    if not yes:
        click.confirm(f"Move {', '.join(names)} to {target}?", abort=True, err=True)
    for path in start(PROJECT / target):
        click.echo(path.relative_to(PROJECT))
    click.echo(
        f"{len(names)} files are in {target}. Next: scripts/run.py inputs new NAME FILE…, then"
        " build --inputs NAME",
        err=True,
    )


@cli.command()
@click.option("--customers", default=5000, show_default=True, help="How many customers.")
@click.option("--days", default=400, show_default=True, help="How many days of history.")
@click.option("--seed", default=42, show_default=True, help="Another seed, another world.")
@click.option("--end", type=DAY, default="2025-06-30", show_default=True, help="Last day.")
@click.option("--activity", default=100, show_default=True, help="Percent of visits made.")
@click.option("--messy", is_flag=True, help="With rows that are rejected, as real files have.")
@click.option("--to", "target", metavar="DIR", help="Folder to write to; default data/demo.")
def demo(customers, days, seed, end, activity, messy, target) -> None:
    """Writes demo data: events, customers and subscriptions as Parquet."""
    from demo.data import write_demo

    folder = Path(target).resolve() if target else PROJECT / "data" / "demo"
    try:
        written = write_demo(
            folder,
            customers,
            days,
            seed,
            date(end.year, end.month, end.day),
            messy=messy,
            activity=activity,
            on_progress=lambda step, done, total: click.echo(f"demo: {step}", err=True),
        )
    except ValueError as error:
        raise CannotRun(str(error)) from None
    for table in ("events", "customers", "subscriptions"):
        click.echo(f"{table}: {written[table]:,} rows")
    click.echo(f"written to {folder}")


@cli.command()
@dbt_options
@click.option("--full-refresh", is_flag=True, help="Build everything from the files again.")
@click.option("--no-publish", is_flag=True, help="Leave the published marts as they are.")
def build(inputs, data_dir, as_of, select, exclude, variables, full_refresh, no_publish) -> None:
    """Builds and tests the marts from an input's files, and publishes them if all is well."""
    chosen = chosen_variables(inputs, data_dir, as_of, variables)
    sys.exit(build_marts(chosen, select, exclude, full_refresh, no_publish))


def build_marts(
    chosen: dict,
    select: tuple = (),
    exclude: tuple = (),
    full_refresh: bool = False,
    no_publish: bool = False,
    manifest: Any = None,
) -> int:
    """Builds and tests, sums up what was built, and publishes it."""
    from core.warehouse import read
    from publishing.cli import publish_after

    # unit tests look at the models, not at the data: `test` and plain dbt run them
    options = ("--exclude-resource-type", "unit_test")
    options += ("--full-refresh",) if full_refresh else ()
    code = run("build", chosen, select, exclude, *options, manifest=manifest)
    if code < 2 and not select:
        for label, value in read("core/build_summary")[1]:
            click.echo(f"{label:<34} {value:>18}")
        click.echo(f"The marts are in {database()}: customer_behavior_summary, rfm_scores, …")
    if not no_publish:
        publish_after(code, is_whole=not (select or exclude))
    return code


@cli.command()
@dbt_options
def test(inputs, data_dir, as_of, select, exclude, variables) -> None:
    """Tests the marts as they are."""
    sys.exit(run("test", chosen_variables(inputs, data_dir, as_of, variables), select, exclude))


@cli.command()
@backfill_options
@click.option("--inputs", metavar="NAME", help="Input to read: a file in inputs/.")
@click.option("--data-dir", metavar="DIR", help="Folder that the input's paths begin with.")
@click.option("--var", "variables", type=Variable(), multiple=True, help="A dbt var.")
@click.option("--no-publish", is_flag=True, help="Leave the published marts as they are.")
def backfill(inputs, data_dir, variables, restart, as_known, no_publish, **period) -> None:
    """Replays days, oldest first, so that the histories hold each of them.

    Each day sees what was loaded until the end of the day after it. The last day is built
    in full, with tests. Interrupted, the same command goes on where it stopped.
    """
    from history.backfill import replay

    chosen = chosen_variables(inputs, data_dir, None, variables)
    last_day, manifest = replay(Period(**period), chosen, restart, as_known)
    # a replay that ends before the newest day is not what the marts' readers wait for
    no_publish = no_publish or last_day["known_until"] is not None
    sys.exit(build_marts(chosen | last_day, no_publish=no_publish, manifest=manifest))


@cli.command()
@click.option("--to", "target", metavar="DIR", help="Folder to write to; default archive.")
@click.option("--var", "variables", type=Variable(), multiple=True, help="A dbt var.")
def archive(target, variables) -> None:
    """Moves events older than the var retention_days to Parquet files, a month in each.

    What is counted of them stays: lifetime columns are the same afterwards. A row is only
    deleted when it was read back from its file.
    """
    from history.archive import archive as take

    folder = Path(target).resolve() if target else PROJECT / "archive"
    until, months = take(folder, dict(variables))
    for month in months:
        click.echo(f"{month.month}  {month.rows:>12,} rows  {month.bytes:>12,} bytes  {month.file}")
    if not months:
        click.echo(f"archive: there are no events up to {until}; nothing was done", err=True)
    else:
        rows = sum(month.rows for month in months)
        click.echo(f"archive: {rows:,} rows up to {until} are in {folder}", err=True)


segments.add_command(has)
cli.add_command(inputs)
cli.add_command(segments)
cli.add_command(customer)
cli.add_command(erase)
cli.add_command(publish)
cli.add_command(export)
cli.add_command(insights)
cli.add_command(report)

if __name__ == "__main__":
    cli()
