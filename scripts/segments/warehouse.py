"""Reads definitions and the warehouse for the segments commands."""

from __future__ import annotations

import json
from typing import Any

from core.errors import CannotRun
from core.settings import PROJECT, database
from core.warehouse import read, rows_of, sql_of

BUILD_FIRST = "Build first: scripts/run.py build"


def named(name: str) -> str:
    """A name as a message shows it: in quotes, and not endless."""
    return repr(name) if len(name) <= 80 else f"{name[:80]!r}…"


def spoken() -> Any:
    """The segment language of the project, its graph read from the YAML files."""
    from segments.files import read_graph
    from segments.language import Language

    language = Language(PROJECT)
    language.set_graph(read_graph(PROJECT))
    return language


def readable(query: Any, *arguments: Any, **options: Any) -> tuple[list[str], list[tuple]]:
    """Calls a reader of the warehouse; a table that is not there yet is explained."""
    try:
        return query(*arguments, **options)
    except CannotRun as error:
        if "does not exist" in error.message:
            what = error.message.splitlines()[0].removeprefix("Catalog Error: ").rstrip("!")
            raise CannotRun(f"{database()} is not whole: {what}. {BUILD_FIRST}") from None
        raise


def fetch(query: str, **parameters: Any) -> tuple[list[str], list[tuple]]:
    """The column names and rows of scripts/segments/sql/<query>.sql."""
    return readable(read, f"segments/{query}", parameters=parameters)


def evaluate(query: str, parts: dict[str, Any], **parameters: Any) -> tuple[list[str], list[tuple]]:
    """Like fetch, for a query around one that the macros made, filled in by Jinja."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(undefined=StrictUndefined, autoescape=False)
    text = environment.from_string(sql_of(f"segments/{query}"))
    return readable(rows_of, text.render(**parts), parameters=parameters)


def as_of() -> Any:
    """The day that the segments were last evaluated for."""
    day = fetch("as_of")[1][0][0]
    if day is None:
        raise CannotRun(f"No run has evaluated segments yet. {BUILD_FIRST}")
    return day


def nearest(name: str, candidates: Any) -> str:
    """A sentence that suggests the name that was perhaps meant, or none."""
    names = sorted(set(candidates))
    similar = spoken().similar_name(name, names)
    if similar:
        return f"Did you mean {similar}?"
    return f"There are: {', '.join(names[:20])}{', …' if len(names) > 20 else ''}."


def check_segments(names: Any) -> None:
    """Stops when the warehouse has never seen a segment."""
    known = {row[0] for row in fetch("known")[1]}
    if not known:
        raise CannotRun(f"The warehouse has no segments yet. {BUILD_FIRST}")
    for name in names:
        for one in definitions() if name not in known else []:
            if one["name"] == name:
                raise CannotRun(f"{name} is defined in {one['file']}, but not built. {BUILD_FIRST}")
        if name not in known:
            raise CannotRun(f"The warehouse has no segment {named(name)}. {nearest(name, known)}")


def check_tenant(tenant: str | None) -> None:
    """Stops when a tenant has no customers: what it is asked for would all be zero."""
    known = [row[0] for row in fetch("tenants")[1]]
    if tenant is not None and tenant not in known:
        raise CannotRun(f"There is no tenant {named(tenant)}. {nearest(tenant, known)}")


def tenant_of(customer: str, tenant: str | None) -> str:
    """The tenant of a customer; stops when there is none, or more than one to choose from."""
    tenants = [row[0] for row in fetch("tenants_of_customer", customer_id=customer)[1]]
    if tenant is None and len(tenants) > 1:
        raise CannotRun(
            f"Customer {named(customer)} is in {len(tenants)} tenants: {', '.join(tenants)}."
            " Say which: --tenant NAME"
        )
    if tenant is None and tenants:
        return tenants[0]
    if tenant in tenants:
        return tenant
    if tenants:
        raise CannotRun(
            f"Tenant {named(tenant)} has no customer {named(customer)}; {', '.join(tenants)} has."
        )
    similar = fetch("similar_customer", customer_id=customer)[1]
    hint = f" Did you mean {similar[0][0]}?" if similar else ""
    raise CannotRun(f"There is no customer {named(customer)} as of {as_of()}.{hint}")


def definitions() -> list[dict[str, Any]]:
    """The definitions under segments/, templates too; wrong ones as they are."""
    from segments.files import read_definitions

    return read_definitions(PROJECT)[0]


def right_context(language: Any, written: list[dict[str, Any]]) -> dict[str, Any]:
    """What the definitions compile in; stops when any of them is wrong."""
    checked = language.validate_segments(written, language.context(written))
    wrong = [problem for problem in checked if problem["severity"] == "error"]
    if wrong:
        raise CannotRun(
            f"{language.problem_line(wrong[0])}\nThe definitions have {len(wrong)} problem(s)."
            " See them all: scripts/run.py segments validate"
        )
    return language.context(written + language.dimension_definitions())


def from_json(text: str | None) -> Any:
    return json.loads(text) if text else None
