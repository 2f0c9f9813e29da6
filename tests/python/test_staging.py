"""Files in, events and rejected rows out: what is kept, what is not, and why."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from conftest import add_input, copy_project, query, run_dbt
from tiny_events import COLUMNS, NO_TESTS, WRITERS, event, write_csv

#: Event id -> reason, with the rows that give it.
REJECTED = {
    "no customer": ("customer_id is missing", event("no customer", customer_id=None)),
    "blank customer": ("customer_id is missing", event("blank customer", customer_id="  ")),
    "no type": ("event_type is missing", event("no type", event_type=None)),
    "no time": ("event_at is missing", event("no time", event_at=None)),
    "odd time": ("event_at is not a time", event("odd time", event_at="yesterday")),
    "odd day": ("event_at is not a time", event("odd day", event_at="2024-02-30")),
    "endless time": ("event_at is not a time", event("endless time", event_at="-infinity")),
    "odd load": ("loaded_at is not a time", event("odd load", loaded_at="soon")),
    "odd number": ("event_value is not a number", event("odd number", event_value="ten")),
    "odd place": ("latitude is not a number", event("odd place", latitude="north")),
    "too large": (
        "event_value is too large",
        event("too large", event_value="99999999999999", currency="GBP"),
    ),
    "odd currency": (
        "currency XXX has no rate",
        event("odd currency", event_value="1", currency="XXX"),
    ),
    "future": (
        "event_at is in the future of its load",
        event("future", event_at="2024-07-01T01:00:00.000001Z"),
    ),
}
ODD_JSON = event("odd JSON", event_properties="{broken")

KEPT = [
    event("offset", event_at="2024-06-30T22:30:00-02:00"),
    event("no offset", event_at="2024-06-30 23:30:00"),
    event("within tolerance", event_at="2024-07-01T01:00:00Z"),
    event("euros", event_value="100", currency="EUR"),
    event("no currency", event_value="100.00005"),
    event("ten thousand", event_value="10000", currency=" eur "),
    event("a trillion", event_value="99999999999999", currency="USD"),
    event("an impression", event_value="0.00004", currency="EUR"),
    event("a page's currency", event_value=None, currency="XXX"),
    event("personal", ip_address="10.0.0.1", latitude="59.96"),
    event("properties", event_properties='{"order_id": 7, "feature": "charts"}'),
    event("empty", session_id="", currency="", event_properties='{"order_id": "", "feature": ""}'),
    event("two tenants", tenant_id="acme"),
    event("two tenants", tenant_id="other"),
]
#: Pairs of which one row stays.
REPEATED = [
    event(None, event_type="exact duplicate"),
    event(None, event_type="exact duplicate"),
    event("", event_type="exact duplicate"),
    event("later first", event_value="2", loaded_at="2024-06-30T12:00:00Z"),
    event("later first", event_value="1", loaded_at="2024-06-30T11:00:00Z"),
    event("same load", event_value="1"),
    event("same load", event_value="2"),
    event("default tenant", tenant_id=None, event_value="1"),
    event("default tenant", tenant_id="default", event_value="2"),
    event("broken first", event_value="one", loaded_at="2024-06-30T11:00:00Z"),
    event("broken first", event_value="2", loaded_at="2024-06-30T12:00:00Z"),
    event("no rate first", event_value="1", currency="XXX", loaded_at="2024-06-30T11:00:00Z"),
    event("no rate first", event_value="2", currency="EUR", loaded_at="2024-06-30T12:00:00Z"),
    event("no rate first", event_value="3", currency="EUR", loaded_at="2024-06-30T13:00:00Z"),
]


@pytest.fixture(scope="module", params=WRITERS)
def shop(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that staged all rows above from files of one format."""
    project = copy_project(tmp_path_factory.mktemp(request.param))
    rows = [row for _, row in REJECTED.values()] + KEPT + REPEATED
    # in a JSON line a broken text is a JSON text, and a broken line is a broken file
    rows += [ODD_JSON] if request.param != "json" else []
    suffix = request.param
    WRITERS[suffix](project / f"events.{suffix}", rows)
    add_input(project, "tiny", events=(suffix, f"events.{suffix}", COLUMNS))
    result = run_dbt(
        project, "build", "--select", "+stg_events", "rejected_events",
        "every_row_of_the_files_was_read", "every_row_is_kept_rejected_or_repeated",
        "--exclude", "resource_type:unit_test", "--indirect-selection", "cautious",
        vars={"inputs": "tiny", "max_rejected_share": 1},
    )  # fmt: skip
    assert result.returncode == 0, result.stdout
    return project


