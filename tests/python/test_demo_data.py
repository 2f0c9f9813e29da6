"""The demo data: always the same, and with everything in it that it promises."""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest
import yaml
from demo_data import DEFAULT_END, write_demo

PROJECT = Path(__file__).resolve().parents[2]
SMALL = {"customers": 1_200, "days": 220, "seed": 3, "end": date(2024, 9, 15)}
UNLISTED_TYPES = {"debug_ping", "beta_banner_shown"}


class Demo:
    """A demo that was written, open to questions in SQL."""

    def __init__(self, folder: Path, written: dict) -> None:
        self.folder = folder
        self.written = written
        self.connection = duckdb.connect()
        for name, files in (
            ("events", "events/*.parquet"),
            ("customers", "customers.parquet"),
            ("subscriptions", "subscriptions.parquet"),
        ):
            self.connection.read_parquet(
                str(folder / files), file_row_number=name == "events", filename=name == "events"
            ).create_view(name)

    def rows(self, sql: str) -> list[tuple]:
        return self.connection.execute(sql).fetchall()

    def value(self, sql: str):
        return self.rows(sql)[0][0]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    folder = tmp_path_factory.mktemp("demo")
    return Demo(folder, write_demo(folder, **SMALL, threads=1))


def test_same_arguments_write_the_same_bytes(demo: Demo, tmp_path: Path) -> None:
    write_demo(tmp_path, **SMALL, threads=3, memory="1GB")
    assert contents(tmp_path) == contents(demo.folder)


def test_another_seed_writes_something_else(demo: Demo, tmp_path: Path) -> None:
    write_demo(tmp_path, **{**SMALL, "seed": 4})
    other, this = contents(tmp_path), contents(demo.folder)
    assert not [name for name in other if other[name] == this.get(name)]


def test_what_is_returned_is_what_was_written(demo: Demo) -> None:
    for table in ("events", "customers", "subscriptions"):
        assert demo.written[table] == demo.value(f"select count(*) from {table}")
    assert demo.written["files"] == list(contents(demo.folder))
    assert 10 < demo.written["events"] / SMALL["customers"] < 20


def test_columns_are_those_that_the_input_reads(demo: Demo) -> None:
    text = (PROJECT / "inputs" / "demo.yml").read_text(encoding="utf-8")
    for table in yaml.safe_load(text)["sources"][0]["tables"]:
        name = table["name"]
        found = {row[0] for row in demo.rows(f"describe {name}")}
        expected = set(table["config"]["meta"]["columns"].values())
        assert found - {"filename", "file_row_number"} == expected, name


@pytest.mark.parametrize(
    ("what", "condition", "least", "most"),
    [
        ("no customer", "coalesce(customer_id, '') = ''", 0.0001, 0.002),
        ("no type", "event_type is null", 0.0001, 0.002),
        ("no time", "event_at is null", 0.0001, 0.002),
        ("a future time", "event_at > loaded_at", 0.0001, 0.002),
        ("an unknown currency", "currency = 'XXX'", 0.0001, 0.002),
        ("broken JSON", "not json_valid(event_properties)", 0.0001, 0.002),
        (
            "no number",
            "event_value is not null and try_cast(event_value as double) is null",
            0.0001,
            0.002,
        ),
        ("late", "loaded_at > event_at + interval 2 days", 0.01, 0.03),
        ("no id", "event_id is null", 0.001, 0.01),
        ("no session", "session_id is null", 0.1, 0.45),
        ("no source", "source is null", 0.01, 0.1),
        ("no country", "country is null", 0.01, 0.1),
        ("no place on the map", "latitude is null", 0.1, 0.3),
        ("a refund", "event_type = 'refund'", 0.0002, 0.01),
        ("an order line without an order", "event_properties like '{\"quantity\":%'", 0.0005, 0.01),
    ],
)
def test_events_have(demo: Demo, what: str, condition: str, least: float, most: float) -> None:
    share = demo.value(f"select count(*) filter ({condition}) / count(*) from events")
    assert least < share < most, what


def test_some_rows_are_there_twice_and_some_ids_return_with_another_content(demo: Demo) -> None:
    total = demo.written["events"]
    twice = total - demo.value(
        "select count(*) from (select distinct * exclude (filename, file_row_number) from events)"
    )
    assert 0.001 < twice / total < 0.006
    returned = demo.value(
        "select count(*) from (select 1 from events where event_id is not null"
        " group by tenant_id, event_id having count(distinct page_url) > 1"
        " and count(distinct loaded_at) > 1)"
    )
    assert 0.0003 < returned / total < 0.005


def test_files_hold_what_was_loaded_in_their_month_in_order(demo: Demo) -> None:
    misplaced = "filename not like '%events_' || strftime(loaded_at, '%Y-%m') || '.parquet'"
    assert demo.value(f"select count(*) from events where {misplaced}") == 0
    assert (
        demo.value(
            "select count(*) from (select loaded_at < lag(loaded_at) over"
            " (partition by filename order by file_row_number) as is_before from events)"
            " where is_before"
        )
        == 0
    )


def test_days(demo: Demo) -> None:
    plausible = "select {} from events where event_at <= loaded_at"
    assert demo.value(plausible.format("max(event_at)::date")) == SMALL["end"]
    assert demo.value(plausible.format("min(event_at)::date")) >= date(2024, 2, 9)
    assert demo.value("select max(loaded_at) from events") < datetime(2024, 9, 16, 4)
    assert demo.value("select max(signed_up_at)::date from customers") <= SMALL["end"]


