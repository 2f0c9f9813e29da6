"""The per-day marts over runs with late rows, edits, a rewind and a run that died."""

from pathlib import Path

import pytest
from performance_history import History
from performance_oracle import FIRST_DAY, World
from performance_project import PerformanceProject

BUYERS = {"event": "purchase", "within": "3d"}
#: day of the run, day up to which rows are loaded, and what is special about the run
RUNS = (
    (0, 0, ""), (1, 2, "again"), (3, 4, "archived"), (4, 5, "died"), (5, 7, "wrong"),
    (4, 7, "rewind"), (6, 9, "restored"), (8, 20, ""), (9, 30, ""),
)  # fmt: skip
SEEDS = (1,)
UNFINISHED = ("--exclude", "segment_runs", "int_segment_day_checksums+")


def compared(value: object) -> object:
    return value if value is None else round(float(value), 5)


def check(project: PerformanceProject, history: History, marts: tuple[str, ...]) -> None:
    for mart, expected in zip(marts, history.rows(), strict=True):
        columns = list(next(iter(expected.values())))
        rows = project.rows(
            f"select tenant_id, segment_id, date - date '{FIRST_DAY}', "
            f"{', '.join(columns)} from {mart}"
        )
        found = {row[:3]: dict(zip(columns, row[3:], strict=True)) for row in rows}
        assert len(found) == len(rows)
        assert sorted(found) == sorted(expected), mart
        for key, row in expected.items():
            for column, value in row.items():
                assert compared(found[key][column]) == compared(value), (mart, key, column)


MARTS = ("behavioral_analytics", "segment_performance", "segment_trends")


@pytest.mark.parametrize("seed", SEEDS)
def test_marts_equal_a_recomputation(seed: int, tmp_path: Path) -> None:
    world = World(seed)
    project, history = PerformanceProject(tmp_path, world), History(world)
    wrong = {"metric": "total_spend", "gte": 1}
    for day, loaded, special in RUNS:
        big = {"metric": "total_spent", "gte": 60}
        rules = {"buyers": lambda one: one["bought_lately"], "big": lambda one: one["spent"] >= 60}
        if special == "wrong":
            big, rules["big"] = wrong, "wrong"
        if special == "archived":
            rules["buyers"] = None
        project.define(buyers=None if special == "archived" else BUYERS, big=big)
        options = {"strict_segments": False} | ({"rewind": True} if special == "rewind" else {})
        if special == "died":
            assert project.known(day, loaded, *UNFINISHED, **options).success
            continue
        for _time in range(1 + (special == "again")):
            assert project.known(day, loaded, **options).success
        history.run(day, loaded, rules)
        check(project, history, MARTS)
    before = [sorted(project.rows(f"from {mart}"), key=repr) for mart in MARTS]
    assert project.known(day, loaded, "--full-refresh", **options).success
    assert [sorted(project.rows(f"from {mart}"), key=repr) for mart in MARTS] == before