def test_every_rejected_row_has_its_reason_and_stands_there_as_it_was(shop: Path) -> None:
    found = query(
        shop,
        "select raw_row ->> 'event_id', rejection_reason, raw_row ->> 'event_type' "
        "from rejected_events where raw_row ->> 'event_id' not in"
        " ('odd JSON', 'broken first', 'no rate first')",
    )
    assert sorted(row[:2] for row in found) == sorted((k, r) for k, (r, _) in REJECTED.items())
    assert {row[2] for row in found if row[0] == "odd number"} == {"purchase"}


def test_json_that_does_not_parse_is_rejected(shop: Path) -> None:
    reasons = query(
        shop,
        "select rejection_reason from rejected_events where raw_row ->> 'event_id' = 'odd JSON'",
    )
    assert reasons == (
        [] if (shop / "events.json").exists() else [("event_properties is not JSON",)]
    )


def test_events_are_all_the_others_once(shop: Path) -> None:
    kept = [row["event_id"] for row in KEPT] + [
        "later first", "same load", "default tenant", "broken first", "no rate first",
    ]  # fmt: skip
    found = query(shop, "select event_id from stg_events where event_type = 'purchase'")
    assert sorted(row[0] for row in found) == sorted(kept)


def test_exact_duplicates_without_an_id_are_one_event(shop: Path) -> None:
    found = query(shop, "select event_id from stg_events where event_type = 'exact duplicate'")
    assert len(found) == 1
    assert len(found[0][0]) == 32


def test_of_rows_with_one_id_the_first_loaded_that_can_be_used_stays(shop: Path) -> None:
    ids = "('later first', 'same load', 'default tenant', 'broken first', 'no rate first')"
    found = query(shop, f"select event_id, event_value from stg_events where event_id in {ids}")
    assert {name: int(value) for name, value in found} == {
        "later first": 1, "same load": 1, "default tenant": 1, "broken first": 2,
        "no rate first": 2,
    }  # fmt: skip


def test_times_are_utc_whatever_offset_they_came_with(shop: Path) -> None:
    found = query(
        shop,
        "select event_id, cast(event_at as varchar), cast(event_date as varchar) from stg_events "
        "where event_id like '%offset'",
    )
    assert sorted(found) == [
        ("no offset", "2024-06-30 23:30:00", "2024-06-30"),
        ("offset", "2024-07-01 00:30:00", "2024-07-01"),
    ]


def test_money_is_converted_and_decimal(shop: Path) -> None:
    found = query(
        shop,
        "select event_id, cast(event_value as varchar) from stg_events "
        "where event_value is not null and event_id not in ('later first', 'same load', "
        "'default tenant', 'broken first', 'no rate first')",
    )
    assert dict(found) | {"two tenants": None} == {
        "euros": "108.0000000000", "no currency": "100.0000500000", "two tenants": None,
        "ten thousand": "10800.0000000000", "a trillion": "99999999999999.0000000000",
        "an impression": "0.0000432000",
    }  # fmt: skip


def test_without_an_amount_a_currency_needs_no_rate(shop: Path) -> None:
    found = query(shop, "select currency from stg_events where event_id = 'a page''s currency'")
    assert found == [(None,)]
    assert query(shop, "select currency from stg_events where event_id = 'ten thousand'") == [
        ("EUR",)
    ]


