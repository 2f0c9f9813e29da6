"""The demo data: always the same, and with everything in it that it promises."""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest
import yaml

from demo.data import DEFAULT_END, write_demo

PROJECT = Path(__file__).resolve().parents[2]
SMALL = {
    "customers": 1_200,
    "days": 220,
    "seed": 3,
    "end": date(2024, 9, 15),
    "messy": True,
    "activity": 50,
}
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
    assert 20 < demo.written["events"] / SMALL["customers"] < 60


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
    assert 0.06 < globex / (acme + globex) < 0.1
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
        ({"activity": 101}, "activity: expected a whole number from 1 to 100, got 101"),
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


def test_a_demo_that_is_not_messy_has_no_row_that_is_rejected_or_unlisted(tmp_path: Path) -> None:
    clean = Demo(tmp_path, write_demo(tmp_path, **{**SMALL, "messy": False}))
    assert not clean.rows(
        "select * from events where coalesce(customer_id, '') = '' or event_type is null"
        " or event_at is null or event_at > loaded_at or currency = 'XXX'"
        " or event_value is not null and try_cast(event_value as double) is null"
        " or event_properties is not null and not json_valid(event_properties)"
        " or event_type in ('debug_ping', 'beta_banner_shown')"
    )
    assert not clean.rows(
        "select event_id from events where event_id is not null"
        " group by tenant_id, event_id having count(distinct event_value) > 1"
        " or count(distinct loaded_at) > 1"
    )


def test_people_who_make_fewer_visits_make_fewer_events(tmp_path: Path) -> None:
    counts = [
        write_demo(tmp_path, customers=300, days=120, activity=percent)["events"]
        for percent in (20, 60, 100)
    ]
    assert counts[0] * 2 < counts[1] < counts[2] * 0.75


# ---- a business that one could have: what the shipped segments and classes make of it

# Written from the definitions, and in one query, so that it shares nothing with the models.
CUSTOMERS_OF_THE_DEMO = """
create table told as
with days as (
    select *, (select max(event_at)::date from events where event_at < loaded_at) as today
    from events
),
once as (
    select *, today - event_at::date as ago,
        try_cast(event_value as double)
        / case currency when 'EUR' then 0.92 when 'GBP' then 0.79 when 'JPY' then 150 else 1 end
            as usd
    from days
    qualify row_number() over (
        partition by tenant_id, customer_id, event_type, event_at, page_url, event_id
    ) = 1
),
apart as (
    select *, coalesce(event_at - lag(event_at) over alone >= interval 30 minutes, true) as is_new
    from once
    window alone as (
        partition by tenant_id, customer_id, session_id is null order by event_at
    )
),
visited as (
    select *, coalesce(session_id, 'gap ' || sum(is_new::int) over (
        partition by tenant_id, customer_id, session_id is null order by event_at
    )) as visit
    from apart
),
visits as (
    select tenant_id, customer_id, min(ago) as ago,
        epoch(max(event_at) - min(event_at)) / 60 as minutes
    from visited group by tenant_id, customer_id, visit
),
habits as (
    select tenant_id, customer_id, count(*) as visits, avg(minutes) as minutes,
        count(*) filter (ago < 7) as weekly
    from visits group by all
),
acts as (
    select tenant_id, customer_id, count(*) as events, min(ago) as silent,
        count(*) filter (ago < 7 and event_type in (select event_type from actions)) as weekly,
        count(distinct coalesce(event_properties ->> 'feature', event_type)) filter (
            ago < 30 and event_type in (select event_type from features)) as features,
        count(distinct coalesce(event_properties ->> 'order_id', event_id)) filter (
            event_type = 'purchase' and usd > 0) as orders,
        coalesce(sum(if(event_type = 'refund', -1, 1) * usd) filter (
            event_type in ('purchase', 'refund')), 0) as spent
    from visited group by all
),
everybody as (
    select tenant_id, customer_id from events
    union select tenant_id, customer_id from customers
    union select tenant_id, customer_id from subscriptions
),
scored as (
    select everybody.*, acts.* exclude (tenant_id, customer_id, weekly, orders),
        acts.weekly as actions, habits.weekly as visits, coalesce(acts.orders, 0) as orders,
        40 * least(coalesce(acts.orders, 0) / 5, 1)
        + 25 * least(coalesce(habits.minutes, 0) / 30, 1)
        + 20 * least(coalesce(acts.events, 0) / 50, 1)
        + 15 * least(coalesce(habits.visits, 0) / 10, 1) as score
    from everybody
    left join acts using (tenant_id, customer_id)
    left join habits using (tenant_id, customer_id)
)
select *,
    case
        when visits >= 5 and actions >= 50 and features >= 10 then 'power'
        when visits between 2 and 4 and actions between 10 and 49 and features between 3 and 9
            then 'core'
        when visits = 1 and actions between 1 and 9 and features between 1 and 2 then 'casual'
        when silent >= 14 then 'dormant'
    end as cohort,
    case
        when spent >= 500 and orders >= 2 then 'High-Value'
        when round(score, 4) >= 70 and orders > 0 then 'Loyal'
        when round(score, 4) >= 60 and orders = 0 then 'High-Potential'
        when round(score, 4) <= 30 and orders > 0 then 'At-Risk'
        when round(score, 4) <= 50 and orders = 1 then 'New'
        when round(score, 4) <= 40 and orders = 0 then 'Casual Browser'
        else 'Regular'
    end as segment
from scored
"""


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """What `make run` reads."""
    folder = tmp_path_factory.mktemp("shipped")
    demo = Demo(folder, write_demo(folder))
    roles = f"read_csv('{PROJECT / 'seeds' / 'event_roles.csv'}')"
    for table, role in (("actions", "action"), ("features", "feature_use")):
        demo.connection.execute(
            f"create table {table} as select event_type from {roles} where role = '{role}'"
        )
    demo.connection.execute(CUSTOMERS_OF_THE_DEMO)
    return demo


