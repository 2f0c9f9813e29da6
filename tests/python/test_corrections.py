"""The var on_conflict: rows that come again with the id of an event and another content."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import add_input, copy_project, query, run_dbt
from tiny_events import COLUMNS, NO_TESTS, event, write_csv

BUILD = ("build", "--select", "+customer_behavior_summary", "+input_health", *NO_TESTS)
TESTS = (
    "every_row_is_kept_rejected_or_repeated", "every_row_of_the_files_was_read",
    "event_days_hold_every_event", "input_health_has_no_warnings", "input_health_has_no_failures",
)  # fmt: skip
JULY = {
    day: {"loaded_at": f"2024-07-0{day}T00:00:00Z"} for day in (1, 2, 3, 4)
}  # when a file was loaded
DAYS = (
    [
        event("corrected", event_value="10", **JULY[1]),
        event("moved", event_value="5", event_at="2024-06-28T10:00:00Z", **JULY[1]),
        event("repeated", event_value="1", **JULY[1]),
        event("corrected in vain", event_value="3", **JULY[1]),
        event("back again", event_value="7", **JULY[1]),
    ],
    [
        event("corrected", event_value="99", **JULY[2]),
        event("moved", event_value="5", event_at="2024-06-29T10:00:00Z", **JULY[2]),
        event("repeated", event_value="1", **JULY[2]),
        event("corrected in vain", event_value="much", **JULY[2]),
        event("back again", event_value="8", **JULY[2]),
    ],
    [
        event("corrected", event_value="98", **JULY[3]),
        event("back again", event_value="7", **JULY[3]),
        event("moved", event_value="5", currency="XXX", **JULY[3]),
    ],
)
EVENTS = (
    "select event_id, event_value::double, event_date::varchar, loaded_at::date::varchar"
    " from stg_events order by event_id"
)
#: as the last says: the first load of that content, and never a row that cannot be used
LAST = [
    ("back again", 7, "2024-06-30", "2024-07-01"),
    ("corrected", 98, "2024-06-30", "2024-07-03"),
    ("corrected in vain", 3, "2024-06-30", "2024-07-01"),
    ("moved", 5, "2024-06-29", "2024-07-02"),
    ("repeated", 1, "2024-06-30", "2024-07-01"),
]
SUMMARY = "select * from customer_behavior_summary"
CHECKSUMS = "select event_date, event_count, day_checksum from int_event_day_checksums order by 1"


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that loads a day's file a run."""
    project = copy_project(tmp_path_factory.mktemp("corrections"))
    add_input(project, "tiny", events=("csv", "events_*.csv", COLUMNS))
    for number, rows in enumerate(DAYS, start=1):
        write_csv(project / f"events_{number}.csv", rows)
        done = _build(project)
        assert done.returncode == 0, done.stdout
    return project


def _build(project: Path, *options: str, **variables: str):
    settings = {"inputs": "tiny", "on_conflict": "last"} | variables
    return run_dbt(project, *BUILD, *options, vars=settings)


def test_the_last_usable_content_is_the_event(corrected: Path) -> None:
    assert query(corrected, EVENTS) == LAST
    assert query(corrected, "select total_spent::double from customer_behavior_summary") == [(114,)]


def test_daily_runs_are_one_refresh(corrected: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    shutil.copytree(corrected, whole, ignore=shutil.ignore_patterns("warehouse.duckdb*", "target"))
    done = _build(whole, "--full-refresh")
    assert done.returncode == 0, done.stdout
    for sql in (EVENTS, SUMMARY, CHECKSUMS):
        assert query(whole, sql) == query(corrected, sql)


def test_what_came_later_is_not_known_earlier(corrected: Path, tmp_path: Path) -> None:
    known = tmp_path / "known"
    shutil.copytree(corrected, known, ignore=shutil.ignore_patterns("warehouse.duckdb*", "target"))
    done = _build(known, "--full-refresh", known_until="2024-07-02 12:00:00")
    assert done.returncode == 0, done.stdout
    assert [row[:2] for row in query(known, EVENTS)] == [
        ("back again", 8), ("corrected", 99), ("corrected in vain", 3), ("moved", 5),
        ("repeated", 1),
    ]  # fmt: skip


def test_the_counts_add_up_and_the_conflicts_are_told(corrected: Path) -> None:
    done = run_dbt(
        corrected, "test", "--select", *TESTS, vars={"inputs": "tiny", "on_conflict": "last"}
    )
    assert done.returncode == 0, done.stdout
    assert "another content; the last counts" in " ".join(done.stdout.split())
    conflicts = (
        "select found::int, examples from input_health where check_name = 'conflicting_events'"
    )
    assert query(corrected, conflicts) == [(4, "back again; corrected; moved")]


def test_an_error_fails_the_build(corrected: Path) -> None:
    done = _build(corrected, on_conflict="error")
    assert done.returncode == 0, "what is left out here is the tests"
    health = "select status from input_health where check_name = 'conflicting_events'"
    assert query(corrected, health) == [("fail",)]
    assert query(corrected, EVENTS)[1][1] == 10, "and the first counts"


def test_another_word_is_refused(corrected: Path) -> None:
    done = _build(corrected, on_conflict="newest")
    assert done.returncode == 2
    assert "var on_conflict: 'newest' is none of them" in done.stdout
