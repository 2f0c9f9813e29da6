"""Days by the project's clock, and tenants that share a customer id, from file to summary."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from conftest import add_input, copy_project, query, run_dbt
from tiny_events import COLUMNS, NO_TESTS, event, write_csv


@pytest.fixture(scope="module")
def new_york(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two tenants with one customer id, around midnight in New York, by its clock."""
    project = copy_project(tmp_path_factory.mktemp("new_york"))
    times = {
        "winter evening": "2024-03-10T04:59:59Z",
        "day of 23 hours begins": "2024-03-10T05:00:00Z",
        "day of 23 hours ends": "2024-03-11T03:59:59Z",
        "day after": "2024-03-11T04:00:00Z",
        "last second": "2024-11-04T04:59:59Z",
        "not seen": "2024-11-04T05:00:00Z",
    }
    rows = [
        event(name, tenant_id="acme", event_at=at, loaded_at="2025-01-01T00:00:00Z")
        for name, at in times.items()
    ]
    rows.append(
        event("b", tenant_id="other", event_at="2024-11-03T04:00:00Z", event_value="9",
              loaded_at="2025-01-01T00:00:00Z")
    )  # fmt: skip
    write_csv(project / "events.csv", rows)
    customers = [
        {"tenant_id": "acme", "customer_id": "ada", "signed_up_at": "2024-11-03T03:59:59Z",
         "email": "old@example.org"},
        {"tenant_id": "acme", "customer_id": "ada", "signed_up_at": "2024-11-03T03:59:59Z",
         "email": "new@example.org"},
        {"tenant_id": "acme", "customer_id": "", "signed_up_at": "", "email": ""},
        {"tenant_id": "acme", "customer_id": "just in time",
         "signed_up_at": "2024-11-04T04:59:59Z", "email": ""},
        {"tenant_id": "acme", "customer_id": "too late",
         "signed_up_at": "2024-11-04T05:00:00Z", "email": ""},
    ]  # fmt: skip
    write_csv(project / "customers.csv", customers)
    subscription = {
        "tenant_id": "other", "customer_id": "ada", "subscription_id": "1", "plan": "pro",
        "status": "cancelled", "mrr": "10", "currency": "EUR",
        "started_at": "2024-01-01T00:00:00Z", "cancelled_at": "2024-11-04T05:00:00Z",
    }  # fmt: skip
    write_csv(project / "subscriptions.csv", [subscription])
    add_input(
        project,
        "tiny",
        events=("csv", "events.csv", COLUMNS),
        customers=("csv", "customers.csv", list(customers[0])),
        subscriptions=("csv", "subscriptions.csv", list(subscription)),
    )
    result = run_dbt(
        project, "build", "--select", "+customer_behavior_summary", *NO_TESTS,
        vars={"inputs": "tiny", "timezone": "America/New_York", "as_of_date": "2024-11-03"},
    )  # fmt: skip
    assert result.returncode == 0, result.stdout
    return project


def test_a_day_is_that_of_the_projects_clock_also_when_clocks_change(new_york: Path) -> None:
    found = query(
        new_york,
        "select event_id, cast(event_date as varchar) from stg_events where event_id > 'c'",
    )
    assert dict(found) == {
        "winter evening": "2024-03-09",
        "day of 23 hours begins": "2024-03-10",
        "day of 23 hours ends": "2024-03-10",
        "day after": "2024-03-11",
        "last second": "2024-11-03",
        "not seen": "2024-11-04",
    }


def test_two_tenants_with_one_customer_id_are_two_customers(new_york: Path) -> None:
    found = query(
        new_york,
        "select tenant_id, customer_id, total_events, active_days, total_sessions, "
        "cast(total_spent as integer), days_since_active, days_since_signup, plan, "
        "subscription_status from customer_behavior_summary order by all",
    )
    assert found == [
        ("acme", "ada", 5, 4, 3, 0, 0, 1, None, None),
        ("acme", "just in time", 0, 0, 0, 0, None, 0, None, None),
        ("other", "ada", 1, 1, 1, 9, 0, 0, "pro", "active"),
    ]


def test_the_last_row_of_a_customer_is_the_newest(new_york: Path) -> None:
    found = query(new_york, "select customer_id, email_hash from stg_customers order by all")
    salted = hashlib.sha256(b"peppernew@example.org").hexdigest()
    assert found == [("ada", salted), ("just in time", None), ("too late", None)]
