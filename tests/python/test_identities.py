"""Visitors without a name become a customer once a row has both ids."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import copy_project, query, run_dbt
from tiny_events import NO_TESTS

#: What an analytics library sends: who it is under userId, once that is known.
COLUMNS = {
    "customer_id": "userId",
    "anonymous_id": "anonymousId",
    "event_id": "messageId",
    "event_type": 'coalesce(event, "type")',
    "event_at": "originalTimestamp",
    "loaded_at": "receivedAt",
    "event_value": "properties ->> '$.revenue'",
    "currency": "properties ->> '$.currency'",
    "page_url": "context ->> '$.page.url'",
    "event_properties": "properties",
}
SELECTED = ("--select", "+customer_behavior_summary", "int_customer_event_days", *NO_TESTS)


def sent(number: int, day: int, anonymous: str | None, user: str | None, **more: object) -> dict:
    at = f"2025-06-{day:02}T10:{number:02}:00Z"
    row = {
        "type": "track", "messageId": f"m{number}", "originalTimestamp": at, "receivedAt": at,
        "properties": {}, "context": {"page": {"url": f"https://example.org/{number}"}},
    }  # fmt: skip
    if anonymous is not None:
        row["anonymousId"] = anonymous
    if user is not None:
        row["userId"] = user
    return row | {"event": "Viewed"} | more


DAYS = {
    1: [
        sent(1, 1, "v1", None, type="page", event=None),
        sent(2, 1, "v1", None),
        sent(3, 1, "v2", None),
        sent(4, 1, None, "ada"),
        sent(5, 1, "undefined", None),
        sent(6, 1, None, None),
        sent(7, 1, "v9", None),
    ],
    2: [
        sent(11, 2, "v1", "ada", type="identify", event=None),
        sent(12, 2, "v1", None, event="purchase", properties={"revenue": 12.5, "currency": "EUR"}),
        # the id of a shared device is that of its first customer
        sent(13, 2, "v2", "bob"),
    ],
    3: [sent(21, 3, "v2", "cyd"), sent(22, 3, "v2", None), sent(23, 3, "v3", "ada")],
    # a test account: more ids than one person has
    4: [
        *(sent(30 + n, 4, f"w{n}", "test") for n in range(4)),
        sent(41, 4, "w0", None), sent(42, 4, "w3", None), sent(43, 4, "v9", None),
    ],
}  # fmt: skip
FOUND = (
    "select customer_id, sum(event_count)::int from int_customer_event_days group by 1 order by 1"
)


def write(folder: Path, days: list[int]) -> None:
    (folder / "stream").mkdir(exist_ok=True)
    for day in days:
        text = "".join(json.dumps(row) + "\n" for row in DAYS[day])
        (folder / "stream" / f"2025-06-{day:02}.jsonl").write_text(text)


def stream(folder: Path) -> Path:
    project = copy_project(folder)
    table = {
        "format": "json", "path": str(project / "stream" / "*.jsonl"), "columns": COLUMNS,
        "max_rejected_share": 1,
    }  # fmt: skip
    described = {"name": "events", "config": {"meta": table}}
    sources = {"version": 2, "sources": [{"name": "stream", "tables": [described]}]}
    (project / "inputs" / "stream.yml").write_text(json.dumps(sources))
    return project


def built(project: Path) -> list[tuple]:
    variables = {"inputs": "stream", "max_anonymous_ids": 3}
    done = run_dbt(project, "build", *SELECTED, vars=variables)
    assert done.returncode == 0, done.stdout
    return query(project, FOUND)


@pytest.fixture(scope="module")
def by_day(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[list[tuple]]]:
    """What each day's run finds, one after the other."""
    project = stream(tmp_path_factory.mktemp("by_day"))
    found = []
    for day in DAYS:
        write(project, [day])
        found.append(built(project))
    return project, found


def test_what_a_visitor_did_counts_for_the_customer_from_the_day_on_it_is_known(by_day) -> None:
    first, second, third, _ = by_day[1]
    assert first == [("ada", 1), ("v1", 2), ("v2", 1), ("v9", 1)]
    # two views of before, the identification, and the purchase after it without a name
    assert second == [("ada", 5), ("bob", 2), ("v9", 1)]
    assert third == [("ada", 6), ("bob", 3), ("cyd", 1), ("v9", 1)]
    project = by_day[0]
    spent = "select total_purchases, total_spent::double from customer_behavior_summary"
    ((orders, amount),) = query(project, f"{spent} where customer_id = 'ada'")
    assert orders == 1 and amount > 12.5


def test_ids_beyond_the_limit_are_rejected_and_say_why(by_day) -> None:
    project, (*_, last) = by_day
    # the rows that say themselves who it is are kept
    assert ("test", 5) in last and ("v9", 2) in last
    why = "select rejection_reason, count(*) from base_checked_events where rejection_reason > ''"
    reasons = dict(query(project, f"{why} group by 1"))
    assert reasons == {
        "customer test has more than 3 anonymous ids": 1,
        "anonymous_id undefined is no id": 1,
        "customer_id is missing": 1,
    }
    identities = "select anonymous_id, customer_id, is_absorbed from stg_identities order by 1"
    assert query(project, identities) == [
        ("v1", "ada", True), ("v2", "bob", True), ("v3", "ada", True), ("w0", "test", True),
        ("w1", "test", True), ("w2", "test", True), ("w3", "test", False),
    ]  # fmt: skip


def test_daily_runs_are_one_refresh(by_day, tmp_path) -> None:
    project = stream(tmp_path)
    write(project, list(DAYS))
    built(project)
    for table in ("int_customer_event_days", "int_sessions", "customer_behavior_summary"):
        rows = f"from {table} order by all"
        assert query(project, rows) == query(by_day[0], rows), table
