"""Answers whether a customer is in a segment, from the published files alone."""

from __future__ import annotations

import duckdb
from errors import CannotRun, explain
from settings import serve_folder
from warehouse import filled, rows_of

PUBLISH_FIRST = "Publish first: scripts/run.py publish"


def tenants_with_member(segment: str, customer: str, tenant: str | None = None) -> list[str]:
    """The tenants (or the one tenant) in which the customer is a member now.

    Reads the file's footer, a Bloom filter, and, unless that says no, one row group.
    """
    # both files of one run, whatever is published meanwhile
    run = (serve_folder() / "current").resolve()
    file = run / "members.parquet"
    if not file.exists():
        raise CannotRun(f"There is no {serve_folder() / 'members.parquet'} yet. {PUBLISH_FIRST}")
    asked = {"segment_id": segment, "customer_id": customer, "tenant_id": tenant}
    try:
        with duckdb.connect() as connection:
            rows = connection.execute(filled("membership_has", file=file), asked).fetchall()
    except duckdb.Error as error:
        raise CannotRun(explain(str(error))) from None
    if not rows:
        _check_names(
            segment, tenant, rows_of(filled("membership_segments"), file=run / "marts.duckdb")[1]
        )
    return [row[0] for row in rows]


def _check_names(segment: str, tenant: str | None, known: list[tuple]) -> None:
    """A segment that there is not is no segment without members."""
    from segments_warehouse import named, nearest

    segments = {row[0] for row in known}
    if segment not in segments:
        raise CannotRun(
            f"The published marts have no segment {named(segment)}. {nearest(segment, segments)}"
        )
    tenants = {row[1] for row in known if row[0] == segment}
    if tenant is not None and tenant not in tenants:
        raise CannotRun(
            f"Segment {segment} is not for tenant {named(tenant)}; its tenants are:"
            f" {', '.join(sorted(tenants))}."
        )
