"""A table of several feeds, rows that are left out, and tables of a database as a source."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pytest
from input_project import InputProject

from inputs.check import checked
from inputs.macros import InputMacros

WEB = """\
user;what;seen_at
ada;page_view;2025-06-01 10:00
bob;page_view;2025-06-01 11:00
;page_view;2025-06-01 12:00
bot;page_view;2025-06-01 13:00
"""
ORDERS = """\
o1,ada,2025-06-02 10:00,paid,12.5
o2,ada,2025-06-03 10:00,open,99
o3,bob,2025-06-04 10:00,paid,much
"""
FEEDS: dict[str, Any] = {
    "max_rejected_share": 1,
    "format": "csv",
    "from": [
        {
            "path": "data/web/*.csv",
            "where": "\"user\" is distinct from 'bot'",
            "columns": {"customer_id": '"user"', "event_type": "what", "event_at": "seen_at"},
        },
        {
            "path": "data/orders.csv",
            "options": {"names": ["order_no", "client", "paid_at", "state", "total"]},
            "where": "state = 'paid'",
            "columns": {
                "customer_id": "client",
                "event_id": "order_no",
                "event_type": "'purchase'",
                "event_at": "paid_at",
                "event_value": "total",
            },
        },
    ],
}
EVENTS = (
    "select customer_id, event_type, event_value::double from base_events"
    " where rejection_reason is null and load_rank = 1 order by all"
)
KEPT = [("ada", "page_view", None), ("ada", "purchase", 12.5), ("bob", "page_view", None)]


@pytest.fixture(scope="module")
def fed(tmp_path_factory: pytest.TempPathFactory) -> InputProject:
    project = InputProject(tmp_path_factory.mktemp("feeds"))
    (project.folder / "data" / "web").mkdir()
    (project.folder / "data" / "web" / "1.csv").write_text(WEB)
    (project.folder / "data" / "orders.csv").write_text(ORDERS)
    project.map(events=FEEDS)
    done = project.read()
    assert done.returncode == 0, done.stdout
    return project


def test_feeds_of_other_shapes_are_one_table(fed: InputProject) -> None:
    assert fed.rows(EVENTS) == KEPT


def test_every_line_is_kept_rejected_or_left_out(fed: InputProject) -> None:
    counts = "select source_file, line_count, row_count, unread_count from int_input_files"
    # the rows of a bot and of an open order are left out
    assert sorted(fed.rows(counts)) == [("data/orders.csv", 3, 2, 0), ("data/web/1.csv", 5, 3, 0)]


def test_a_rejected_row_has_the_line_of_its_own_file(fed: InputProject) -> None:
    # one feed has a header and the other has none
    rejected = "select source_file, line_number, rejection_reason from rejected_rows order by 1"
    assert fed.rows(rejected) == [
        ("data/orders.csv", 3, "event_value is not a number"),
        ("data/web/1.csv", 4, "customer_id is missing"),
    ]


def test_the_order_of_feeds_says_nothing_and_a_new_file_is_read_alone(fed: InputProject) -> None:
    before = fed.rows("select * from base_events order by source_file, source_row")
    fed.map(events=FEEDS | {"from": FEEDS["from"][::-1]})
    (fed.folder / "data" / "web" / "2.csv").write_text(
        "user;what;seen_at\ncyd;page_view;2025-06-05 10:00\n"
    )
    done = fed.read()
    assert done.returncode == 0, done.stdout
    now = fed.rows("select * from base_events order by source_file, source_row")
    assert [row for row in now if row in before] == before
    assert fed.rows(EVENTS) == [*KEPT, ("cyd", "page_view", None)]


def test_a_check_shows_each_feed(fed: InputProject, monkeypatch: pytest.MonkeyPatch) -> None:
    fed.map(events=FEEDS)
    monkeypatch.chdir(fed.folder)
    web, orders = checked(InputMacros(fed.folder, "files", {}))
    assert (web.name, orders.name, orders.files, orders.rows) == (
        "events.from[0]", "events.from[1]", 1, 2,
    )  # fmt: skip
    assert orders.rejected == [("event_value is not a number", 1)]
    assert (web.left_out, orders.left_out) == (1, 1)


@pytest.mark.parametrize(
    ("feeds", "message"),
    [
        ("web", 'events.from: "web" is no list of feeds'),
        ([], "events.from: [] is no list of feeds"),
        (
            [FEEDS["from"][0], FEEDS["from"][0] | {"path": "data/web/1.csv"}],
            "events.from[1]: 'data/web/1.csv' is in events.from[0] as well",
        ),
        ([FEEDS["from"][0], FEEDS["from"][0]], "events.from: two feeds read the same"),
        (
            [FEEDS["from"][0] | {"wher": "true"}],
            "events.from[0]: unknown key 'wher'. Did you mean 'where'?",
        ),
        (
            [FEEDS["from"][0] | {"where": "nobody = 'bot'"}],
            "events.from[0].where (nobody = 'bot'): the files have no column 'nobody'",
        ),
        (
            [FEEDS["from"][0] | {"max_rejected_share": 1}],
            "events.from[0].max_rejected_share: is of the table and not of a feed",
        ),
    ],
)
def test_what_is_wrong_with_feeds_is_said(fed: InputProject, feeds: Any, message: str) -> None:
    fed.map(events=FEEDS | {"from": feeds})
    done = fed.read()
    assert done.returncode == 2
    assert message in " ".join(done.stdout.split())


RELATION = {
    "database": "data/shop.duckdb",
    "relation": "sales.orders",
    "where": "state = 'paid'",
    "columns": {
        "customer_id": "client",
        "event_id": "order_no",
        "event_type": "'purchase'",
        "event_at": "paid_at",
        "event_value": "total",
    },
}


def _shop(path: Path, *statements: str) -> None:
    with duckdb.connect(str(path)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.fixture
def sold(tmp_path: Path) -> InputProject:
    project = InputProject(tmp_path)
    _shop(
        tmp_path / "data" / "shop.duckdb",
        "create schema sales",
        "create table sales.orders (order_no bigint, client integer, paid_at timestamp,"
        " state text, total decimal(18, 2))",
        "insert into sales.orders values (1, 101, '2025-06-01', 'paid', 5), (2, 102,"
        " '2025-06-02', 'open', 6), (3, null, '2025-06-02', 'paid', 7)",
    )
    project.map(events=RELATION | {"max_rejected_share": 1})
    return project


def test_a_table_of_another_database_is_read_and_read_again_when_a_row_changes(
    sold: InputProject,
) -> None:
    seen = "select customer_id, event_value::double, rejection_reason from base_events order by 1"
    unusable = (None, 7.0, "customer_id is missing")
    assert sold.read().returncode == 0
    assert sold.rows(seen) == [("101", 5.0, None), unusable]
    loaded = sold.rows("select loaded_at from base_events")
    assert sold.read().returncode == 0
    assert sold.rows("select loaded_at from base_events") == loaded, "nothing has changed"
    _shop(sold.folder / "data" / "shop.duckdb", "update sales.orders set state = 'paid'")
    assert sold.read().returncode == 0
    assert sold.rows(seen) == [("101", 5.0, None), ("102", 6.0, None), unusable]


def test_a_check_shows_a_relation(sold: InputProject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sold.folder)
    (events,) = checked(InputMacros(sold.folder, "files", {}))
    assert (events.rows, events.left_out) == (2, 1)
    assert events.rejected == [("customer_id is missing", 1)]


def test_a_table_of_the_warehouse_is_read(sold: InputProject) -> None:
    _shop(
        sold.folder / "warehouse.duckdb",
        "create schema raw",
        "create table raw.clicks as select 'ada' as who, timestamp '2025-06-01' as seen_at",
    )
    sold.map(
        events={
            "relation": "raw.clicks",
            "columns": {"customer_id": "who", "event_type": "'click'", "event_at": "seen_at"},
        }
    )
    assert sold.read().returncode == 0
    assert sold.rows("select customer_id, source_file from base_events") == [("ada", "raw.clicks")]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"relation": "sales.order"},
            "there is no table 'sales.order'. Did you mean 'sales.orders'?",
        ),
        ({"relation": "sales.orders; drop"}, "'sales.orders; drop' is no name"),
        ({"database": "data/shp.duckdb"}, "there is no file 'data/shp.duckdb'"),
        ({"path": "data/x.csv"}, "events.path: a feed with a relation has none"),
    ],
)
def test_what_is_wrong_with_a_relation_is_said(
    sold: InputProject, change: dict[str, str], message: str
) -> None:
    sold.map(events=RELATION | change)
    done = sold.read()
    assert done.returncode == 2
    assert message in " ".join(done.stdout.split())
