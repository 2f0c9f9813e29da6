"""A build warns of segments that ask single events for longer than they are kept."""

import re
from types import SimpleNamespace

import duckdb
import pytest
from segment_project import SegmentProject

from core import dbt as dbt_runner

#: As of day 9 with days up to 4 archived, the events of five days are kept.
DAY, KEPT_FROM = 9, "2024-03-06"
RED = {"where": {"property": "color", "equals": "red"}}
WIDE = {
    "ever": RED,
    "six_days": RED | {"within": "6d"},
    "some_hours": {"within": "121h"},
    "a_month": RED | {"within": "1mo"},
    "six_days_ago": RED | {"between_ago": ["6d", "2d"]},
    "an_old_date": RED | {"between": ["2024-03-05", "2024-03-08"]},
    "differences": {"distinct": {"of": "event_type", "gte": 1}},
    "an_odd_field": {"max": {"of": "event_type", "gte": 1}, "within": "6d"},
}
ANYTHING = {"anything": RED | {"event": "*"}}
NARROW = {
    "five_days": RED | {"within": "5d"},
    "few_hours": {"within": "120h"},
    "five_days_ago": RED | {"between_ago": ["5d", "2d"]},
    "a_kept_date": RED | {"between": [KEPT_FROM, "2024-03-08"]},
    # these are answered by the rollups, which stay
    "anything_ever": {},
    "a_sum": {"sum": {"of": "event_value", "gte": 1}},
    "a_long_time": {"within": "1y"},
}


class Warned(SegmentProject):
    hooks = (*SegmentProject.hooks, "{{ create_archives() }}")

    def asked(self, conditions: dict[str, dict]) -> list[str]:
        """The events whose conditions a run of the segments warns of, each by its name."""
        self.define(**{name: {"event": name} | more for name, more in conditions.items()})
        told = []
        listen = lambda event: told.append(event.info.msg)  # noqa: E731
        assert self.run(DAY, "--select", "+int_segment_evaluations", listeners=(listen,)).success
        said = re.findall(r"up to '(.*)' are in an archive.* conditions on: (.*)", "\n".join(told))
        assert [until for until, _ in said] in ([], ["2024-03-05"])
        return sorted(said[0][1].split("; ")) if said else []


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Warned:
    return Warned(tmp_path_factory.mktemp("windows"))


def test_nothing_is_said_without_an_archive(project: Warned) -> None:
    assert project.asked(WIDE) == []


def test_what_is_asked_of_archived_days_is_named(project: Warned) -> None:
    with duckdb.connect(str(project.folder / "w.duckdb")) as connection:
        connection.execute("insert into archives values (1, '2024-03-05', 1, 'archive')")
    assert project.asked(WIDE | NARROW | ANYTHING) == sorted([*WIDE, "any event"])
    assert project.asked(NARROW) == []


def test_what_a_macro_warns_of_is_shown(monkeypatch, capsys, tmp_path) -> None:
    """But not what one in a test says: its rows are shown."""

    def happened(name: str, thread: str, **data: object) -> SimpleNamespace:
        return SimpleNamespace(
            info=SimpleNamespace(name=name, thread=thread), data=SimpleNamespace(**data)
        )

    class Runner:
        def __init__(self, manifest: object, callbacks: list) -> None:
            self.look = callbacks[0]

        def invoke(self, _arguments: list[str]) -> SimpleNamespace:
            for thread, kind in (("one", "model"), ("two", "test")):
                info = SimpleNamespace(resource_type=kind, node_name=kind)
                self.look(happened("NodeStart", thread, node_info=info))
            for thread in ("main", "one", "two", "one"):
                self.look(happened("JinjaLogWarning", thread, msg=f"of {thread}"))
            return SimpleNamespace(result=None, success=True, exception=None)

    monkeypatch.setenv("SEGMENTATION_DB", str(tmp_path / "w.duckdb"))
    monkeypatch.setattr(dbt_runner, "dbtRunner", Runner)
    dbt_runner.report(dbt_runner.run_dbt("build"))
    assert capsys.readouterr().err.splitlines()[-2:] == ["warning: of main", "warning: of one"]
