"""Many incremental runs, in any order of arrival, give what one full refresh gives."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import duckdb
import pytest
from demo_data import write_demo

PROJECT = Path(__file__).resolve().parents[2]
TABLES = [
    "int_customer_event_days",
    "int_sessions",
    "int_customer_order_days",
    "int_customer_feature_days",
    "int_customer_context_days",
    "customer_behavior_summary",
    "rfm_scores",
]
MODELS = "+customer_behavior_summary +rfm_scores"


def environment(folder: Path) -> dict[str, str]:
    return os.environ | {
        "SEGMENTATION_DB": str(folder / "warehouse.duckdb"),
        "DBT_TARGET_PATH": str(folder / "target"),
        "DBT_LOG_PATH": str(folder / "logs"),
        "SEGMENTATION_SALT": "pepper",
    }


def command(data: Path, *options: str) -> list[str]:
    return [
        sys.executable, str(PROJECT / "scripts" / "run.py"), "build", "--data-dir", str(data),
        "--select", MODELS, "--exclude", "resource_type:test resource_type:unit_test", *options,
    ]  # fmt: skip


def build(folder: Path, data: Path, *options: str) -> None:
    result = subprocess.run(
        command(data, *options), env=environment(folder), capture_output=True, text=True
    )
    assert result.returncode == 0, result.stdout + result.stderr


def differences(one: Path, other: Path) -> dict[str, int]:
    """Rows of either database that the other one does not have, by table."""
    found = {}
    with duckdb.connect() as connection:
        for name, folder in (("one", one), ("other", other)):
            connection.execute(f"attach '{folder / 'warehouse.duckdb'}' as {name} (read_only)")
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
    write_demo(folder, 250, 200, 3, date(2025, 6, 30))
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


def data_folder(root: Path, demo: Path) -> Path:
    """A data folder with the demo's customers and subscriptions and no events yet."""
    folder = root / "data" / "demo"
    (folder / "events").mkdir(parents=True)
    for table in ("customers", "subscriptions"):
        shutil.copy2(demo / f"{table}.parquet", folder)
    return root / "data"


@pytest.fixture(scope="module")
def refreshed(
    demo: Path, loads: list[Path], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """A database made of all loads in one full refresh, and its data folder."""
    root = tmp_path_factory.mktemp("refreshed")
    data = data_folder(root, demo)
    for load in loads:
        shutil.copy2(load, data / "demo" / "events")
    build(root, data, "--full-refresh")
    return root, data


def test_loads_out_of_order_equal_one_full_refresh(refreshed, demo, loads, tmp_path) -> None:
    data = data_folder(tmp_path, demo)
    order = [loads[i] for i in (3, 6, 0, 5, 1, 4, 2)]
    for load in order:
        shutil.copy2(load, data / "demo" / "events")
        build(tmp_path, data)
    assert differences(tmp_path, refreshed[0]) == {}
    # and a run with nothing new changes nothing
    build(tmp_path, data)
    assert differences(tmp_path, refreshed[0]) == {}


def test_changed_file_is_read_again(refreshed, demo, loads, tmp_path) -> None:
    data = data_folder(tmp_path, demo)
    for load in loads:
        shutil.copy2(load, data / "demo" / "events")
    changed = data / "demo" / "events" / loads[2].name
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
    build(tmp_path, data)
    shutil.copy2(loads[2], changed)
    build(tmp_path, data)
    assert differences(tmp_path, refreshed[0]) == {}


#: where a build is killed: as it begins to build each of these
KILLED_AT = (
    "base_events", "int_event_day_checksums", "int_sessions", "int_customer_context_days",
    "int_customer_event_days", "int_customer_order_days", "int_customers",
    "customer_behavior_summary", "base_events", "int_sessions",
)  # fmt: skip


def kill_at(node: str, folder: Path, data: Path, pause: float, *options: str) -> None:
    """A build that gets SIGKILL a moment after dbt's log says that it builds a model."""
    log = folder / "logs" / "dbt.log"
    log.unlink(missing_ok=True)
    process = subprocess.Popen(
        command(data, *options), env=environment(folder),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    begun = f"Began executing node model.segmentation.{node}\n"
    while not (log.exists() and begun in log.read_text()):
        assert process.poll() is None, f"the run ended before {node}"
        time.sleep(0.01)
    time.sleep(pause)
    assert process.poll() is None, f"the run ended with {node}"
    process.send_signal(signal.SIGKILL)
    process.wait()


def test_killed_runs_are_repaired(refreshed, demo, loads, tmp_path) -> None:
    """SIGKILL at ten moments of an incremental build; the next run ends as if nothing was."""
    data = data_folder(tmp_path, demo)
    for load in loads[:2]:
        shutil.copy2(load, data / "demo" / "events")
        build(tmp_path, data)
    chance = random.Random(5)
    for moment, node in enumerate(KILLED_AT):
        if moment % 2 == 0:
            shutil.copy2(loads[2 + moment // 2], data / "demo" / "events")
        options = ["--full-refresh"] if moment == 9 else []
        kill_at(node, tmp_path, data, chance.random() * 0.1, *options)
    build(tmp_path, data)
    assert differences(tmp_path, refreshed[0]) == {}
