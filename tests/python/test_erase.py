"""Somebody who asked to be forgotten is nowhere afterwards, and does not come back."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from conftest import add_input, copy_project, query, run_dbt
from tiny_events import COLUMNS, event, write_csv

WHO = "forget-me-0815"
#: as whom they were seen before they were known
VISITOR = "visitor-4711"
#: what must hold of the days that have passed, and of the files
IDENTITIES = (
    "segment_days_agree_with_transitions", "segments_change_by_who_entered_and_left",
    "segments_transitions_alternate", "every_row_of_the_files_was_read",
    "every_row_is_kept_rejected_or_repeated", "every_day_has_every_segment",
    "all_customers_of_a_day_are_those_of_the_rollups", "the_summary_adds_up_to_the_rollups",
)  # fmt: skip
DAYS = ("2024-06-28", "2024-06-29", "2024-06-30")


def rows() -> list[dict]:
    """Two customers, and one of the same id in another tenant."""
    made = []
    for day in DAYS:
        for name, tenant in ((WHO, "acme"), ("ada", "acme"), (WHO, "other")):
            made.append(
                event(f"{name} {day}", tenant_id=tenant, customer_id=name,
                      event_at=f"{day}T10:00:00Z", event_value="10", session_id=f"s {day}",
                      event_properties=f'{{"order_id": "{name} {day}"}}')
            )  # fmt: skip
    seen = {"tenant_id": "acme", "event_type": "page_view"}
    visit = event("visit", **seen | {"customer_id": None, "event_at": f"{DAYS[0]}T09:00:00Z"})
    login = event("login", **seen | {"customer_id": WHO, "event_at": f"{DAYS[0]}T09:30:00Z"})
    return [
        *(row | {"anonymous_id": None} for row in made),
        *(row | {"anonymous_id": VISITOR} for row in (visit, login)),
    ]


class World:
    def __init__(self, folder: Path) -> None:
        self.project = copy_project(folder)
        write_csv(self.project / "events.csv", rows())
        customers = [
            {"tenant_id": "acme", "customer_id": WHO, "income": "bad \n", "age": WHO + " years"}
        ]
        write_csv(self.project / "customers.csv", customers)
        add_input(
            self.project, "tiny", events=("csv", "events.csv", [*COLUMNS, "anonymous_id"]),
            customers=("csv", "customers.csv", list(customers[0])),
        )  # fmt: skip

    def run(self, *arguments: str) -> subprocess.CompletedProcess:
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("DBT_", "SEGM"))}
        return subprocess.run(
            [sys.executable, "scripts/run.py", *arguments],
            cwd=self.project,
            env=environment | {"SEGMENTATION_SALT": "pepper"},
            capture_output=True,
            text=True,
        )

    def built(self, day: str) -> None:
        """A day's run with what the tests need, and with the tests."""
        wanted = [f"+{name}" for name in IDENTITIES]
        variables = {"inputs": "tiny", "as_of_date": day, "max_rejected_share": 1}
        done = run_dbt(
            self.project, "build", "--select", *wanted, "rejected_rows",
            "--indirect-selection", "empty", vars=variables,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout

    def places(self) -> dict[str, int]:
        """The tables with rows of the person, and files with their id in the bytes."""
        found = {}
        with duckdb.connect(str(self.project / "warehouse.duckdb"), read_only=True) as connection:
            tables = connection.execute(
                "select table_name from duckdb_columns() where column_name = 'customer_id'"
            ).fetchall()
            for (table,) in tables:
                (count,) = connection.execute(
                    f"select count(*) from {table} where customer_id = ? and tenant_id = 'acme'",
                    [WHO],
                ).fetchone()
                if count:
                    found[table] = count
        return found


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    made = World(tmp_path_factory.mktemp("erase"))
    for day in DAYS[:2]:
        made.built(day)
    assert {"segment_transitions", "base_events", "base_customers"} <= set(made.places())
    archive, served = made.project / "archive", made.project / "serve" / "20240630T000000Z-0815"
    archive.mkdir()
    served.mkdir(parents=True)
    with duckdb.connect(str(made.project / "warehouse.duckdb")) as connection:
        connection.execute(f"copy base_events to '{archive}/events_2024-06_0001.parquet'")
        connection.execute(f"insert into archives values (1, null, 0, '{archive}')")
        connection.execute(f"attach '{served}/marts.duckdb' as marts")
        for table in ("segment_transitions", "customer_behavior_summary"):
            connection.execute(f"create table marts.{table} as from {table}")
        connection.execute(f"copy segment_members to '{served}/members.parquet'")
    return made


def test_who_asks_to_be_forgotten_is_nowhere_and_does_not_come_back(world: World) -> None:
    members = "select date, segment_id, member_count from segment_trends where tenant_id = 'acme'"
    before = query(world.project, f"{members} order by all")
    refused = world.run("erase", WHO, "--yes")
    assert refused.returncode == 2 and "acme, other" in refused.stderr
    done = world.run("erase", WHO, "--tenant", "acme", "--yes", "--format", "csv")
    assert done.returncode == 0, done.stderr
    # two days of which the third is still to come, the login, and the visit before it
    assert "warehouse.duckdb: base_events,5" in done.stdout
    assert "archive/events_2024-06_0001.parquet,5" in done.stdout
    assert "-0815/marts.duckdb: customer_behavior_summary,1" in done.stdout
    assert "-0815/members.parquet," in done.stdout
    archived = f"from read_parquet('{world.project}/archive/*.parquet') where tenant_id = 'acme'"
    assert query(world.project, f"select distinct customer_id, anonymous_id {archived}") == [
        ("ada", None)
    ]
    assert world.places() == {}
    # the other tenant's customer of this id is another person
    other = f"select count(*) from segment_transitions where customer_id = '{WHO}'"
    kept = query(world.project, other)
    assert kept[0][0] > 0
    again = world.run("erase", WHO, "--tenant", "acme", "--yes", "--format", "csv")
    assert again.returncode == 0 and "Nothing of them was found" in again.stderr

    # the files still have them; the next day is built and tested
    world.built(DAYS[2])
    assert world.places() == {}
    assert query(world.project, other)[0][0] >= kept[0][0]
    rejected = query(world.project, "select rejection_reason, raw_row from rejected_rows")
    assert rejected == [("the customer was erased", None)] * 6
    # members of the days that have passed are those that were counted
    sums = query(world.project, f"{members} and date < '{DAYS[1]}' order by all")
    assert sums == [row for row in before if str(row[0]) < DAYS[1]]


def test_nothing_is_left_in_the_bytes_of_the_files(world: World) -> None:
    """Of the other tenant there is, so this asks where nobody else has the id."""
    done = world.run("erase", WHO, "--tenant", "other", "--yes")
    assert done.returncode == 0, done.stderr
    files = [world.project / "warehouse.duckdb", *world.project.glob("serve/*/*")]
    files += world.project.glob("archive/*")
    assert len(files) == 4
    for file in files:
        assert WHO.encode() not in file.read_bytes(), file
        assert VISITOR.encode() not in file.read_bytes(), file


def test_whom_nobody_knows_is_told(world: World) -> None:
    done = world.run("erase", "nobody", "--yes")
    assert done.returncode == 2 and "No tenant has a customer nobody" in done.stderr
