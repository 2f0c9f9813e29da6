"""Somebody who asked to be forgotten is nowhere afterwards, and does not come back."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from conftest import add_input, copy_project, query
from tiny_events import COLUMNS, event, write_csv

WHO = "forget-me-0815"
NO_TESTS = "resource_type:test resource_type:unit_test"
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
    return made


class World:
    def __init__(self, folder: Path) -> None:
        self.project = copy_project(folder)
        write_csv(self.project / "events.csv", rows())
        customers = [
            {"tenant_id": "acme", "customer_id": WHO, "income": "bad \n", "age": WHO + " years"}
        ]
        write_csv(self.project / "customers.csv", customers)
        add_input(
            self.project, "tiny", events=("csv", "events.csv", COLUMNS),
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
        options = ("--inputs", "tiny", "--as-of", day, "--var", "max_rejected_share=1")
        done = self.run("build", *options, "--exclude", NO_TESTS)
        assert done.returncode == 0, done.stdout + done.stderr
        tested = self.run("test", *options, "--select", " ".join(IDENTITIES))
        assert tested.returncode == 0, tested.stdout + tested.stderr

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
    return made


def test_who_asks_to_be_forgotten_is_nowhere_and_does_not_come_back(world: World) -> None:
    members = "select date, segment_id, member_count from segment_trends where tenant_id = 'acme'"
    before = query(world.project, f"{members} order by all")
    refused = world.run("erase", WHO, "--yes")
    assert refused.returncode == 2 and "acme, other" in refused.stderr
    done = world.run("erase", WHO, "--tenant", "acme", "--yes", "--format", "csv")
    assert done.returncode == 0, done.stderr
    assert "warehouse.duckdb: base_events,3" in done.stdout
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
    assert rejected == [("the customer was erased", None)] * 4
    # members of the days that have passed are those that were counted
    sums = query(world.project, f"{members} and date < '{DAYS[1]}' order by all")
    assert sums == [row for row in before if str(row[0]) < DAYS[1]]


def test_nothing_is_left_in_the_bytes_of_the_files(world: World) -> None:
    """Of the other tenant there is, so this asks where nobody else has the id."""
    done = world.run("erase", WHO, "--tenant", "other", "--yes")
    assert done.returncode == 0, done.stderr
    assert WHO.encode() not in (world.project / "warehouse.duckdb").read_bytes()
    for file in world.project.glob("serve/*/*"):
        assert WHO.encode() not in file.read_bytes(), file


def test_whom_nobody_knows_is_told(world: World) -> None:
    done = world.run("erase", "nobody", "--yes")
    assert done.returncode == 2 and "No tenant has a customer nobody" in done.stderr
