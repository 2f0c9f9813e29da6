"""What is told before dbt is started, and progress where there is no terminal."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from segment_world import PROJECT

from core import checks, dbt
from core.errors import CannotRun

WRONG = """\
version: 2

exposures:
  - name: mistyped
    label: Mistyped
    type: application
    owner: {name: CRM}
    config:
      meta:
        segment_type: behavioral
        criteria:
          all:
            - event: purchase
              within: 30d
            - metric: total_spnt
              gte: 3
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checks")
    for part in ("macros", "models", "seeds", "inputs"):
        shutil.copytree(PROJECT / part, folder / part)
    shutil.copy(PROJECT / "dbt_project.yml", folder)
    (folder / "segments").mkdir()
    (folder / "segments" / "mine.yml").write_text(WRONG)
    return folder


def test_a_wrong_segment_is_told_with_its_line(project: Path, monkeypatch) -> None:
    monkeypatch.setattr(checks, "PROJECT", project)
    with pytest.raises(CannotRun) as told:
        checks.check_definitions({})
    assert "segments: 1 problem(s)\nsegments/mine.yml:15: mistyped: criteria.all[1]" in str(
        told.value.message
    )
    assert 'found "total_spnt"; did you mean "total_spent"? allowed: ' in told.value.message
    # a build that keeps the last members of a wrong one says it itself
    checks.check_definitions({"strict_segments": False})


def test_a_wrong_key_of_an_input_is_told(project: Path, monkeypatch) -> None:
    monkeypatch.setattr(checks, "PROJECT", project)
    path = project / "inputs" / "demo.yml"
    text = path.read_text()
    path.write_text(text.replace("format: parquet", "fromat: parquet", 1))
    try:
        with pytest.raises(CannotRun, match="unknown key"):
            checks.check_definitions({"strict_segments": False})
    finally:
        path.write_text(text)


def test_shipped_definitions_pass() -> None:
    checks.check_definitions({})


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("criteria.all[1].metric", 15),
        ("criteria.all[0].within", 14),
        ("criteria.all[0].where.property", 13),
        ("criteria.all", 12),
        ("label", 5),
        ("nothing", 4),
        ("", 4),
    ],
)
def test_the_line_is_that_of_the_nearest_part(project: Path, path: str, line: int) -> None:
    from segments.places import line_of

    problem = {"file": "segments/mine.yml", "segment": "mistyped", "path": path}
    assert line_of(project, problem) == line
    assert line_of(project, problem | {"file": "segments/none.yml"}) is None
    assert line_of(project, problem | {"segment": "-"}) is None


def test_a_line_is_printed_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    now = 0.0
    lines = dbt.Lines("build", clock=lambda: now)
    lines.total = 30
    for now in range(30):
        lines.advance(f"node_{now}")
    told = capsys.readouterr().err.splitlines()
    assert told == [
        "build: 11 of 30, 10 s, last node_10", "build: 21 of 30, 20 s, last node_20",
    ]  # fmt: skip
