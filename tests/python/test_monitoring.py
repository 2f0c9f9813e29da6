"""Wrong settings of monitoring stop a build, all told at once; metrics are what dbt knows."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest
import yaml
from conftest import copy_project, run_dbt
from segment_world import graph, language

from segments import language as segment_language

WRONG = {
    ("health", "coverage", "at_least"): (1.5, "found 1.5. Allowed: a number from 0 to 1"),
    ("health", "stale", "days"): (0, "health.stale.days: found 0. Allowed: a whole number"),
    ("health", "empty", "dimensions"): ("no", 'found "no". Allowed: true or false'),
    ("health", "expected_share", "severity"): ("error", 'found "error". Allowed: warn, fail'),
    ("health", "exclusive_set", "limit"): (3, 'health.exclusive_set: found "limit"'),
    ("health", "stael"): ({}, 'Did you mean "stale"?'),
    ("accuracy", "at_risk_churned", "days"): (True, "days: found true. Allowed: a whole"),
    ("accuracy", "new_came_back", "called"): (
        "lifecycle_stage.nwe",
        'Did you mean "lifecycle_stage.new"?',
    ),
    ("accuracy", "high_potential_bought", "came_true"): (
        {"bought": "yes"},
        "came_true: found",
    ),
    ("accuracy", "low_score_fell_silent", "came_true"): (
        {"entered": "engagement_band.at_risk"},
        "low_score_fell_silent.came_true.entered: found",
    ),
    ("accuracy", "half"): ({"called": "trial"}, "Allowed: exactly called, came_true, days"),
}
METRICS = {
    "members": "simple",
    "revenue": "simple",
    "churn_rate": "ratio",
    "conversion_rate": "ratio",
    "conversion_rate_30d": "ratio",
    "retention_rate": "ratio",
    "feature_adoption_30d": "ratio",
    "prediction_accuracy": "ratio",
    "migration_rate": "ratio",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("monitoring"))


def test_the_metrics_are_in_the_manifest(project: Path) -> None:
    result = run_dbt(project, "parse", "--write-json")
    assert result.returncode == 0, result.stdout
    manifest = json.loads((project / "target" / "manifest.json").read_text())
    metrics = {metric["name"]: metric["type"] for metric in manifest["metrics"].values()}
    assert metrics.items() >= METRICS.items()
    assert all(metric["description"] for metric in manifest["metrics"].values())
    semantic = json.loads((project / "target" / "semantic_manifest.json").read_text())
    spines = semantic["project_configuration"]["time_spines"]
    assert [spine["node_relation"]["alias"] for spine in spines] == ["time_spine_days"]


def test_every_wrong_setting_is_told_at_once(project: Path) -> None:
    file = project / "dbt_project.yml"
    text = file.read_text()
    settings = yaml.safe_load(text)
    for path, (value, _) in WRONG.items():
        place = settings["vars"]["monitoring"]
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value
    file.write_text(yaml.safe_dump(settings, sort_keys=False))
    result = run_dbt(project, "run-operation", "check_monitoring")
    file.write_text(text)
    assert result.returncode != 0
    lines = result.stdout.splitlines()
    for path, (_, message) in WRONG.items():
        said = [line for line in lines if f"var monitoring.{path[0]}" in line and message in line]
        assert said, (path, [line for line in lines if "var monitoring" in line])


def test_a_segments_limits_go_before_the_projects(monkeypatch: pytest.MonkeyPatch) -> None:
    folders = (*segment_language.MACRO_FOLDERS, "macros/monitoring")
    monkeypatch.setattr(segment_language, "MACRO_FOLDERS", folders)
    spoken = language()
    limits = {"size_change": {"at_most": 1.25}, "empty": {"severity": "off"}}
    meta = {"criteria": {"event": "visit"}, "monitoring": limits}
    exposure = {"name": "a", "original_file_path": "segments/a.yml", "config": {"meta": meta}}
    spoken.set_graph(graph() | {"exposures": {"a": exposure}})
    rows = duckdb.sql(spoken.health_limits_query()).fetchall()
    found = {(row[0], row[1]): (row[2], *map(float, [x or -1 for x in row[5:10]])) for row in rows}
    assert found[None, "size_change"] == ("warn", -1, 0.5, 28, 3, 20)
    assert found["a", "size_change"] == ("warn", -1, 1.25, 28, 3, 20)
    assert found["a", "empty"] == ("off", 1, -1, -1, -1, -1)
    assert ("a", "stale") not in found and (None, "stale") in found
