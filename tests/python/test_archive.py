"""Old events go to Parquet files, and what was counted of them stays."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from core import dbt as dbt_runner
from core.errors import CannotRun
from demo.data import write_demo
from history import archive

LAST = date(2025, 6, 30)
KEPT = 30
#: The last day of the archive; its evening goes on after midnight.
UNTIL = date(2025, 5, 30)
TABLES = ["customer_behavior_summary", "int_customer_event_days", "int_sessions"]
MODELS = ("--select", "+customer_behavior_summary", "--select", "rejected_events")


class World:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.warehouse = folder / "warehouse.duckdb"
        self.events = folder / "data" / "demo" / "events"
        self.variables: dict[str, Any] = {"data_dir": str(folder / "data")}
        self.variables["retention_days"] = KEPT

    def build(self, manifest: Any, *options: str, **more: Any) -> dbt_runner.Outcome:
        return dbt_runner.run_dbt(
            "build", *MODELS, "--exclude-resource-type", "unit_test", *options,
            "--indirect-selection", "buildable",
            variables=self.variables | more, manifest=manifest,
        )  # fmt: skip

    def rows(self, query: str) -> list[tuple]:
        with duckdb.connect(str(self.warehouse), read_only=True) as connection:
            return connection.execute(query).fetchall()

    def tables(self) -> dict[str, list[tuple]]:
        return {name: self.rows(f"from {name} order by all") for name in TABLES}

    def deliver(self, name: str, query: str) -> None:
        with duckdb.connect() as connection:
            connection.execute("set threads = 1")
            events = f"read_parquet('{self.events}/*.parquet', filename = false)"
            connection.execute(
                f"copy ({query.format(events=events)}) to '{self.folder}/new.parquet'"
            )
        shutil.move(self.folder / "new.parquet", self.events / f"{name}.parquet")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    world = World(tmp_path_factory.mktemp("archive"))
    write_demo(world.folder / "data" / "demo", 150, 120, 5, LAST, messy=True, activity=40)
    # sessions over the end of the archive, one with an id, one without; one just before, and
    # one long before
    world.deliver(
        "evening",
        "select e.* replace ('night ' || s || i as event_id, event_type as event_type,"
        " ['over midnight', null, null, 'long ago'][s + 1] as session_id,"
        " timestamp '2025-05-30 23:30:00' - to_days(if(s = 3, 20, 0)) + to_minutes(i * 15)"
        " as event_at,"
        " timestamp '2025-05-31 09:00:00' as loaded_at, 'night owl ' || s as customer_id)"
        " from (from {events} limit 1) as e, range(5) as r(i), range(4) as t(s)"
        " where s < 2 or i < 2",
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DBT_TARGET_PATH", str(world.folder / "target"))
        patch.setenv("DBT_LOG_PATH", str(world.folder / "logs"))
        patch.setenv("SEGMENTATION_SALT", "pepper")
        patch.setenv("SEGMENTATION_DB", str(world.warehouse))
        world.manifest = dbt_runner.parsed_project(world.variables)
        assert world.build(world.manifest).exit_code == 0
        world.before = world.tables()
        world.loaded = world.rows("select count(*) from base_events")[0][0]
        yield world


def killed_before(world: World, step: str) -> None:
    """Archives in a copy of this process, which dies before a step of it."""
    child = os.fork()
    if child == 0:
        run = archive.Archive.run

        def die(self: archive.Archive, name: str, **parameters: Any) -> list[tuple]:
            if name == f"history/{step}":
                os.kill(os.getpid(), signal.SIGKILL)
            return run(self, name, **parameters)

        archive.Archive.run = die
        try:
            archive.archive(world.folder / "archive", world.variables)
        finally:
            os._exit(3)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL


def test_a_kill_at_any_step_loses_nothing(world) -> None:
    for step in ("archive_read", "archive_note_files", "archive_delete"):
        killed_before(world, step)
        assert world.rows("select count(*) from base_events") == [(world.loaded,)]
        assert world.rows("select count(*) from archives") == [(0,)]
        assert world.rows("select count(*) from archived_days") == [(0,)]


def test_a_file_that_is_not_what_was_written_stops_it(world, monkeypatch) -> None:
    run = archive.Archive.run

    def lose_a_row(self: archive.Archive, name: str, **parameters: Any) -> list[tuple]:
        found = run(self, name, **parameters)
        return [(found[0][0] - 1, *found[0][1:])] if name == "history/archive_read" else found

    monkeypatch.setattr(archive.Archive, "run", lose_a_row)
    with pytest.raises(CannotRun, match="nothing was deleted"):
        archive.archive(world.folder / "archive", world.variables)
    assert world.rows("select count(*) from base_events") == [(world.loaded,)]


@pytest.fixture(scope="module")
def archived(world) -> list[archive.Month]:
    until, months = archive.archive(world.folder / "archive", world.variables)
    assert until == UNTIL
    return months


def test_every_row_is_here_or_there(world, archived) -> None:
    there = duckdb.sql(f"select count(*) from '{world.folder}/archive/*.parquet'").fetchall()[0][0]
    assert there == sum(month.rows for month in archived) > 0
    assert world.rows("select count(*) from base_events") == [(world.loaded - there,)]
    kept = world.rows(
        f"select distinct customer_id from base_events where event_date <= '{UNTIL}'"
        " and customer_id like 'night owl%'"
    )
    assert sorted(kept) == [("night owl 0",), ("night owl 1",), ("night owl 2",)]


def test_a_build_changes_nothing(world, archived) -> None:
    outcome = world.build(world.manifest)
    assert outcome.exit_code == 0, outcome
    assert world.tables() == world.before
    assert world.rows(
        "select count(*) from rejected_events where rejection_reason like '%archived%'"
    ) == [(0,)]


def test_a_changed_role_changes_no_archived_day(world, archived) -> None:
    days = f"from int_customer_order_days where event_date {{}} '{UNTIL}' order by all"
    before = world.rows(days.format("<="))
    assert before and world.rows(days.format(">"))
    with duckdb.connect(str(world.warehouse)) as connection:
        connection.execute("delete from event_roles where role = 'purchase'")
    outcome = dbt_runner.run_dbt(
        "run", "--select", "int_customer_order_days",
        variables=world.variables, manifest=world.manifest,
    )  # fmt: skip
    assert outcome.exit_code == 0, outcome
    assert world.rows(days.format("<=")) == before
    assert world.rows(days.format(">")) == []


def test_a_full_refresh_is_refused(world, archived) -> None:
    with pytest.raises(CannotRun, match="forget_archives"):
        raise_errors(world.build(world.manifest, "--full-refresh"))
    assert world.tables() == world.before


def raise_errors(outcome: dbt_runner.Outcome) -> None:
    if outcome.errors:
        raise CannotRun(str(outcome.errors))


def test_late_rows_of_archived_days_are_counted_and_not_used(world, archived) -> None:
    """Beside rows of the days that are kept, which go on with sessions over midnight."""
    world.deliver(
        "late",
        "select e.* replace ('late ' || i as event_id,"
        " if(i = 4, null, if(i = 5, 'long ago', 'over midnight')) as session_id,"
        " [timestamp '2025-05-01 12:00:00', '2025-05-31 00:20:00', '2025-06-29 12:00:00',"
        " '2025-05-31 00:10:00', '2025-06-29 12:00:00'][i] as event_at,"
        " timestamp '2025-07-01 01:00:00' as loaded_at,"
        " 'night owl ' || [0, 0, 0, 2, 3][i] as customer_id)"
        " from (from {events} limit 1) as e, range(1, 6) as r(i)",
    )
    outcome = world.build(world.manifest)
    assert outcome.exit_code == 0, outcome
    assert world.rows(
        "select rejection_reason, count(*) from rejected_events"
        " where source_file like '%late.parquet' group by all"
    ) == [("event_at is on an archived day", 1)]
    owl = "where customer_id = 'night owl 0'"
    before = [row for row in world.before["int_customer_event_days"] if row[1] == "night owl 0"]
    days = world.rows(f"from int_customer_event_days {owl} order by event_date")
    assert sum(row[3] for row in before) == 5
    assert sum(row[3] for row in days) == 7
    assert world.rows(f"select sum(event_count)::int from int_sessions {owl}") == [(7,)]
    counts = "select event_count from int_sessions where customer_id = 'night owl {}' order by 1"
    assert world.rows(counts.format(2)) == [(3,)], "it goes on after midnight"
    assert world.rows(counts.format(3)) == [(1,), (2,)], "an id that comes back is another one"


def test_what_comes_later_is_archived_beside_it(world, archived) -> None:
    before = world.tables()
    world.variables["retention_days"] = 10
    until, months = archive.archive(world.folder / "archive", world.variables)
    assert until == date(2025, 6, 19)
    assert all(month.file not in {old.file for old in archived} for month in months)
    outcome = world.build(world.manifest)
    assert outcome.exit_code == 0, outcome
    assert world.tables() == before


def test_a_full_refresh_from_the_files_gives_it_all_again(world, archived) -> None:
    for name in ("late", "evening"):
        (world.events / f"{name}.parquet").unlink()
    more = {"forget_archives": True, "allow_missing_files": True}
    outcome = world.build(world.manifest, "--full-refresh", **more)
    assert outcome.exit_code == 0, outcome
    for name, rows in world.tables().items():
        assert rows == [row for row in world.before[name] if "night owl" not in str(row)], name


def test_nothing_is_archived_without_retention_days(world) -> None:
    for days, said in ((None, "null"), (0, "number of days"), ("2y", "number of days")):
        with pytest.raises(CannotRun, match=said):
            archive.retention_days({"retention_days": days})