def test_two_tenants_share_some_ids(demo: Demo) -> None:
    ids = "(select distinct customer_id from customers where tenant_id = '{}')"
    acme, globex = (demo.value(f"select count(*) from {ids.format(t)}") for t in ("acme", "globex"))
    both = demo.value(
        f"select count(*) from ({ids.format('acme')} intersect {ids.format('globex')})"
    )
    assert 0.2 < globex / (acme + globex) < 0.3
    assert 0.1 < both / globex < 0.5
    assert demo.value("select count(distinct tenant_id) from events") == 2


@pytest.mark.parametrize(
    ("seen", "unseen"),
    [("events", "customers"), ("customers", "events"), ("customers", "subscriptions")],
)
def test_some_are_known_from_one_table_only(demo: Demo, seen: str, unseen: str) -> None:
    key = "select tenant_id, customer_id from {} where customer_id <> ''"
    assert demo.value(f"select count(*) from ({key.format(seen)} except {key.format(unseen)})")


def test_customers_and_subscriptions_have_every_kind(demo: Demo) -> None:
    assert set(demo.rows("select distinct plan, status from subscriptions")) >= {
        ("free", "active"),
        ("trial", "trialing"),
        ("trial", "cancelled"),
        ("starter", "active"),
        ("pro", "past_due"),
        ("pro", "cancelled"),
        ("enterprise", "active"),
    }
    assert demo.value("select count(distinct currency) from subscriptions") == 4
    assert demo.value(
        "select count(*) from (select 1 from subscriptions"
        " group by tenant_id, customer_id having count(*) > 1)"
    )
    for column in ("gender", "income", "age", "birth_date", "company_size", "properties"):
        missing = demo.value(f"select count(*) filter ({column} is null) / count(*) from customers")
        assert 0.05 < missing < 0.9, column
    assert demo.value("select count(*) from customers where income = 'High Income'")
    assert demo.value("select count(*) from customers where try_cast(income as int) > 0")


def test_keys_of_customers_and_subscriptions_are_unique(demo: Demo) -> None:
    for table, key in (
        ("customers", "tenant_id, customer_id"),
        ("subscriptions", "tenant_id, subscription_id"),
    ):
        assert not demo.rows(f"select {key} from {table} group by all having count(*) > 1")


def test_personal_data_is_obviously_made_up(demo: Demo) -> None:
    assert demo.value(
        "select bool_and(regexp_full_match(email, 'customer[0-9]+@example[.]com')) from customers"
    )
    addresses = r"(192\.0\.2|198\.51\.100|203\.0\.113)\.[0-9]+"
    assert demo.value(f"select bool_and(regexp_full_match(ip_address, '{addresses}')) from events")


def test_every_event_type_has_its_roles(demo: Demo) -> None:
    with (PROJECT / "seeds" / "event_roles.csv").open(encoding="utf-8", newline="") as file:
        listed = {row["event_type"] for row in csv.DictReader(file)}
    found = {row[0] for row in demo.rows("select distinct event_type from events")} - {None}
    assert found - listed == UNLISTED_TYPES


def test_a_shorter_demo_leaves_no_file_of_the_longer_one(tmp_path: Path) -> None:
    write_demo(tmp_path, customers=60, days=90, end=date(2024, 9, 15))
    (tmp_path / "events" / "mine.txt").write_text("kept")
    written = write_demo(tmp_path, customers=60, days=20, end=date(2024, 9, 15))
    assert sorted([*written["files"], "events/mine.txt"]) == list(contents(tmp_path))


def test_whoever_stops_it_keeps_the_old_demo(tmp_path: Path) -> None:
    write_demo(tmp_path, customers=60, days=20)
    before = contents(tmp_path)

    def stop(label: str, done: int, total: int) -> None:
        if label.startswith("events of"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_demo(tmp_path, customers=60, days=20, seed=5, on_progress=stop)
    assert contents(tmp_path) == before


def test_progress_ends_where_it_said(tmp_path: Path) -> None:
    steps: list[tuple[str, int, int]] = []
    write_demo(tmp_path, customers=1, days=1, on_progress=lambda *step: steps.append(step))
    assert [done for _, done, _ in steps] == list(range(1, len(steps) + 1))
    assert steps[-1][1] == steps[-1][2]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"customers": 0}, "customers: expected a whole number from 1 to .*, got 0"),
        ({"customers": 10.5}, "customers: .* got 10.5"),
        ({"customers": True}, "customers: .* got True"),
        ({"days": 0}, "days: expected a whole number from 1 to 3650, got 0"),
        ({"days": 4_000}, "days: .* got 4000"),
        ({"seed": -1}, "seed: .* got -1"),
        ({"threads": 0}, "threads: .* got 0"),
        ({"end": "2025-06-30"}, "end: expected a date, got '2025-06-30'"),
        ({"end": datetime(2025, 6, 30)}, "end: expected a date, got datetime"),
        ({"end": date(1970, 1, 1)}, "end: expected a day from 1980 to 2199"),
    ],
)
def test_wrong_arguments_say_what_is_wrong(tmp_path: Path, arguments: dict, message: str) -> None:
    target = tmp_path / "demo"
    with pytest.raises(ValueError, match=message):
        write_demo(target, **{"customers": 10, "days": 10, **arguments})
    assert not target.exists()


def test_the_default_does_not_follow_the_clock() -> None:
    assert date(2025, 6, 30) == DEFAULT_END
