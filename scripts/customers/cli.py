"""The command about one customer: what the marts say, and why."""

from __future__ import annotations

from typing import Any

import click

from core.output import format_option, say, shown, write_json, write_rows

#: Which columns of customer_360 stand together; those not named go under "other".
GROUPS = {
    "profile": (
        "age_years", "country_name", "country_code", "us_state", "city", "occupation",
        "job_title", "industry", "company_size", "signed_up_at", "days_since_signup",
    ),
    "activity": (
        "first_event_at", "last_event_at", "days_since_active", "total_events",
        "active_days", "active_days_28d", "engagement_trend", "weeks_declining",
        "preferred_category", "preferred_device", "preferred_source",
        "first_traffic_category", "last_traffic_category", "support_tickets", "last_nps",
    ),
    "money": (
        "total_purchases", "orders_30d", "total_spent", "spent_30d", "total_refunded",
        "avg_order_value", "historic_clv", "first_purchase_date", "last_purchase_date",
        "days_since_purchase", "purchase_frequency_days",
    ),
    "sessions": ("total_sessions", "sessions_30d"),
    "features": (
        "features_used", "features_tried", "onboarding_completed", "aha_moment_reached",
    ),
    "subscription": (
        "plan", "subscription_status", "mrr", "trial_days_remaining", "days_since_churn",
    ),
    "scores": (
        "engagement_score", "commerce_score", "pql_score", "is_pql", "urgency_signals",
        "missing_signals",
    ),
    "predictions": (
        "churn_probability", "predicted_ltv_1year", "growth_potential", "expected_orders_90d",
        "confidence_score",
    ),
    "RFM": ("rfm_code", "rfm_segment"),
    "journey": ("journey_stage", "stage_entered_date", "days_in_stage", "previous_stage"),
}  # fmt: skip
KEY = ("tenant_id", "customer_id", "as_of_date")
CSV_COLUMNS = [
    "section", "name", "value", "rule", "condition", "now",
    "near_value", "near_rule", "near_condition", "near_now",
]  # fmt: skip


def grouped(view: dict[str, Any], dimensions: set[str]) -> list[tuple[str, str, Any]]:
    """The columns of a view as (group, column, value), each at most once."""
    found = [
        (group, column, view[column])
        for group, columns in GROUPS.items()
        for column in columns
        if column in view
    ]
    placed = {column for _, column, _ in found} | dimensions | set(KEY)
    return found + [
        ("other", column, value) for column, value in view.items() if column not in placed
    ]


def present(now: dict[str, Any]) -> str:
    """The present values of what a rule looks at, in one line."""
    from segments.steps import number_text

    found = []
    for name, value in now.items():
        text = number_text(value) if isinstance(value, float) else shown(value)
        found.append(f"{name} {'missing' if value is None else text}")
    return ", ".join(found)


def columns_as_table(columns: list[tuple[str, str, Any]]) -> list[list[str | None]]:
    rows, before = [], None
    for group, column, value in columns:
        # as text: a table would put a column of numbers to the right
        rows.append(["" if group == before else group, column, shown(value)])
        before = group
    return rows


def reasons_as_table(reasons: list[dict[str, Any]]) -> list[list[str | None]]:
    """A line for what each dimension is, and a line for each rule that is near."""
    rows = []
    for one in reasons:
        count = one["rules"]
        rows.append(
            [
                one["dimension"],
                one["value"],
                f"{one['rule']} of {count}",
                one["condition"],
                present(one["now"]),
            ]
        )
        for near in one["near"]:
            side = "before it" if near["rule"] < one["rule"] else "after it"
            rows.append(
                [
                    f"    {side}",
                    near["value"],
                    f"{near['rule']} of {count}",
                    near["condition"],
                    present(near["now"]),
                ]
            )
    return rows


def as_csv(profile: dict[str, Any]) -> list[list[Any]]:
    """Everything in one table: a row for each column, dimension and segment."""
    empty = [None] * (len(CSV_COLUMNS) - 3)
    rows = [["customer", name, profile["customer"][name], *empty] for name in KEY]
    rows += [[*column, *empty] for column in profile["columns"]]
    for one in profile["reasons"]:
        own = [one["value"], one["rule"], one["condition"], present(one["now"])]
        for near in one["near"] or [{}]:
            other = [near.get(key) for key in ("value", "rule", "condition")]
            now = present(near["now"]) if near else None
            rows.append(["classification", one["dimension"], *own, *other, now])
    rows += [
        ["segment", one["segment_id"], one["joined"], *empty] for one in profile["segments"] or []
    ]
    return rows


def write_table_of(profile: dict[str, Any]) -> None:
    key = profile["customer"]
    click.echo(
        f"Customer {shown(key['customer_id'])} of {shown(key['tenant_id'])},"
        f" as of {key['as_of_date']}\n"
    )
    write_rows(["about", "column", "value"], columns_as_table(profile["columns"]), "table")
    click.echo("\nClassifications (the first rule that holds gives the value)")
    write_rows(
        ["dimension", "value", "rule", "holds_when", "now"],
        reasons_as_table(profile["reasons"]),
        "table",
    )
    if profile["segments"] is not None:
        click.echo("\nSegments now")
        rows = [
            [one["segment_id"], one["label"], one["joined"], one["joined_reason"]]
            for one in profile["segments"]
        ]
        write_rows(["segment", "label", "since", "reason"], rows, "table")


@click.command()
@click.argument("customer_id", metavar="ID")
@click.option("--tenant", metavar="TENANT", help="The tenant, where several know the id.")
@click.option("--yes", is_flag=True, help="Without asking.")
@format_option()
def erase(customer_id: str, tenant: str | None, yes: bool, form: str) -> None:
    """Forgets a customer: removes them from the warehouse, archives and published marts.

    What remains are sums and a salted hash, by which a file that still has the customer is
    rejected. Build, test and publish afterwards. See docs/erase.md.
    """
    from customers.erase import erase, tenant_of

    tenant = tenant or tenant_of(customer_id)
    if not yes:
        click.confirm(
            f"Erase customer {customer_id} of tenant {tenant} for ever?", abort=True, err=True
        )
    found = erase(tenant, customer_id)
    write_rows(["place", "rows"], [list(row) for row in found], form)
    if found:
        say("Erased. Build, test and publish now, so that the marts are made without them.")
    else:
        say("Nothing of them was found; files that have them will be rejected from now on.")


@click.command()
@click.argument("customer_id", metavar="ID")
@click.option("--tenant", metavar="TENANT", help="The tenant, where several know the id.")
@format_option()
def customer(customer_id: str, tenant: str | None, form: str) -> None:
    """Shows a customer: the 360 view, and the rule behind every classification.

    Below each value stands the nearest rule with another one: what it takes, and where
    the customer is now.
    """
    from customers.profile import Profile

    profile = Profile(customer_id, tenant)
    whole = profile.whole()
    whole["columns"] = grouped(whole["customer"], {one["dimension"] for one in whole["reasons"]})
    if form == "json":
        write_json({key: whole[key] for key in ("customer", "reasons", "segments")})
    elif form == "csv":
        write_rows(CSV_COLUMNS, as_csv(whole), form)
    else:
        write_table_of(whole)
    for note in profile.notes:
        say(note)
