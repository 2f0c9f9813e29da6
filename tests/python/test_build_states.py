"""What a plain dbt run notes about itself, and what publishing makes of it."""

from __future__ import annotations

import shutil

import dbt_here
import duckdb
import pytest
import yaml
from click.testing import CliRunner
from conftest import PROJECT

from run import cli

MODELS = {
    "int_as_of_date": "select date '2025-06-30' as as_of_date",
    "int_secret": "select 1 as id",
    "customers": (
        "select {{ var('id', 1) }} as id, 'a' as tenant_id from {{ ref('int_secret') }}"
        " {{ 'where nothing' if var('break', false) }}"
    ),
    "segments": "select id from {{ ref('customers') }}",
}
DESCRIBED = "One row: it's {{ '{{' }} here }}; --\n"


class Small:
    """Four models and a test, with the project's hooks."""

    def __init__(self, folder) -> None:
        self.folder = folder
        for part in ("publishing", "platform"):
            shutil.copytree(PROJECT / "macros" / part, folder / "macros" / part)
        (folder / "models").mkdir()
        for name, query in MODELS.items():
            (folder / "models" / f"{name}.sql").write_text(query)
        hooks = yaml.safe_load((PROJECT / "dbt_project.yml").read_text())
        self.write(
            "dbt_project.yml",
            {
                "name": "segmentation",
                "profile": "test",
                "on-run-start": [hook for hook in hooks["on-run-start"] if "states" in hook],
                "on-run-end": hooks["on-run-end"],
                "models": {"+materialized": "table"},
            },
        )
        target = {"type": "duckdb", "path": str(folder / "warehouse.duckdb"), "threads": 1}
        self.write("profiles.yml", {"test": {"target": "dev", "outputs": {"dev": target}}})
        public = {"config": {"access": "public"}, "description": DESCRIBED}
        positive = {"accepted_values": {"arguments": {"values": [1, 2], "quote": False}}}
        self.write(
            "models/models.yml",
            {
                "models": [
                    {
                        "name": "customers",
                        "columns": [
                            {
                                "name": "id",
                                "description": "Its 'id'.",
                                "data_tests": ["not_null", positive],
                            }
                        ],
                    }
                    | public,
                    {"name": "segments"} | public,
                ]
            },
        )

    def write(self, name: str, content: object) -> None:
        (self.folder / name).write_text(yaml.safe_dump(content))

    def dbt(self, *arguments: str, **variables: object) -> None:
        dbt_here.invoke(self.folder, *arguments, vars=variables)

    def rows(self, query: str, file: str = "warehouse.duckdb") -> list[tuple]:
        with duckdb.connect(str(self.folder / file), read_only=True) as connection:
            return connection.execute(query).fetchall()

    def statuses(self) -> dict[str, str]:
        query = "select split_part(node_id, '.', 3)[:22], status from build_states"
        return dict(self.rows(query))

    def publish(self):
        result = CliRunner().invoke(cli, ["publish"])
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    def refused(self) -> str:
        result = self.publish()
        assert result.exit_code == 2, result.stderr
        return result.stderr


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    folder = tmp_path_factory.mktemp("states")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SEGMENTATION_DB", str(folder / "warehouse.duckdb"))
        yield Small(folder)


def test_a_build_is_published_and_a_failed_one_is_not(small) -> None:
    """One story, since each step is a dbt run."""
    small.dbt("build")
    assert small.publish().exit_code == 0
    published = "serve/marts.duckdb"
    assert small.rows("select id from segments", published) == [(1,)]
    tables = small.rows("select table_name, comment from duckdb_tables() order by all", published)
    assert [name for name, _ in tables] == ["customers", "publication", "segments"]
    assert tables[0][1] == "One row: it's {{ here }}; --"
    comments = "select comment from duckdb_columns() where comment is not null and table_name ="
    assert small.rows(f"{comments} 'customers'", published) == [("Its 'id'.",)]

    # a failed test: everything after it is skipped
    small.dbt("build", id=3)
    assert "failed tests: accepted_values_customers_id__False__1__2" in small.refused()
    assert "not built, or not with success: segments" in small.refused()
    assert small.rows("select id from segments", published) == [(1,)]

    # a broken model, in a run without tests
    small.dbt("run", **{"break": True})
    assert small.statuses()["customers"] == "error"
    assert small.statuses()["segments"] == "skipped"
    assert "not built, or not with success: customers, segments" in small.refused()

    # built again, but not tested
    small.dbt("run", id=2)
    said = small.refused()
    assert "not tested since the last build: accepted_values" in said
    assert "Test first: scripts/run.py test" in said
    small.dbt("test", "--select", "not_null_customers_id")
    assert "not tested since the last build: accepted_values" in small.refused()
    small.dbt("test", id=2)
    assert small.publish().exit_code == 0
    assert small.rows("select id from segments", published) == [(2,)]

    # a build without rows builds nothing that anybody wants to see
    small.dbt("build", "--empty")
    assert "not built, or not with success" in small.refused()


def test_a_run_that_does_not_come_to_its_end_is_not_published(small) -> None:
    small.dbt("build")
    assert small.publish().exit_code == 0
    settings = (small.folder / "dbt_project.yml").read_text()
    small.write("dbt_project.yml", yaml.safe_load(settings) | {"on-run-end": []})
    small.dbt("run", "--select", "segments")
    (small.folder / "dbt_project.yml").write_text(settings)
    assert "a run was interrupted before it finished these: segments" in small.refused()
    small.dbt("test")
    assert "a run was interrupted before it finished these: segments" in small.refused()
    small.dbt("run", "--select", "segments")
    small.dbt("test")
    assert small.publish().exit_code == 0


def test_what_the_project_no_longer_has_is_forgotten(small) -> None:
    small.dbt("build")
    (small.folder / "models" / "segments.sql").rename(small.folder / "models" / "others.sql")
    small.dbt("test")
    assert "segments" not in small.statuses()
    assert small.statuses()["others"] == "never"
    assert "not built, or not with success: others" in small.refused()


def test_reading_leaves_the_states_alone(small) -> None:
    small.dbt("build")
    before = small.rows("from build_states order by all")
    small.dbt("compile")
    small.dbt("show", "--select", "customers")
    assert small.rows("from build_states order by all") == before
