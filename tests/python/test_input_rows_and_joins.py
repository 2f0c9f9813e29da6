"""Several events of one row, and files that are looked up: exports of shops and of billing."""

from __future__ import annotations

from pathlib import Path

import pytest
from input_project import InputProject

ORDERS = """\
order_no,client,paid_on,total,currency,refunded,refunded_on
o1,ada,2025-06-01 10:00,"1.019,50",EUR,,
o2,bob,2025-06-02 11:00,20,EUR,"5,5",2025-06-09 09:00
o3,ada,2025-06-03 12:00,30,EUR,0,
o4,cyd,2025-06-04 13:00,40,EUR,much,
"""
EVENTS = {
    "format": "csv",
    "path": "data/orders/*.csv",
    "max_rejected_share": 1,
    "columns": {
        "customer_id": "client",
        "event_id": "order_no",
        "currency": "currency",
        "event_properties": "json_object('order_id', order_no)",
    },
    "rows": [
        {
            "event_type": "'purchase'",
            "event_at": "paid_on",
            "event_value": {"column": "total", "decimal": ","},
        },
        {
            "where": "cast(replace(refunded, ',', '.') as decimal(18, 4)) > 0",
            "event_type": "'refund'",
            "event_at": {"column": "refunded_on", "format": "%Y-%m-%d %H:%M"},
            "event_value": {"column": "refunded", "decimal": ","},
        },
    ],
}
PLANS = """id;title;amount\np1;Basic;9.5\np2;Pro;49\n"""
BILLING = """\
customer,subscription,plan_id,status,started
ada,s1,p1,active,2025-01-01
bob,s2,p9,active,2025-01-01
"""
SUBSCRIPTIONS = {
    "format": "csv",
    "path": "data/billing.csv",
    "join": {
        "prices": {"path": "data/plans.csv", "options": {"delim": ";"}, "on": {"plan_id": "id"}}
    },
    "columns": {
        "customer_id": "customer",
        "subscription_id": "subscription",
        "plan": "coalesce(prices.title, plan_id)",
        "mrr": "prices.amount",
        "currency": "'EUR'",
        "status": "status",
        "started_at": "started",
    },
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> InputProject:
    project = InputProject(tmp_path_factory.mktemp("shop"))
    (project.folder / "data" / "orders").mkdir()
    (project.folder / "data" / "orders" / "1.csv").write_text(ORDERS)
    (project.folder / "data" / "plans.csv").write_text(PLANS)
    (project.folder / "data" / "billing.csv").write_text(BILLING)
    project.map(events=EVENTS, subscriptions=SUBSCRIPTIONS)
    done = project.read()
    assert done.returncode == 0, done.stdout
    return project


def test_a_row_becomes_an_order_and_where_something_came_back_a_refund(shop) -> None:
    events = (
        "select event_type, event_id, customer_id, event_at::date::varchar, event_value::double"
    )
    rate = shop.rows("select rate::double from stg_currency_rates where currency = 'EUR'")[0][0]
    found = shop.rows(f"{events} from stg_events order by 2")
    assert [row[:4] for row in found] == [
        ("purchase", "o1", "ada", "2025-06-01"),
        ("purchase", "o2", "bob", "2025-06-02"),
        ("refund", "o2/1", "bob", "2025-06-09"),
        ("purchase", "o3", "ada", "2025-06-03"),
        ("purchase", "o4", "cyd", "2025-06-04"),
    ]
    assert [round(row[4] / rate, 6) for row in found] == [1019.5, 20, 5.5, 30, 40]


def test_an_event_whose_condition_cannot_be_asked_is_rejected_with_its_line(shop) -> None:
    rejected = (
        "select line_number, rejection_reason from rejected_rows where input_table = 'events'"
    )
    assert shop.rows(rejected) == [(5, "where: its expression fails for this row")]


def test_the_rows_of_a_file_are_counted_once(shop) -> None:
    counted = "select line_count, row_count from int_input_files where input_table = 'events'"
    assert shop.rows(counted) == [(5, 4)]
    assert shop.rows("select count(*) from base_events where source_row < 1000000000000") == [(4,)]


def test_what_a_row_lacks_is_looked_up(shop) -> None:
    plans = "select customer_id, plan, mrr::double from stg_subscriptions order by 1"
    assert shop.rows(plans) == [("ada", "Basic", 9.5), ("bob", "p9", None)]


def test_a_changed_price_list_is_read_again(tmp_path: Path) -> None:
    project = InputProject(tmp_path)
    (project.folder / "data" / "orders").mkdir()
    (project.folder / "data" / "orders" / "1.csv").write_text(ORDERS)
    (project.folder / "data" / "plans.csv").write_text(PLANS)
    (project.folder / "data" / "billing.csv").write_text(BILLING)
    project.map(events=EVENTS, subscriptions=SUBSCRIPTIONS)
    assert project.read().returncode == 0
    (project.folder / "data" / "plans.csv").write_text(PLANS.replace("9.5", "10.5") + "p9;Old;1\n")
    assert project.read().returncode == 0
    plans = "select customer_id, plan, mrr::double from stg_subscriptions order by 1"
    assert project.rows(plans) == [("ada", "Basic", 10.5), ("bob", "Old", 1)]


def of_prices(**changes: object) -> dict:
    return {"join": {"prices": SUBSCRIPTIONS["join"]["prices"] | changes}}


WRONG = {
    "a column that it lacks": (
        {"columns": SUBSCRIPTIONS["columns"] | {"mrr": "prices.amuont"}},
        "prices has no column 'amuont'. Did you mean 'amount'?",
    ),
    "no file": (of_prices(path="data/plans*.txt"), "no file matches 'data/plans*.txt'"),
    "no key": (
        of_prices(on={"plan_id": "ids"}),
        "its files have no column 'ids'. Did you mean 'id'?",
    ),
    "no column of the row": (of_prices(on={"plan": "id"}), "the files have no column 'plan'"),
    "a wrong key": (of_prices(file="x"), "unknown key 'file'"),
    "no on": ({"join": {"prices": {"path": "data/plans.csv"}}}, "on: {column of the row"),
    "files that differ": (
        of_prices(path="data/plans*.csv"),
        "has other columns than 'data/plans.csv': title, id",
    ),
    "a key twice": (of_prices(on={"plan_id": "kind"}), "the key x is there more than once"),
    "rows of subscriptions": ({"rows": [{"plan": "'x'"}]}, "only events have several of one row"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_with_a_join_is_said_before_anything_is_built(
    wrong: str, shop: InputProject
) -> None:
    change, message = WRONG[wrong]
    (shop.folder / "data" / "plans.csv").write_text(
        "".join(
            line + (";kind" if n == 0 else ";x") + "\n" for n, line in enumerate(PLANS.splitlines())
        )
    )
    other = shop.folder / "data" / "plans_of_2024.csv"
    other.write_text("title;id\nOld;p0\n")
    shop.map(events=EVENTS, subscriptions=SUBSCRIPTIONS | change)
    done = shop.read()
    other.unlink()
    assert done.returncode and message in " ".join(done.stdout.split()), done.stdout


WRONG_ROWS = {
    "no list": ({"event_type": "'x'"}, "is no list of events"),
    "a column": ([{"event_tipe": "'x'"}], "unknown column 'event_tipe'. Did you mean 'event_ty"),
    "a condition": (
        [EVENTS["rows"][0], {"where": "refunde > 0"}], "the files have no column 'refunde'",
    ),
    "a missing column": ([{"event_type": "'x'"}], "event_at: the required column has no"),
}  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG_ROWS)
def test_what_is_wrong_with_rows_is_said(wrong: str, shop: InputProject) -> None:
    rows, message = WRONG_ROWS[wrong]
    shop.map(events=EVENTS | {"rows": rows}, subscriptions=SUBSCRIPTIONS)
    done = shop.read()
    assert done.returncode and message in " ".join(done.stdout.split()), done.stdout
