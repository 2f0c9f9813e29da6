"""Answers whether a customer is in a segment, from the published files alone."""

from __future__ import annotations

import json

import duckdb

from core.errors import CannotRun, explain
from core.settings import serve_folder
from core.warehouse import filled

PUBLISH_FIRST = "Publish first: scripts/run.py publish"


def tenants_with_member(segment: str, customer: str, tenant: str | None = None) -> list[str]:
    """The tenants (or the one tenant) in which the customer is a member now.

    Reads the file's footer, a Bloom filter, and, unless that says no, one row group.
    """
    link = serve_folder() / "members.parquet"
    if not link.exists():
        raise CannotRun(f"There is no {link} yet. {PUBLISH_FIRST}")
    file = link.resolve()
    asked = {"segment_id": segment, "customer_id": customer, "tenant_id": tenant}
    try:
        # one thread: so little is read that others would only cost their start
        with duckdb.connect(config={"threads": 1}) as connection:
            rows = connection.execute(
                filled("publishing/membership_has", file=file), asked
            ).fetchall()
            if not rows:
                known = connection.execute(
                    filled("publishing/membership_segments", file=file)
                ).fetchone()
                _check_names(segment, tenant, json.loads(known[0]))
    except duckdb.Error as error:
        raise CannotRun(explain(str(error))) from None
    return [row[0] for row in rows]


def _check_names(segment: str, tenant: str | None, tenants: dict[str, list[str]]) -> None:
    """A segment that there is not is no segment without members."""
    from segments.warehouse import named, nearest

    if segment not in tenants:
        raise CannotRun(
            f"The published marts have no segment {named(segment)}. {nearest(segment, tenants)}"
        )
    if tenant is not None and tenant not in tenants[segment]:
        raise CannotRun(
            f"Segment {segment} is not for tenant {named(tenant)}; its tenants are:"
            f" {', '.join(tenants[segment])}."
        )
