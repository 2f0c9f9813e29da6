"""A warehouse of an earlier version goes on with this one; one of a later is refused."""

import os
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import dbt_here
import duckdb
import pytest
import yaml
from conftest import add_input, copy_project, query
from segment_world import PROJECT
from tiny_events import COLUMNS, NO_TESTS, event, write_csv

#: three steps over a table of numbers; the third is wrong in its second statement
STEPS = """
{% macro upgrade_steps() %}{{ return([add_one, nothing_to_do, times_ten]) }}{% endmacro %}
{% macro add_one() %}{{ return('update numbers set number = number + 1') }}{% endmacro %}
{% macro nothing_to_do() %}{{ return('') }}{% endmacro %}
{% macro times_ten() %}
    {{ return('update numbers set number = number * 10; ' ~ var('last_statement')) }}
{% endmacro %}
"""
FINE = "insert into numbers values (0)"
WRONG = "insert into no_such_table values (0)"


class Warehouse:
    """A project of one model, whose stored table is `numbers`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "w.duckdb"
        (folder / "models").mkdir(parents=True)
        (folder / "models" / "built.sql").write_text("select 1 as one")
        shutil.copytree(PROJECT / "macros" / "upgrades", folder / "macros" / "upgrades")
        shutil.copy(PROJECT / "macros" / "rollups" / "rollup_days.sql", folder / "macros")
        (folder / "macros" / "upgrades" / "upgrade_steps.sql").write_text(STEPS)
        (folder / "dbt_project.yml").write_text(
            yaml.safe_dump(
                {
                    "name": "segmentation",
                    "profile": "test",
                    "flags": {"skip_nodes_if_on_run_start_fails": True},
                    "on-run-start": ["{{ upgrade_warehouse() }}", "{{ create_rollup_days() }}"],
                }
            )
        )
        output = {"type": "duckdb", "path": str(self.file)}
        profile = {"test": {"target": "dev", "outputs": {"dev": output}}}
        (folder / "profiles.yml").write_text(yaml.safe_dump(profile))

    def rows(self, *statements: str) -> list[tuple]:
        with duckdb.connect(str(self.file)) as connection:
            for statement in statements:
                answer = connection.execute(statement)
            return answer.fetchall()

    def run(self, last_statement: str = FINE) -> object:
        return dbt_here.invoke(self.folder, "run", vars={"last_statement": last_statement})


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    return Warehouse(tmp_path / "made")


@pytest.fixture
def old(warehouse: Warehouse) -> Warehouse:
    """A warehouse that was built before versions were kept."""
    warehouse.rows(
        "create table rollup_days (model_name varchar, event_date date, day_version ubigint)",
        "create table numbers as select 4 as number",
    )
    return warehouse


def numbers(warehouse: Warehouse) -> list:
    return [row[0] for row in warehouse.rows("select number from numbers order by number")]


def test_a_new_warehouse_has_the_newest_version_and_no_step_is_run(warehouse) -> None:
    assert warehouse.run(WRONG).success
    assert warehouse.rows("from warehouse_version") == [(3,)]
    assert warehouse.run(WRONG).success


def test_each_step_is_done_once_and_in_order(old) -> None:
    assert old.run().success
    assert numbers(old) == [0, 50]
    assert old.rows("from warehouse_version") == [(3,)]
    assert old.run().success
    assert numbers(old) == [0, 50]


def test_a_step_that_stops_half_way_leaves_the_whole_steps_before_it(old) -> None:
    assert not old.run(WRONG).success
    assert numbers(old) == [5]
    assert old.rows("from warehouse_version") == [(2,)]
    assert old.rows("select count(*) from duckdb_views() where view_name = 'built'") == [(0,)]
    assert old.run().success
    assert numbers(old) == [0, 50]
    assert old.rows("from warehouse_version") == [(3,)]


def test_a_warehouse_of_a_newer_project_is_refused_and_left_alone(old) -> None:
    old.rows("create table warehouse_version as select 4 as version")
    refused = old.run()
    assert not refused.success
    assert "version 4 of the stored tables and this project knows 3" in str(refused.exception)
    assert numbers(old) == [4]
    assert old.rows("select count(*) from duckdb_views() where view_name = 'built'") == [(0,)]


#: The last commit before stored tables had a version.
VERSION_0 = "47ffdbd"
SELECTED = (
    "--select", "+int_customer_event_days", "+int_customer_order_days", "+stg_subscriptions",
    "+int_sessions",
)  # fmt: skip
STORED = (
    "base_events", "int_customer_event_days", "int_customer_order_days", "base_subscriptions",
    "stg_subscriptions", "int_sessions",
)  # fmt: skip


def written(folder: Path) -> Path:
    """Events with small and large amounts, and subscriptions without an id."""
    rows = [
        event("rounded", event_value="0.12345", currency="EUR"),
        event("plain", event_value="9.5", event_properties='{"order_id": "o1"}'),
        event("another day", event_at="2024-06-29T10:00:00Z", event_value="-3.33334"),
    ]
    write_csv(folder / "events.csv", rows)
    subscriptions = [
        {"customer_id": "ada", "plan": plan, "mrr": "10.00005", "started_at": "2024-01-01"}
        for plan in ("basic", "plus")
    ]
    write_csv(folder / "subscriptions.csv", subscriptions)
    return folder


def built(project: Path, files: Path) -> Path:
    events, subscriptions = str(files / "events.csv"), str(files / "subscriptions.csv")
    add_input(
        project, "tiny",
        events=("csv", events, COLUMNS),
        subscriptions=("csv", subscriptions, ["customer_id", "plan", "mrr", "started_at"]),
    )  # fmt: skip
    # in a process of its own: both versions have modules of the same name
    variables = ["--vars", '{"inputs": "tiny"}', "--profiles-dir", str(project)]
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("DBT_", "SEGMENT"))}
    done = subprocess.run(
        [sys.executable, "-m", "dbt.cli.main", "build", *SELECTED, *NO_TESTS, *variables],
        cwd=project, env=environment, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return project


def stored(project: Path) -> dict[str, list[tuple]]:
    """The rows and column types of what is stored, apart from when it was written."""
    found = {}
    for name in STORED:
        found[f"{name} types"] = query(
            project,
            "select column_name, data_type from duckdb_columns()"
            f" where table_name = '{name}' order by all",
        )
        columns = ", ".join(column for column, _type in found[f"{name} types"])
        found[name] = query(project, f"select {columns} from {name} order by all")
    return found


def test_a_warehouse_of_version_0_goes_on_as_if_it_had_been_built_by_this_one(tmp_path) -> None:
    archive = subprocess.run(
        ["git", "-C", str(PROJECT), "archive", VERSION_0], capture_output=True, check=False
    )
    if archive.returncode:
        pytest.skip(f"the history of this clone does not go back to {VERSION_0}")
    for name in ("old", "new", "files"):
        (tmp_path / name).mkdir()
    old = tmp_path / "old"
    subprocess.run(["tar", "-x", "-C", str(old)], input=archive.stdout, check=True)
    files = written(tmp_path / "files")
    built(old, files)
    assert query(old, "select sum(event_value) from base_events") == [(Decimal("6.2902"),)]
    assert query(old, "select count(*) from stg_subscriptions") == [(1,)]

    new = copy_project(tmp_path / "new")
    shutil.copy(old / "warehouse.duckdb", new / "warehouse.duckdb")
    upgraded = stored(built(new, files))
    assert query(new, "from warehouse_version") == [(2,)]
    assert query(new, "select sum(event_value) from base_events") == [(Decimal("6.29011"),)]
    (new / "warehouse.duckdb").unlink()
    assert stored(built(new, files)) == upgraded
