"""The data test `promise`: whatever a model breaks of its promise is named and counted."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest
import yaml
from conftest import PROJECT
from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.cli.main import dbtRunner

#: id, parent_id, status, points, part
ROWS = """
select *
from (values
    (1, 1, 'open', 1, 'a'),
    (2, 7, 'open', 2, null),
    (2, null, null, -3, null),
    (null, 1, 'it''s new', null, 'b'),
    (5, 8, 'closed', 4, 'b')
) as rows_made (id, parent_id, status, points, part)
where {{ var('rows', 'true') }}
"""

PROMISE = {
    "grain": ["id"],
    "unique": [["part"], {"columns": ["status"], "where": "points > 1"}],
    "never_null": ["status", "points"],
    "values": {"status": ["open", "it's closed"]},
    "holds": ["points >= 0"],
    "refers_to": {"parent_id": {"to": "ref('parents')", "field": "id"}},
}

#: promise: broken_rows, and an example where only one is possible
BROKEN = {
    "id: unique and never null": (2, None),
    "part: unique": (2, None),
    "status: never null": (1, "id: 2"),
    "points: never null": (1, "id: null"),
    "status: one of open, it's closed": (2, None),
    "points >= 0": (1, "id: 2"),
    "parent_id: is in parents.id": (2, None),
}


class Project:
    """Two models and the promise of one, as a dbt project."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for part in ("promises", "platform", "language/vocabulary"):
            shutil.copytree(PROJECT / "macros" / part, folder / "macros" / part)
        shutil.copytree(PROJECT / "tests" / "generic", folder / "tests" / "generic")
        (folder / "models").mkdir()
        (folder / "models" / "parents.sql").write_text("select 1 as id")
        (folder / "models" / "items.sql").write_text(ROWS)
        self.write("dbt_project.yml", {"name": "segmentation", "profile": "test"})
        target = {"type": "duckdb", "path": str(folder / "warehouse.duckdb"), "threads": 1}
        self.write("profiles.yml", {"test": {"target": "dev", "outputs": {"dev": target}}})

    def write(self, name: str, content: object) -> None:
        (self.folder / name).write_text(yaml.safe_dump(content))

    def test(self, promise: dict, rows: str = "true"):
        """Builds the models, and gives the result of their promise."""
        data_test = {"promise": {"name": "promise_of_items", "arguments": promise}}
        self.write("models/models.yml", {"models": [{"name": "items", "data_tests": [data_test]}]})
        place = ["--project-dir", str(self.folder), "--profiles-dir", str(self.folder)]
        done = dbtRunner().invoke(
            ["--quiet", "build", "--vars", yaml.safe_dump({"rows": rows}), *place]
        )
        if done.result is None:
            raise done.exception
        return next(one for one in done.result.results if one.node.name == "promise_of_items")

    def rows(self, query: str) -> list[tuple]:
        """What the warehouse answers, with dbt's own connection out of the way."""
        DuckDBConnectionManager.close_all_connections()
        with duckdb.connect(str(self.folder / "warehouse.duckdb"), read_only=True) as connection:
            return connection.execute(query).fetchall()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(tmp_path_factory.mktemp("promises"))


def test_each_broken_promise_is_a_row_with_its_columns_count_and_example(project) -> None:
    result = project.test(PROMISE)
    assert (str(result.status), result.failures) == ("fail", len(BROKEN))
    found = {promise: row for promise, *row in project.rows(result.node.compiled_code)}
    assert {promise: count for promise, (count, _) in found.items()} == {
        promise: count for promise, (count, _) in BROKEN.items()
    }
    for promise, (_, example) in BROKEN.items():
        assert example is None or found[promise][1] == example
    assert found["id: unique and never null"][1] in ("id: 2", "id: null")
    assert found["part: unique"][1] in ("part: null", "part: b")
    assert found["parent_id: is in parents.id"][1] in ("parent_id: 7", "parent_id: 8")


def test_a_kept_promise_passes_and_so_does_an_empty_model(project) -> None:
    assert str(project.test(PROMISE, rows="id = 1").status) == "pass"
    assert str(project.test(PROMISE, rows="false").status) == "pass"


def test_a_condition_of_a_key_chooses_its_rows(project) -> None:
    promise = {"unique": [{"columns": ["status"], "where": "points > 0"}]}
    result = project.test(promise)
    assert project.rows(result.node.compiled_code) == [
        ("status: unique where points > 0", 1, "status: open")
    ]
    promise["unique"][0]["where"] = "points > 1"
    assert str(project.test(promise).status) == "pass"


def test_a_promise_of_nothing_is_an_error(project) -> None:
    result = project.test({"never_null": []})
    assert str(result.status) == "error"
    assert "expected grain, unique, never_null, values, holds or refers_to" in result.message
