"""Many incremental runs, in any order of arrival, give what one full refresh gives."""

from __future__ import annotations

import random
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from conftest import copy_project, run_dbt
from dbt_here import killed_at

from demo.data import write_demo

TABLES = [
    "int_customer_event_days",
    "int_sessions",
    "int_customer_order_days",
    "int_customer_feature_days",
    "int_customer_context_days",
    "customer_behavior_summary",
    "rfm_scores",
]
COMMAND = (
    "build", "--quiet", "--select", "+customer_behavior_summary", "+rfm_scores",
    "--exclude", "resource_type:test", "resource_type:unit_test",
)  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project; its data and its warehouse are those of the test that builds."""
    return copy_project(tmp_path_factory.mktemp("copy"))


class Shop:
    """Files as they arrive, and the project's warehouse, which begins anew with each shop."""

    def __init__(self, project: Path, folder: Path, demo: Path) -> None:
        self.project = project
        self.warehouse = project / "warehouse.duckdb"
        self.warehouse.unlink(missing_ok=True)
        self.events = folder / "demo" / "events"
        self.events.mkdir(parents=True)
        for table in ("customers", "subscriptions"):
            shutil.copy2(demo / f"{table}.parquet", folder / "demo")
        (project / "data").unlink(missing_ok=True)
        (project / "data").symlink_to(folder)

    def deliver(self, *loads: Path) -> None:
        for load in loads:
            shutil.copy2(load, self.events)

    def build(self, *options: str, **more: Any) -> None:
        done = run_dbt(self.project, *COMMAND, *options, **more)
        assert done.returncode == 0, done.stdout


def differences(one: Path, other: Path) -> dict[str, int]:
    """Rows of either database that the other one does not have, by table."""
    found = {}
    with duckdb.connect() as connection:
        for name, file in (("one", one), ("other", other)):
            connection.execute(f"attach '{file}' as {name} (read_only)")
        for table in TABLES:
            count = "select count(*) from (from {}.{} except all from {}.{})"
            found[table] = sum(
                connection.execute(count.format(a, table, b, table)).fetchone()[0]
                for a, b in (("one", "other"), ("other", "one"))
            )
            rows = connection.execute(f"select count(*) from one.{table}").fetchone()[0]
            assert rows > 0, f"{table} is empty: nothing was compared"
    return {table: count for table, count in found.items() if count}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "demo"
    write_demo(folder, 250, 200, 3, date(2025, 6, 30), messy=True, activity=40)
    return folder


#: events around midnight beside the first and the last of all days, and their load: load 2
#: comes when 3 is there, touches no day beyond its own, and its events join the sessions
MIDNIGHTS = (
    ("2024-11-01 23:50", 3), ("2024-11-02 00:05", 2),
    ("2025-07-02 23:50", 2), ("2025-07-03 00:10", 3),
)  # fmt: skip


@pytest.fixture(scope="module")
def loads(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The demo's events in 7 files: dealt at random, so days are late, and some rows twice."""
    folder = tmp_path_factory.mktemp("loads")
    with duckdb.connect() as connection:
        connection.execute("set threads = 1")
        connection.execute(f"create table events as from read_parquet('{demo}/events/*.parquet')")
        for load in range(7):
            # the month of the event decides mostly, chance sometimes; every 50th comes twice
            midnights = ", ".join(f"timestamp '{at}'" for at, place in MIDNIGHTS if place == load)
            connection.execute(
                f"""
                copy (
                    select sample.* replace (
                        'midnight ' || moment as event_id, 'owl' as customer_id, moment as event_at,
                        timestamp '2025-07-05' as loaded_at, null as session_id
                    )
                    from (from events order by event_id limit 1) as sample
                    cross join unnest(cast([{midnights}] as timestamp[])) as owl (moment)
                    union all
                    select * from events
                    where (case when hash(event_id, customer_id) % 10 < 7
                            then date_diff('day', timestamp '2024-12-01', event_at) // 32
                            else hash(customer_id, event_id, 'deal') end) % 7 = {load}
                        or hash(event_id, 'again') % 350 = {load}
                ) to '{folder}/load_{load}.parquet'
                """
            )
    return sorted(folder.glob("*.parquet"))


@pytest.fixture(scope="module")
def refreshed(project, demo, loads, tmp_path_factory) -> Path:
    """A database made of all loads in one full refresh."""
    shop = Shop(project, tmp_path_factory.mktemp("refreshed"), demo)
    shop.deliver(*loads)
    shop.build("--full-refresh")
    return shop.warehouse.rename(project / "refreshed.duckdb")


@pytest.fixture
def shop(refreshed, project, demo, tmp_path) -> Shop:
    return Shop(project, tmp_path, demo)


def test_loads_out_of_order_equal_one_full_refresh(shop, refreshed, loads) -> None:
    for load in (loads[i] for i in (3, 6, 0, 5, 1, 4, 2)):
        shop.deliver(load)
        shop.build()
    assert differences(shop.warehouse, refreshed) == {}
    # and a run with nothing new changes nothing
    shop.build()
    assert differences(shop.warehouse, refreshed) == {}


def test_changed_file_is_read_again(shop, refreshed, loads) -> None:
    shop.deliver(*loads)
    changed = shop.events / loads[2].name
    with duckdb.connect() as connection:
        # fewer rows, rows of other days, and originals gone whose duplicates stay
        connection.execute(
            f"""
            copy (
                select * replace (event_at + interval '3 hours' as event_at)
                from read_parquet('{loads[2]}') where hash(event_id) % 3 > 0
                union all from read_parquet('{loads[0]}') where hash(event_id) % 40 = 0
            ) to '{changed}'
            """
        )
    shop.build()
    shop.deliver(loads[2])
    shop.build()
    assert differences(shop.warehouse, refreshed) == {}


#: where a build is killed: as it begins to build each of these
KILLED_AT = (
    "base_events", "int_event_day_checksums", "int_sessions", "int_customer_context_days",
    "int_customer_event_days", "int_customer_order_days", "int_customers",
    "customer_behavior_summary", "base_events", "int_sessions",
)  # fmt: skip


def test_killed_runs_are_repaired(shop, refreshed, loads) -> None:
    """SIGKILL at ten moments of an incremental build; the next run ends as if nothing was."""
    for load in loads[:2]:
        shop.deliver(load)
        shop.build()
    chance = random.Random(5)
    for moment, node in enumerate(KILLED_AT):
        if moment % 2 == 0:
            shop.deliver(loads[2 + moment // 2])
        options = ["--full-refresh"] if moment == 9 else []
        killed_at(
            node,
            chance.random() * 0.1,
            lambda listen, options=options: shop.build(*options, listeners=(listen,)),
        )
    shop.build()
    assert differences(shop.warehouse, refreshed) == {}