@pytest.mark.parametrize("tenant", ["acme", "globex"])
def test_cohorts_are_as_large_as_they_are_said_to_be(shipped: Demo, tenant: str) -> None:
    shares = dict(
        shipped.rows(
            "select cohort, count(*) / (select count(*) from told as all_of_it"
            f" where tenant_id = '{tenant}') from told where tenant_id = '{tenant}' group by 1"
        )
    )
    assert 0.05 < shares["power"] < 0.10
    assert 0.20 < shares["core"] < 0.30
    assert 0.30 < shares["casual"] < 0.40
    assert 0.15 < shares["dormant"] < 0.25


@pytest.mark.parametrize("tenant", ["acme", "globex"])
def test_customer_segments_are_in_the_order_that_one_expects(shipped: Demo, tenant: str) -> None:
    sizes = f"select segment from told where tenant_id = '{tenant}' group by 1 order by count(*)"
    assert [row[0] for row in shipped.rows(sizes)][::-1] == [
        "Regular", "Casual Browser", "New", "High-Potential", "Loyal", "At-Risk", "High-Value",
    ]  # fmt: skip


def test_the_business_grows_and_has_a_season(shipped: Demo) -> None:
    orders = dict(
        shipped.rows(
            "select strftime(event_at, '%Y-%m'), count(distinct event_properties ->> 'order_id')"
            " from events where event_type = 'purchase' group by 1"
        )
    )
    quarters = ("2024-07", "2024-10", "2025-01", "2025-04")
    sums = [
        sum(orders[f"{quarter[:5]}{int(quarter[5:]) + month:02}"] for month in range(3))
        for quarter in quarters
    ]
    assert sums == sorted(sums)
    assert sums[-1] > 3 * sums[0]
    # before Christmas more than in January, for all the growth
    assert orders["2024-11"] > 2 * orders["2024-10"]
    assert orders["2024-12"] > orders["2025-01"]


def test_the_campaign_worked(shipped: Demo) -> None:
    sent, clicked, bought_of_clicked, bought_of_others = shipped.rows(
        """
        with mails as (
            select tenant_id, customer_id, min(event_at) as sent_at,
                bool_or(event_type = 'email_click') as has_clicked
            from events where campaign = 'come_back' and event_type like 'email%' group by all
        ),
        bought as (
            select mails.*, exists (
                select 1 from events
                where events.tenant_id = mails.tenant_id
                and events.customer_id = mails.customer_id
                and events.event_type = 'purchase'
                and events.event_at between mails.sent_at and mails.sent_at + interval 14 days
            ) as has_bought
            from mails
        )
        select count(*), count(*) filter (has_clicked),
            avg(has_bought::int) filter (has_clicked),
            avg(has_bought::int) filter (not has_clicked)
        from bought
        """
    )[0]
    assert sent > 300
    assert 0.05 < clicked / sent < 0.25
    assert bought_of_clicked > 0.2 > 5 * bought_of_others
