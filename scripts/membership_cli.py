"""The command that asks the published files whether a customer is in a segment."""

from __future__ import annotations

import sys

import click
from output import format_option, write_rows


@click.command()
@click.argument("name")
@click.argument("customer")
@click.option("--tenant", metavar="TENANT", help="Only this tenant.")
@format_option()
def has(name: str, customer: str, tenant: str | None, form: str) -> None:
    """Says whether a customer is in a segment: exit 0 if so, 1 if not.

    Answers from the published membership, also while a build is going on.
    """
    from membership import tenants_with_member

    tenants = tenants_with_member(name, customer, tenant)
    rows = [[name, one, customer, True] for one in tenants] or [[name, tenant, customer, False]]
    write_rows(["segment_id", "tenant_id", "customer_id", "is_member"], rows, form)
    sys.exit(0 if tenants else 1)
