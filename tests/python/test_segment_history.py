"""Runs, reruns, rewinds, edits and failures: what the histories say afterwards."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from segment_project import EVALUATION, FIRST_DAY, HISTORY, MODELS, SegmentProject

DAYS = int(os.environ.get("SEGMENT_DAYS", "8"))
BUYERS = {"event": "purchase", "within": "3d"}
QUIET = {"event": "*", "within": "2d", "occurred": False}
BIG = {"metric": "total_spent", "gte": 12}
BIGGER = {"metric": "total_spent", "gte": 25}
BOTH = {"all": [{"segment": "buyers"}, {"segment": "big"}]}
SILENT = {"called": "quiet", "came_true": {"active": False}, "days": 1}
BOUGHT = {"called": "quiet", "came_true": {"bought": True}, "days": 2}


class Predicting(SegmentProject):
    """Also says how predictions came true."""

    intermediates = (
        *EVALUATION,
        "_int_performance__models.yml",
        "int_segment_prediction_days.sql",
        "int_segment_prediction_results.sql",
    )
    models = MODELS | {
        "int_customer_activity_days": "select * from {{ ref('int_customer_event_days') }}",
        "int_customer_order_days": """
            select tenant_id, customer_id, event_at as order_key, event_date
            from {{ ref('stg_events') }} where event_type = 'purchase'
        """,
    }
    histories = (*HISTORY, "int_segment_prediction_results")
    predictions = {"silent": SILENT}  # noqa: RUF012

    def run(self, day: int, *arguments: str, **variables: object) -> object:
        variables["monitoring"] = {"accuracy": self.predictions}
        return super().run(day, *arguments, **variables)


def definitions_of(day: int) -> dict:
    """The definitions as they are on a day: edited, archived, restored, added."""
    written = {"buyers": BUYERS, "quiet": QUIET, "big": BIG if day < 2 else BIGGER}
    written["both"] = BOTH
    written["late"] = None if day < 3 else {"not": {"segment": "quiet"}}
    written["seasonal"] = None if day in (4, 5) else {"event": "visit", "within": "5d"}
    return written


def run_days(project: SegmentProject, days: range) -> None:
    for day in days:
        project.define(**definitions_of(day))
        assert project.run(day).success


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> SegmentProject:
    made = SegmentProject(tmp_path_factory.mktemp("history"))
    run_days(made, range(DAYS))
    return made


def reasons(project: SegmentProject, segment: str) -> list[tuple]:
    return project.rows(
        "select as_of_date - date '2024-03-01', transition, reason"
        f" from segment_transitions where segment_id = '{segment}'"
        " group by all order by all"
    )


def test_on_the_day_of_an_edit_whom_the_old_rule_moves_too_the_data_has_moved(tmp_path) -> None:
    moved = SegmentProject(tmp_path)
    run_days(moved, range(2))
    moved.define(**definitions_of(1) | {"big": {"metric": "total_spent", "gte": 2}})
    assert moved.run(2).success
    found = moved.rows("""
        select segment_id, transition, reason, total_spent >= 12 as is_big_by_the_old_rule
        from segment_transitions left join customer_behavior_summary using (tenant_id, customer_id)
        where as_of_date = date '2024-03-03' and segment_id in ('big', 'buyers')
    """)
    edited = [row for row in found if row[0] == "big"]
    for _segment, transition, reason, was_big in edited:
        assert reason == ("data" if (transition == "entered") == was_big else "definition")
    assert {row[2] for row in edited} == {"data", "definition"}
    assert {row[2] for row in found if row[0] == "buyers"} == {"data"}
    # the rule of a segment that refers to the edited one is made again with the old one
    asked = moved.rows(
        "select segment_id from int_segment_previous_rules where customer_id is null"
    )
    assert sorted(asked) == [("big",), ("both",)]


def test_the_sum_of_transitions_is_the_number_of_members(project) -> None:
    assert (
        project.rows("""
        with moved as (
            select tenant_id, segment_id, sum(case transition when 'entered' then 1 else -1
                end) as members
            from segment_transitions group by all
        )
        select * from moved
        join customer_segments using (tenant_id, segment_id)
        where is_current and members <> member_count
    """)
        == []
    )
    assert (
        project.rows("""
        (select tenant_id, segment_id, customer_id from segment_members where left_at is null
         except from int_segment_evaluations)
        union all
        (from int_segment_evaluations
         except select tenant_id, segment_id, customer_id from segment_members
         where left_at is null)
    """)
        == []
    )
    assert project.rows("select count(*) from segment_runs") == [(DAYS,)]


def test_reasons_tell_what_happened(project) -> None:
    assert {row[2] for row in reasons(project, "buyers")} == {"data", "first_load"}
    assert (2, "left", "definition") in reasons(project, "big")
    assert (2, "left", "definition") in reasons(project, "both")
    assert next(iter(reasons(project, "late"))) == (3, "entered", "first_load")
    seasonal = reasons(project, "seasonal")
    assert (4, "left", "archived") in seasonal
    assert (6, "entered", "restored") in seasonal
    assert not [row for row in seasonal if row[0] == 5]


def test_versions_follow_each_other(project) -> None:
    assert project.rows("""
        select version, status, valid_from - date '2024-03-01', is_current
        from customer_segments
        where tenant_id = 'acme' and segment_id = 'seasonal' order by version
    """) == [(1, "active", 0, False), (2, "archived", 4, False), (3, "active", 6, True)]


def test_values_of_a_tracked_dimension_are_segments(project) -> None:
    assert project.rows("""
        select count(*) from customer_behavior_summary
    """) == project.rows("""
        select sum(member_count) from customer_segments
        where is_current and dimension = 'stage'
    """)
    assert project.rows("""
        select distinct segment_type from customer_segments where dimension = 'stage'
    """) == [("lifecycle",)]
    assert ("stage.well_known",) in project.rows("select segment_id from segment_stats")
    assert project.rows("""
        select count(*) from segment_migrations
        where from_value is null and to_value is null
    """) == [(0,)]
    assert project.rows("from segment_migrations where from_value = 'New'")


def test_a_rerun_of_the_last_day_changes_nothing(project) -> None:
    before = project.history()
    assert project.run(DAYS - 1).success
    assert project.history() == before


def test_a_replay_from_nothing_gives_the_same_history(project, tmp_path: Path) -> None:
    replay = SegmentProject(tmp_path)
    run_days(replay, range(DAYS))
    assert replay.history() == project.history()


def test_an_earlier_day_is_refused_and_can_be_rewound(tmp_path: Path) -> None:
    project = Predicting(tmp_path)
    run_days(project, range(3))
    before = project.history()
    project.predictions = {"silent": SILENT, "bought": BOUGHT}
    run_days(project, range(3, 5))
    results = "select distinct prediction, called_date, computed_date"
    results = project.rows(f"{results} from int_segment_prediction_results")
    assert ("bought", FIRST_DAY, FIRST_DAY + timedelta(3)) in results
    assert ("silent", FIRST_DAY, FIRST_DAY + timedelta(1)) in results
    project.predictions = {"silent": SILENT}
    project.define(**definitions_of(2))
    refused = project.run(2)
    assert not refused.success
    assert "is before 2024-03-05, the newest day" in str(refused.exception)
    assert project.run(2, rewind=True).success
    assert project.history() == before


def test_a_run_that_died_leaves_no_trace(tmp_path: Path) -> None:
    (tmp_path / "died").mkdir()
    (tmp_path / "fine").mkdir()
    died, fine = SegmentProject(tmp_path / "died"), SegmentProject(tmp_path / "fine")
    for one in (died, fine):
        run_days(one, range(2))
    died.define(**definitions_of(2))
    assert died.run(2, "--exclude", "segment_runs", "segment_members+").success
    for one in (died, fine):
        one.define(**definitions_of(3))
        assert one.run(3).success
    assert died.history() == fine.history()


def test_spans_and_migrations_catch_up_after_a_run_that_left_them_out(tmp_path: Path) -> None:
    (tmp_path / "late").mkdir()
    (tmp_path / "fine").mkdir()
    late, fine = SegmentProject(tmp_path / "late"), SegmentProject(tmp_path / "fine")
    run_days(late, range(2))
    late.define(**definitions_of(2))
    assert late.run(2, "--exclude", "int_segment_spans+", "segment_migrations").success
    late.define(**definitions_of(3))
    assert late.run(3).success
    run_days(fine, range(4))
    assert late.history() == fine.history()
    assert late.run(3, "--full-refresh").success
    assert late.history() == fine.history()


def test_a_wrong_definition_stops_the_build_or_keeps_its_members(tmp_path: Path) -> None:
    project = SegmentProject(tmp_path)
    run_days(project, range(2))
    before = project.history()
    good = definitions_of(2)
    project.define(**good | {"buyers": {"evnt": "purchase"}, "quiet": {"any": []}})
    stopped = project.run(2)
    assert not stopped.success
    message = str(stopped.exception)
    assert "segments/all.yml: buyers: criteria: a condition without a form" in message
    assert "segments/all.yml: quiet: criteria.any" in message
    assert "refers to a segment that is wrong itself" in message
    assert project.history() == before
    assert project.run(2, strict_segments=False).success
    assert project.rows("""
        select segment_id, status from customer_segments
        where is_current and tenant_id = 'acme' and dimension is null order by all
    """) == [
        ("big", "active"),
        ("both", "invalid"),
        ("buyers", "invalid"),
        ("quiet", "invalid"),
        ("seasonal", "active"),
    ]
    members = "select customer_id from segment_members where segment_id = 'buyers'"
    kept = sorted(project.rows(f"{members} and left_at is null"))
    assert kept and kept == sorted(
        (row[2],) for row in before["segment_members"] if row[1] == "buyers" and row[7] is None
    )
    project.define(**good)
    assert project.run(3).success
    assert {row[2] for row in reasons(project, "buyers") if row[0] == 3} == {"data"}