def test_personal_data_leaves_only_as_a_hash_and_places_roughly(shop: Path) -> None:
    found = query(
        shop,
        "select ip_address_hash, cast(latitude as varchar) from stg_events "
        "where event_id = 'personal'",
    )
    assert found == [(hashlib.sha256(b"pepper10.0.0.1").hexdigest(), "60.0")]


def test_properties_give_the_order_and_the_feature(shop: Path) -> None:
    found = query(shop, "select order_id, feature from stg_events where event_id = 'properties'")
    assert found == [("7", "charts")]


def test_empty_ids_and_currencies_are_missing_ones(shop: Path) -> None:
    found = query(
        shop,
        "select session_id, currency, order_id, feature from stg_events where event_id = 'empty'",
    )
    assert found == [(None, None, None, None)]


@pytest.fixture(scope="module")
def two_loads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that loaded one file, then two more that change its days."""
    project = copy_project(tmp_path_factory.mktemp("loads"))
    write_csv(
        project / "events_1.csv",
        [event("a", event_value="5", event_at="2024-06-28T10:00:00Z"), event("b", event_value="7")],
    )
    add_input(project, "tiny", events=("csv", "events_*.csv", COLUMNS))
    build = ("build", "--select", "+customer_behavior_summary", "+rejected_rows", *NO_TESTS)
    first = run_dbt(project, *build, vars={"inputs": "tiny"})
    assert first.returncode == 0, first.stdout
    # days of their own: rows that differ in nothing but their ids, an unlisted type, an
    # earlier load of a known event
    twins = [event("c", event_value="1"), event("d", event_value="1")]
    others = [
        event("e", event_type="dance", event_at="2024-06-29T10:00:00Z"),
        event("f", event_at="never"),
    ]
    write_csv(project / "events_2.csv", twins + others)
    write_csv(
        project / "events_3.csv",
        [
            event(
                "a",
                event_value="50",
                event_at="2024-06-28T10:00:00Z",
                loaded_at="2024-06-30T12:00:00Z",
            )
        ],
    )
    second = run_dbt(project, *build, vars={"inputs": "tiny"})
    assert second.returncode == 0, second.stdout
    return project


def test_events_that_differ_only_by_id_change_their_day(two_loads: Path) -> None:
    assert query(two_loads, "select sum(event_count) from int_customer_event_days") == [(5,)]
    assert query(two_loads, "select total_purchases from customer_behavior_summary") == [(4,)]


def test_the_first_loaded_row_wins_even_when_it_comes_later(two_loads: Path) -> None:
    found = query(two_loads, "select event_value from stg_events where event_id = 'a'")
    assert [int(value) for (value,) in found] == [50]
    assert query(two_loads, "select total_spent from customer_behavior_summary")[0][0] == 59


def test_too_many_rejected_rows_and_unlisted_types_are_told_of(two_loads: Path) -> None:
    test = (
        "test", "--select", "no_rows_are_rejected", "rejected_share_is_below_the_limit",
        "unlisted_event_types",
    )  # fmt: skip
    result = run_dbt(two_loads, *test, vars={"inputs": "tiny", "max_rejected_share": 0.14})
    assert result.returncode == 1
    assert "Failure in test rejected_share_is_below_the_limit" in result.stdout
    # one row of seven is less than the input's own limit, which comes before the project's
    inputs = two_loads / "inputs" / "tiny.yml"
    limit = '"meta": {"max_rejected_share": 0.15, '
    inputs.write_text(inputs.read_text().replace('"meta": {', limit))
    result = run_dbt(two_loads, *test, vars={"inputs": "tiny", "max_rejected_share": 0.14})
    assert result.returncode == 0, result.stdout
    assert "event_at is not a time (1)" in result.stdout
    assert "dance (1)" in result.stdout
    assert "WARN=2" in result.stdout
