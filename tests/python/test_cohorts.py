"""Cohorts are what plain Python finds in a random world; wrong definitions are told."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from cohort_oracle import CohortOracle, first_day_of, number_of
from cohort_project import AS_OF, PROJECT, CohortProject

STARTS = {
    "sign_up": {"starts_with": "sign_up", "cohort_type": "acquisition"},
    "seen": {"starts_with": "first_event", "cohort_type": "acquisition"},
    "ordered": {"starts_with": "first_order", "cohort_type": "acquisition"},
    "used": {"first": {"event": ["visit", "feature", "it's"]}, "cohort_type": "behavioral"},
    "loyal": {"entered_segment": "loyal", "cohort_type": "value"},
    "known": {"entered_segment": "stage.Well Known", "cohort_type": "engagement"},
}
SHAPES = {
    "day": {"every": "day", "up_to": 40},
    "week": {"every": "week"},
    "month": {"every": "month"},
    "quarter": {"every": "quarter", "tenants": ["globex", "quiet"]},
    "quarter_by_week": {"every": "quarter", "periods": "week", "up_to": 3},
    "week_by_month": {"every": "week", "periods": "month"},
    "range": {"between": ["2023-12-15", "2024-02-10"]},
    "range_by_day": {"between": ["2024-04-01", "2024-04-20"], "periods": "day"},
    "empty": {"between": ["2020-01-01", "2020-12-31"], "tenants": ["acme"]},
}
DEFINITIONS = {
    f"{start}_by_{shape}": STARTS[start] | SHAPES[shape] for start in STARTS for shape in SHAPES
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> CohortProject:
    made = CohortProject(tmp_path_factory.mktemp("cohorts"))
    made.define(DEFINITIONS | {"archived": None})
    return made


@pytest.fixture(scope="module", params=["UTC", "Pacific/Auckland"])
def built(request: pytest.FixtureRequest, project) -> tuple[CohortProject, CohortOracle]:
    result = project.run(timezone=request.param)
    assert result.success, result.exception or [one.message for one in result.result.results]
    return project, CohortOracle(project.world, AS_OF, request.param)


def test_members(built) -> None:
    project, oracle = built
    expected = {
        (tenant, cohort, customer): (name, one.reason, one.day, one.at, one.left)
        for name, meta in DEFINITIONS.items()
        for (tenant, cohort), members in oracle.members(name, meta).items()
        for customer, one in members.items()
    }
    found = {
        (row.pop("tenant_id"), row.pop("cohort_id"), row.pop("customer_id")): tuple(row.values())
        for row in project.rows("from cohort_members")
    }
    assert found == expected
    assert any(row[4] for row in found.values())


def test_cohorts(built) -> None:
    project, oracle = built
    expected = {}
    for name, meta in DEFINITIONS.items():
        found = oracle.members(name, meta)
        if "between" in meta:
            tenants = {tenant for tenant, _ in oracle.customers}
            for tenant in meta.get("tenants") or tenants:
                found.setdefault((tenant, name), {})
        for (tenant, cohort), members in found.items():
            last = oracle.last_day(meta, members)
            expected[tenant, cohort] = {
                "definition_id": name,
                "member_count": len(members),
                "current_member_count": sum(one.left is None for one in members.values()),
                "is_active": any(one.left is None for one in members.values()),
                "is_complete": last <= AS_OF,
                "acquisition_end_date": last,
                "acquisition_start_date": date.fromisoformat(meta["between"][0])
                if "between" in meta
                else first_day_of(meta["every"], number_of(meta["every"], last)),
                "created_at": min((one.at for one in members.values()), default=None),
                "updated_at": max((one.left or one.at for one in members.values()), default=None),
            }
    rows = {(row["tenant_id"], row["cohort_id"]): row for row in project.rows("from cohorts")}
    assert rows.keys() == expected.keys()
    for key, wanted in expected.items():
        assert {column: rows[key][column] for column in wanted} == wanted, key


def test_retention(built) -> None:
    project, oracle = built
    expected = {}
    for name, meta in DEFINITIONS.items():
        expected |= oracle.retention(name, meta)
    rows = {
        (row["tenant_id"], row["cohort_id"], row["period_number"]): row
        for row in project.rows("from cohort_retention")
    }
    assert rows.keys() == expected.keys()
    for key, wanted in expected.items():
        assert {column: rows[key][column] for column in wanted} == wanted, key
    known = [row for row in expected.values() if row["active_count"] is not None]
    # the world has something of everything
    assert len(known) > 1000 and len(expected) - len(known) > 1000
    assert any(not row["is_complete"] for row in known)
    assert any(row["active_count"] < row["active_or_later_count"] for row in known)


def test_nothing_defined_is_nothing_built(tmp_path: Path) -> None:
    project = CohortProject(tmp_path)
    project.define({"archived": None})
    assert project.run().success
    for mart in ("cohorts", "cohort_members", "cohort_retention"):
        assert project.rows(f"from {mart}") == []


WRONG = {
    "no_start": ({"cohort_type": "value", "every": "day"},
        "meta: a cohort has exactly one of starts_with, first, entered_segment; found []"),
    "two_starts": (STARTS["seen"] | {"entered_segment": "loyal", "every": "day"},
        "found [\"starts_with\", \"entered_segment\"]"),
    "no_shape": (STARTS["seen"],
        "meta: a cohort has exactly one of every, between; found []"),
    "two_shapes": (STARTS["seen"] | SHAPES["day"] | SHAPES["range"],
        'found ["every", "between"]'),
    "no_type": ({"starts_with": "sign_up", "every": "day"},
        "meta: a cohort needs a cohort_type"),
    "odd_type": (STARTS["seen"] | {"every": "day", "cohort_type": "aquisition"},
        'cohort_type: unknown cohort_type; found "aquisition"; did you mean "acquisition"?'
        " allowed: acquisition, behavioral, value, engagement"),
    "odd_start": ({"cohort_type": "value", "starts_with": "signup", "every": "day"},
        'starts_with: unknown starts_with; found "signup"; did you mean "sign_up"?'
        " allowed: first_event, first_order, sign_up"),
    "odd_every": (STARTS["seen"] | {"every": "months"}, 'did you mean "month"?'),
    "odd_periods": (STARTS["seen"] | {"every": "day", "periods": "year"},
        'periods: unknown periods; found "year"; allowed: day, week, month, quarter'),
    "odd_key": (STARTS["seen"] | {"every": "day", "tenant": ["acme"]},
        'meta: unknown key of a cohort; found "tenant"; '),
    "no_event": ({"cohort_type": "behavioral", "first": {"event": []}, "every": "day"},
        "first.event: an event has a name; found []"),
    "first_what": ({"cohort_type": "behavioral", "first": "visit", "every": "day"},
        'first: a first event is named; found "visit"'),
    "any_event": ({"cohort_type": "behavioral", "first": {"event": "*"}, "every": "day"},
        "expected starts_with: first_event"),
    "odd_segment": ({"cohort_type": "value", "entered_segment": "loyall", "every": "day"},
        'found "loyall"; did you mean "loyal"? allowed: loyal, stage.new, stage.well_known'),
    "odd_value": ({"cohort_type": "value", "entered_segment": "stage.Newer", "every": "day"},
        'did you mean "stage.new"?'),
    "reversed": (STARTS["seen"] | {"between": ["2024-02-01", "2024-01-01"]},
        "between: a reversed range holds nothing"),
    "no_day": (STARTS["seen"] | {"between": ["2024-02-30", "2024-03-01"]},
        "between: a window between two days"),
    "odd_up_to": (STARTS["seen"] | {"every": "day", "up_to": -1},
        "up_to: a value of the wrong type; found -1; expected a whole number, 0 or more"),
    "odd_tenants": (STARTS["seen"] | {"every": "day", "tenants": "acme"},
        "tenants: a value of the wrong type"),
}  # fmt: skip


def test_every_problem_is_told_at_once_and_nothing_is_built(tmp_path: Path) -> None:
    project = CohortProject(tmp_path)
    project.define(
        {name: meta for name, (meta, _) in WRONG.items()} | {"right": DEFINITIONS["seen_by_day"]}
    )
    result = project.run()
    assert not result.success
    message = str(result.exception)
    lines = {
        line.split(": ")[1]: line.strip() for line in message.splitlines() if "cohorts/all" in line
    }
    assert lines.keys() == WRONG.keys()
    for name, (_, problem) in WRONG.items():
        assert problem in lines[name], name
        assert lines[name].startswith(f"cohorts/all.yml: {name}: "), name
    assert f"cohorts: {len(WRONG)} problem(s)" in message
    assert not (tmp_path / "w.duckdb").exists() or project.rows("show tables") == []


def test_every_key_of_a_definition_is_documented() -> None:
    keys = re.findall(
        r"^        '(\w+)': {", (PROJECT / "macros/cohorts/cohort_meta_keys.sql").read_text(), re.M
    )
    page = (PROJECT / "docs" / "cohorts.md").read_text()
    assert "cohort_type" in keys and "up_to" in keys
    assert [key for key in keys if f"\n| `{key}` | " not in page] == []
