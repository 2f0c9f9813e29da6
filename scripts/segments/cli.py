"""The commands about segments: they read definitions and the warehouse, and build nothing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from core.errors import CannotRun
from core.output import format_option, say, shown, write_json, write_rows

tenant_option = click.option("--tenant", metavar="TENANT", help="Only this tenant.")


class Value(click.ParamType):
    """KEY=VALUE, where the value is read as YAML."""

    name = "key=value"

    def convert(self, value: Any, param: Any, ctx: Any) -> tuple[str, Any]:
        import yaml

        key, equals, text = value.partition("=")
        if not equals or not key:
            self.fail(f"expected KEY=VALUE, received {value!r}", param, ctx)
        try:
            return key, yaml.safe_load(text)
        except yaml.YAMLError:
            return key, text


@click.group()
def segments() -> None:
    """Looks at segments: validate, list, explain, compare. Builds nothing."""


@segments.command()
@click.option(
    "--data", is_flag=True, help="Warn of events and properties that the warehouse never saw."
)
@format_option()
def validate(data: bool, form: str) -> None:
    """Checks all definitions and reports every problem; exit 1 if one is an error."""
    from core.settings import PROJECT
    from segments.language import Language

    language = Language(PROJECT)
    found, problems = language.validate()
    errors = sum(problem["severity"] == "error" for problem in problems)
    if data and not errors:
        from segments.data import warnings_of

        problems += warnings_of(language, found)
    write_problems(language, problems, form)
    warnings = len(problems) - errors
    say(f"{len(found)} definitions, {errors} problem(s), {warnings} warning(s)")
    sys.exit(1 if errors else 0)


def write_problems(language: Any, problems: list[dict[str, Any]], form: str) -> None:
    """Problems one a line, or with their parts in columns."""
    if form == "table":
        for problem in problems:
            mark = "" if problem["severity"] == "error" else "warning: "
            click.echo(mark + language.problem_line(problem))
        return
    columns = ["file", "segment", "path", "severity", "message", "found", "expected", "suggestion"]
    columns.append("line")
    write_rows(columns, [[problem[column] for column in columns] for problem in problems], form)


@segments.command("list")
@click.option("--dimensions", is_flag=True, help="Values of tracked dimensions too.")
@format_option()
def list_segments(dimensions: bool, form: str) -> None:
    """Lists the segments with their size; `not built`: defined since the last build."""
    from segments.warehouse import as_of, definitions, fetch

    as_of()
    columns, rows = fetch("list", with_dimensions=dimensions)
    known = {row[0] for row in rows}
    for one in definitions():
        meta = one["meta"] if isinstance(one["meta"], dict) else {}
        if one["name"] not in known and "template" not in meta:
            owner = (one["owner"] or {}).get("name")
            kind, tenants = meta.get("segment_type", "custom"), meta.get("tenants")
            rows.append((one["name"], one["label"], kind, owner, tenants, None, "not built", None))
    write_rows(columns, sorted(rows, key=lambda row: row[0]), form)


@segments.command()
@click.argument("name")
@click.option(
    "--runs",
    type=click.IntRange(1),
    default=10,
    show_default=True,
    help="How many runs the trend goes back.",
)
@format_option("table", "json")
def show(name: str, runs: int, form: str) -> None:
    """Shows a segment: definition, SQL, size, and the trend of the last runs."""
    import yaml

    from segments.warehouse import as_of, check_segments, definitions, fetch, from_json

    as_of()
    check_segments([name])
    columns, rows = fetch("definition", segment_id=name)
    kept = dict(zip(columns, rows[0], strict=True))
    file = next((one for one in definitions() if one["name"] == name), None)
    meta = file["meta"] if file else {"criteria": from_json(kept["criteria"])}
    head = {
        "segment_id": name,
        **{key: kept[key] for key in ("label", "description", "segment_type", "owner", "status")},
        "file": file["file"] if file else None,
        "version": kept["version"],
        "since": kept["since"],
        "valid_from": kept["valid_from"],
    }
    size_columns = ["tenant_id", "members", "members_ever", "share_of_customers"]
    sizes = [[row[columns.index(column)] for column in size_columns] for row in rows]
    trend_columns, trend = fetch("trend", segment_id=name, runs=runs)
    if form == "json":
        write_json(
            head
            | {
                "definition": meta,
                "predicate": kept["predicate"],
                "size": [dict(zip(size_columns, row, strict=True)) for row in sizes],
                "trend": [dict(zip(trend_columns, row, strict=True)) for row in trend],
            }
        )
        return
    write_rows(["about", "value"], head.items(), form)
    click.echo("\nDefinition")
    click.echo(yaml.safe_dump(meta, sort_keys=False, allow_unicode=True, width=88).rstrip())
    click.echo(f"\nSQL\n{kept['predicate'] or '- (the definition is wrong)'}\n\nSize")
    write_rows(size_columns, sizes, form)
    click.echo("\nTrend")
    write_rows(trend_columns, trend, form)


@segments.command()
@click.argument("name")
@click.option("--customer", metavar="ID", help="Explain it for this customer.")
@tenant_option
@format_option()
def explain(name: str, customer: str | None, tenant: str | None, form: str) -> None:
    """Explains a segment condition by condition, for all customers or for one."""
    from segments.explain import Explanation

    explanation = Explanation(name)
    if customer is None:
        write_rows(*explanation.attrition(tenant), form)
        say(f"as of {explanation.day}")
        return
    rows, verdict = explanation.of_customer(customer, tenant)
    write_rows(*rows, form)
    say(f"{verdict} (as of {explanation.day})")


@segments.command()
@click.argument("name")
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=50,
    show_default=True,
    help="How many members at most; 0 for all.",
)
@tenant_option
@format_option()
def members(name: str, limit: int, tenant: str | None, form: str) -> None:
    """Lists the members of a segment, since when and why they are in it."""
    from segments.warehouse import check_segments, check_tenant, fetch

    check_segments([name])
    check_tenant(tenant)
    write_rows(*fetch("members", segment_id=name, tenant_id=tenant, most=limit or None), form)
    total = fetch("member_count", segment_id=name, tenant_id=tenant)[1][0][0]
    if limit and total > limit:
        say(f"{limit:,} of {total:,} members; --limit 0 shows all")


@segments.command()
@click.argument("customer")
@click.option("--history", is_flag=True, help="Memberships that have ended too.")
@tenant_option
@format_option()
def of(customer: str, history: bool, tenant: str | None, form: str) -> None:
    """Lists the segments that a customer is in."""
    from segments.warehouse import fetch, tenant_of

    tenant = tenant_of(customer, tenant)
    columns, rows = fetch(
        "of_customer", tenant_id=tenant, customer_id=customer, with_history=history
    )
    write_rows(columns, rows, form)
    say(f"{shown(customer)} ({shown(tenant)}): {len(rows)} membership(s)")


@segments.command()
@click.argument("names", nargs=-1, required=True, metavar="A [B …]")
@tenant_option
@format_option()
def overlap(names: tuple[str, ...], tenant: str | None, form: str) -> None:
    """Compares segments in pairs: shared members, share of each, Jaccard index.

    With one segment, every segment that shares a member with it.
    """
    from segments.warehouse import check_segments, check_tenant, fetch

    check_segments(names)
    check_tenant(tenant)
    asked = list(dict.fromkeys(names))
    write_rows(*fetch("overlap", segments=asked, tenant_id=tenant), form)


@segments.command()
@click.option(
    "--to",
    "path",
    required=True,
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="A folder like segments/, or a file of it.",
)
@format_option()
def diff(path: Path, form: str) -> None:
    """Says what changed definitions would do if they were built: who enters, who leaves.

    Compares with the members of the last build. Problems come first; exit 1 if one is an
    error.
    """
    from segments.diff import COLUMNS, Difference

    difference = Difference(path)
    for line in difference.lines():
        say(line)
    if difference.is_wrong:
        say("Nothing was compared: the definitions are wrong.")
        sys.exit(1)
    rows = difference.rows()
    write_rows(COLUMNS, rows, form)
    if not rows:
        say("No segment would change.")


@segments.command()
@click.argument("name")
@click.option("--template", required=True, metavar="T", help="The template it uses.")
@click.option("--with", "values", type=Value(), multiple=True, help="A parameter; repeat it.")
@click.option("--to", metavar="FILE", help="File under segments/; default NAME.yml.")
@click.option("--owner", help="The team that owns it; default the template's.")
@click.option("--label", help="Its label; default from the name.")
@click.option("--description", help="What it is; default the template's.")
@click.option("--type", "segment_type", metavar="TYPE", help="Its segment_type.")
def new(name, template, values, to, owner, label, description, segment_type) -> None:
    """Writes a new segment that uses a template; never overwrites anything."""
    from segments.new import NewSegment, target_of

    file = target_of(name, to)
    segment = NewSegment(name, template, dict(values))
    text = segment.text(label, description, owner, segment_type)
    problems = segment.problems(text, file)
    if problems:
        for line in problems:
            click.echo(line)
        say("Nothing was written.")
        sys.exit(1)
    file.parent.mkdir(parents=True, exist_ok=True)
    with open(file, "x", encoding="utf-8") as written:
        written.write(text)
    click.echo(str(file))
    say("Look at it, then see what it would do: scripts/run.py segments diff --to segments")


@segments.command()
@click.option("--write", is_flag=True, help="Write schemas/segments.schema.json instead.")
def schema(write: bool) -> None:
    """Prints the JSON Schema of segment files, for editors."""
    from core.settings import PROJECT
    from segments.schema import schema_text
    from segments.warehouse import spoken

    text = schema_text(spoken().segment_vocabulary())
    if not write:
        click.echo(text, nl=False)
        return
    path = PROJECT / "schemas" / "segments.schema.json"
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CannotRun(f"{path} cannot be written: {error.strerror}.") from None
    click.echo(str(path))
