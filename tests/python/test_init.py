"""A start of one's own: what is shipped for the demo makes room."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import add_input, copy_project, query, run_dbt
from tiny_events import COLUMNS, event, write_csv

import run as runner
from segments import start as starting


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_project(tmp_path_factory.mktemp("begun"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(starting, "PROJECT", project)
        patch.setattr(runner, "PROJECT", project)
        done = CliRunner().invoke(runner.cli, ["init", "--yes"])
        assert done.exit_code == 0, done.output
        again = CliRunner().invoke(runner.cli, ["init", "--yes"])
        assert again.exit_code == 2 and "exists already" in again.stderr
    return project


def test_the_definitions_of_before_are_moved_and_not_lost(begun: Path) -> None:
    assert sorted(path.name for path in (begun / "segments").iterdir()) == [
        "_templates.yml", "mine.yml",
    ]  # fmt: skip
    assert [path.name for path in (begun / "cohorts").iterdir()] == ["mine.yml"]
    moved = begun / "demo_definitions" / "segments" / "lifecycle.yml"
    assert moved.read_text() == (starting.PROJECT / "segments" / "lifecycle.yml").read_text()


def test_a_first_build_on_data_of_ones_own_warns_of_nothing(begun: Path) -> None:
    """Each customer is in one of the five stages, whatever is known of them."""
    rows = [
        event("1", customer_id="today", event_at="2024-06-30T10:00:00Z"),
        event("2", customer_id="old and active", event_at="2023-01-01T10:00:00Z"),
        event("3", customer_id="old and active", event_at="2024-06-29T10:00:00Z"),
        event("4", customer_id="silent", event_at="2024-05-01T10:00:00Z"),
        event("5", customer_id="lost", event_at="2024-01-01T10:00:00Z"),
    ]
    write_csv(begun / "events.csv", rows)
    people = [
        {"customer_id": "never", "signed_up_at": "2024-01-01"},
        {"customer_id": "only a name", "signed_up_at": ""},
    ]
    write_csv(begun / "customers.csv", people)
    add_input(
        begun, "own", events=("csv", "events.csv", COLUMNS),
        customers=("csv", "customers.csv", list(people[0])),
    )  # fmt: skip
    wanted = ("segment_health_has_no_warnings", "segment_health_has_no_failures")
    done = run_dbt(
        begun, "build", "--select", *(f"+{name}" for name in wanted), "customer_segments",
        "--exclude", "resource_type:unit_test", "--indirect-selection", "buildable",
        vars={"inputs": "own", "as_of_date": "2024-06-30"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    told = [one.node.name for one in done.results if str(one.status) in ("warn", "fail")]
    assert told == [], done.stdout
    stages = """
        select customer_id, segment_id from segment_members
        where segment_id in (select segment_id from customer_segments where dimension is null)
        order by all
    """
    assert query(begun, stages) == [
        ("lost", "lost_customers"), ("never", "never_active"),
        ("old and active", "active_customers"),
        ("only a name", "never_active"), ("silent", "silent_customers"),
        ("today", "new_customers"),
    ]  # fmt: skip
    shutil.rmtree(begun / "target", ignore_errors=True)
