"""Daily runs over the demo: the segments' history adds up and says why.

SEGMENT_RUN_DAYS=30 makes it thirty days; the default keeps the suite short.
"""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest
from conftest import copy_project, run_dbt

from demo.data import write_demo

DAYS = int(os.environ.get("SEGMENT_RUN_DAYS", "5"))
LAST = date(2025, 6, 30)
EDITED, ARCHIVED, RESTORED = (DAYS * share // 7 for share in (2, 3, 5))
HISTORIES = ["segment_transitions", "segment_members", "customer_segments", "segment_migrations"]


class History:
    """A copy of the project that is run day by day, with edits on the way."""

    def __init__(self, folder: Path, demo: Path) -> None:
        self.project = copy_project(folder)
        (self.project / "data").mkdir()
        (self.project / "data" / "demo").symlink_to(demo)
        self.members: list[dict[tuple[str, str], int]] = []

    def run(self, day: date, *select: str) -> None:
        result = run_dbt(
            self.project, "run", "--quiet", *select, vars={"as_of_date": day.isoformat()}
        )
        assert result.returncode == 0, result.stdout

    def rows(self, query: str) -> list[tuple]:
        with duckdb.connect(str(self.project / "warehouse.duckdb"), read_only=True) as connection:
            return connection.execute(query).fetchall()

    def tables(self) -> dict[str, list[tuple]]:
        return {name: self.rows(f"from {name} order by all") for name in HISTORIES}

    def edit(self, file: str, before: str, after: str) -> None:
        path = self.project / "segments" / file
        text = path.read_text()
        assert before in text
        path.write_text(text.replace(before, after, 1))

    def run_all(self) -> None:
        on = "For team campaigns.\n    depends_on: [ref('segment_members')]\n    config:\n"
        off = on + "      enabled: false\n"
        assert run_dbt(self.project, "seed", "--quiet").returncode == 0
        for number in range(DAYS):
            if number == EDITED:
                self.edit("team.yml", "shared_items", "total_shares")
            if number == ARCHIVED:
                self.edit("team.yml", on, off)
            if number == RESTORED:
                self.edit("team.yml", off, on)
            day = LAST - timedelta(days=DAYS - 1 - number)
            # the first run reads the files, the others only move the day
            self.run(day, *(["--select", "int_as_of_date+"] if number else []))
            counts = self.rows(
                "select tenant_id, segment_id, count(*) from int_segment_evaluations group by all"
            )
            self.members.append({(tenant, segment): n for tenant, segment, n in counts})


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "demo"
    write_demo(folder, 600, 150, 11, LAST, messy=True, activity=40)
    return folder


@pytest.fixture(scope="module")
def history(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> History:
    history = History(tmp_path_factory.mktemp("history"), demo)
    history.run_all()
    return history


def test_transitions_are_the_change_of_members(history: History) -> None:
    moves = history.rows(
        "select as_of_date, tenant_id, segment_id,"
        " count_if(transition = 'entered') - count_if(transition = 'left')"
        " from segment_transitions group by all"
    )
    assert moves
    expected: dict[tuple[str, str], int] = {}
    for number, members in enumerate(history.members):
        day = LAST - timedelta(days=DAYS - 1 - number)
        for as_of_date, tenant, segment, net in moves:
            if as_of_date == day:
                expected[tenant, segment] = expected.get((tenant, segment), 0) + net
        assert {key: n for key, n in expected.items() if n} == members, day


def test_edits_carry_their_reasons(history: History) -> None:
    days = {
        number: LAST - timedelta(days=DAYS - 1 - number)
        for number in (0, EDITED, ARCHIVED, RESTORED)
    }
    reasons = history.rows(
        "select distinct segment_id, as_of_date, transition, reason from segment_transitions"
        " where segment_id in ('solo_users', 'team_leaders')"
    )
    found = {(segment, day, reason) for segment, day, _, reason in reasons}
    assert ("solo_users", days[0], "first_load") in found
    assert ("team_leaders", days[EDITED], "definition") in found
    assert ("solo_users", days[ARCHIVED], "archived") in found
    assert ("solo_users", days[RESTORED], "restored") in found
    assert {reason for _, day, reason in found if day not in days.values()} <= {"data"}
    left = {t for s, day, t, reason in reasons if reason == "archived"}
    assert left == {"left"}


def test_the_last_day_again_changes_nothing(history: History) -> None:
    before = history.tables()
    history.run(LAST, "--select", "int_as_of_date+")
    assert history.tables() == before


def test_the_unit_tests_of_the_models_succeed(history: History) -> None:
    result = run_dbt(history.project, "test", "--select", "test_type:unit")
    assert result.returncode == 0, result.stdout
    assert len(result.results) > 100


def test_every_question_in_analyses_is_answered(history: History) -> None:
    result = run_dbt(
        history.project, "compile", "--quiet", "--select", "resource_type:analysis",
        vars={"as_of_date": LAST.isoformat()},
    )  # fmt: skip
    assert result.returncode == 0, result.stdout
    asked = sorted((history.project / "analyses").glob("*.sql"))
    assert len(asked) >= 10
    compiled = history.project / "target" / "compiled" / "segmentation" / "analyses"
    answers = {path.stem: history.rows((compiled / path.name).read_text()) for path in asked}
    for path in asked:
        assert path.read_text().startswith("-- "), f"{path.name} does not say what it asks"
    # whom a small shop has in no week
    seldom = {"from_champion_to_at_risk", "leads_to_call", "overlap_worth_merging"}
    assert {name for name, rows in answers.items() if not rows} <= seldom
    # segments of one dimension add up to everything that was spent
    spent = history.rows(
        "select sum(revenue) from int_customer_days"
        f" where event_date > date '{LAST}' - interval '12 months'"
    )
    assert spent[0][0] == sum(
        row[-1]
        for row in answers["revenue_by_segment_and_month"]
        if row[1].startswith("lifecycle_stage.")
    )


def test_an_earlier_day_is_refused_and_harms_nothing(history: History) -> None:
    before = history.tables()
    result = run_dbt(
        history.project, "run", "--select", "int_as_of_date+",
        vars={"as_of_date": (LAST - timedelta(days=1)).isoformat()},
    )  # fmt: skip
    assert result.returncode != 0
    assert "rewind: true" in result.stdout
    assert history.tables() == before
