"""The customer marts against a recomputation in plain Python that shares no code with them."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
from conftest import add_input, copy_project
from domain_oracle import edge_world, inputs
from domain_oracle.classes import retention_risk
from domain_oracle.world import KEYS, recompute

from demo.data import write_demo

PROJECT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("SEGMENTATION_TEST_DATA", PROJECT.parent / "shared" / "data"))
EDGE_SEED = int(os.environ.get("EDGE_SEED", "7"))
DEMO_ENDS = date(2025, 6, 30)
#: Decimals made of an average that is a double: half of a last digit may fall either way.
FROM_A_DOUBLE = {"commerce_duration_score", "commerce_score"}
LAST_DIGIT = Decimal("0.0001")
Table = dict[tuple, dict[str, Any]]


@dataclass
class Scenario:
    inputs: str
    timezone: str = "UTC"
    as_of_date: date | None = None


SCENARIOS = {
    "demo": Scenario("demo"),
    "demo in New York two weeks before": Scenario("demo", "America/New_York", date(2025, 6, 16)),
    "ecom_events": Scenario("ecom_events"),
    "edges": Scenario("edges", edge_world.TIMEZONE, edge_world.DAY),
}


@pytest.fixture(scope="module", params=SCENARIOS)
def both(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, Table], dict[str, Table]]:
    """Every table, as built and as recomputed."""
    scenario = SCENARIOS[request.param]
    folder = tmp_path_factory.mktemp("recomputed")
    project, data = PROJECT, SHARED.resolve()
    if scenario.inputs == "edges":
        project, data = edges(folder), folder
    elif scenario.inputs == "demo":
        data = folder / "data"
        write_demo(data / "demo", 400, 420, 7, DEMO_ENDS, messy=True, activity=40)
    elif not (data / scenario.inputs).is_dir():
        pytest.skip(f"{data / scenario.inputs} is not there; set SEGMENTATION_TEST_DATA")
    expected = recompute(scenario.inputs, data, scenario.timezone, scenario.as_of_date)
    found = built(project, scenario, data, folder, list(expected))
    # what is predicted is judged by test_predictions.py, and what is made of it here
    for key, row in found["customer_value"].items():
        chance = row["churn_probability"]
        assert chance is None or 0 <= chance <= 1
        expected["customer_value"][key]["churn_probability"] = chance
        expected["customer_classifications"][key]["retention_risk"] = retention_risk(chance)
    return found, expected


def edges(folder: Path) -> Path:
    """A copy of the project with the random world as an input, for which it has no file."""
    edge_world.write_edge_world(folder, EDGE_SEED, 120)
    project = copy_project(folder)
    tables = {
        "events": inputs.EVENT_COLUMNS,
        "customers": inputs.CUSTOMER_COLUMNS,
        "subscriptions": inputs.SUBSCRIPTION_COLUMNS,
    }
    described = {
        table: ("csv", f"{folder}/{table}.csv", list(columns)) for table, columns in tables.items()
    }
    add_input(project, "edges", **described)
    return project


def built(
    project: Path, scenario: Scenario, data: Path, folder: Path, tables: list[str]
) -> dict[str, Table]:
    database = folder / "warehouse.duckdb"
    environment = {k: v for k, v in os.environ.items() if not k.startswith("DBT_")} | {
        "SEGMENTATION_DB": str(database),
        "SEGMENTATION_SALT": "pepper",
        "DBT_TARGET_PATH": str(folder / "target"),
        "DBT_LOG_PATH": str(folder / "logs"),
    }
    options = ["--inputs", scenario.inputs, "--data-dir", str(data)]
    options += ["--var", f"timezone={scenario.timezone}", "--var", "max_rejected_share=1"]
    if scenario.as_of_date:
        options += ["--as-of", scenario.as_of_date.isoformat()]
    options += ["--select", " ".join(f"+{table}" for table in tables)]
    options += ["--exclude", "resource_type:test resource_type:unit_test"]
    result = subprocess.run(
        [sys.executable, str(project / "scripts" / "run.py"), "build", *options],
        env=environment,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    with duckdb.connect(str(database), read_only=True) as connection:
        return {table: _table(connection, table) for table in tables}


def _table(connection: duckdb.DuckDBPyConnection, name: str) -> Table:
    found = connection.table(name)
    rows = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
    return {tuple(row[column] for column in KEYS[name]): row for row in rows}


def equal(column: str, plain: Any, built: Any) -> bool:
    """Doubles to 12 digits, everything else exactly."""
    if plain is None or built is None:
        return plain is built
    if isinstance(built, float):
        return math.isclose(plain, built, rel_tol=1e-12)
    if column in FROM_A_DOUBLE:
        return abs(plain - built) <= LAST_DIGIT
    return plain == built and isinstance(plain, bool) == isinstance(built, bool)


@pytest.mark.parametrize("table", KEYS)
def test_every_column_of_every_customer_is_what_plain_python_makes_it(
    table: str, both: tuple[dict[str, Table], dict[str, Table]]
) -> None:
    found, expected = both[0][table], both[1][table]
    assert expected
    assert sorted(found) == sorted(expected)
    columns = set(next(iter(found.values())))
    assert columns == set(next(iter(expected.values())))
    wrong = defaultdict(list)
    for key, row in expected.items():
        for column in columns:
            if not equal(column, row[column], found[key][column]):
                wrong[column].append((key, f"plain {row[column]}", f"built {found[key][column]}"))
    assert not wrong, {column: (len(rows), rows[:3]) for column, rows in wrong.items()}
