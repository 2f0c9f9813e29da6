"""The commands about inputs."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from core.errors import CannotRun
from core.output import format_option, say, write_json, write_table
from core.settings import PROJECT

#: what a table cannot be without, as macros/inputs/canonical_columns.sql says
REQUIRED = {
    "events": ("customer_id", "event_type", "event_at"),
    "customers": ("customer_id",),
    "subscriptions": ("customer_id",),
}


@click.group()
def inputs() -> None:
    """Says what the files of an input hold, and writes a first mapping of them."""


@inputs.command()
@click.argument("name")
@click.option("--data-dir", metavar="DIR", help="Folder that the input's paths begin with.")
@format_option("table", "json")
def check(name: str, data_dir: str | None, form: str) -> None:
    """Reads the files of the input NAME and shows what becomes of each column.

    Nothing is built or written. Exit code 1: there are rows or values that cannot be used.
    """
    from inputs.check import checked
    from inputs.macros import InputMacros

    known = sorted(path.stem for path in (PROJECT / "inputs").glob("*.yml"))
    if name not in known:
        raise CannotRun(f"There is no inputs/{name}.yml. Inputs: {', '.join(known)}.")
    variables = {"data_dir": str(Path(data_dir).resolve())} if data_dir else {}
    tables = checked(InputMacros(PROJECT, name, variables))
    if form == "json":
        write_json([asdict(table) for table in tables])
    for table in tables if form == "table" else []:
        say(f"{table.name}: {table.rows:,} rows of {table.files:,} files")
        write_table(
            ("column", "expression", "type", "null", "unreadable", "values"),
            [
                (
                    column["column"],
                    column["expression"],
                    column["type"],
                    f"{column['null_share']:.1%}" if column["null_share"] is not None else None,
                    column["unreadable"],
                    column["values"],
                )
                for column in table.columns
            ],
        )
        for reason, count in table.rejected:
            say(f"rejected: {reason} ({count:,})")
        if table.left_out:
            say(f"left out, since they do not meet `where`: {table.left_out:,} rows")
        if table.unused:
            say(f"in the files and not used: {', '.join(table.unused)}")
        say(f"not mapped: {', '.join(table.unmapped)}\n")
    found = any(table.rejected or any(c["unreadable"] for c in table.columns) for table in tables)
    raise SystemExit(1 if found else 0)


@inputs.command()
@click.argument("name")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
@click.option(
    "--table",
    type=click.Choice(["events", "customers", "subscriptions"]),
    help="What the files hold; guessed unless said.",
)
def new(name: str, files: tuple[str, ...], table: str | None) -> None:
    """Writes inputs/NAME.yml for FILES of one kind, with a guess for each column.

    Of an input that is there already, the table is added. Every guess is marked: correct them,
    and look at the outcome with `inputs check`.
    """
    from inputs.guess import first_mapping
    from inputs.new import write_input

    if not name.isidentifier() or not name.islower():
        raise CannotRun(f"{name} is no name of an input: small letters, digits and _ only.")
    paths = [Path(file).resolve() for file in files]
    if len({path.suffix for path in paths}) > 1:
        raise CannotRun("These are files of several kinds; name those of one at a time.")
    table, meta, left = first_mapping(PROJECT, paths, table)
    path = write_input(PROJECT, name, table, meta, left)
    say(f"wrote {path.relative_to(PROJECT)}: {table}, {len(meta['columns'])} columns, all guessed")
    for column, expression in meta["columns"].items():
        say(f"  {column}: {expression}")
    for column in REQUIRED[table]:
        if column not in meta["columns"]:
            say(f"no column looks like {column}: name it there (is the first line a header?)")
    if left:
        say(f"nothing uses: {', '.join(left)}")
    say(f"Correct it, then: scripts/run.py inputs check {name}")
