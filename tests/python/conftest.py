"""A copy of the project to try things on, dbt in it, and a look at what it built."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

PROJECT = Path(__file__).resolve().parents[2]
NOT_COPIED = shutil.ignore_patterns(
    ".*", "target", "logs", "data", "serve", "docs", "python", "__pycache__", "*.duckdb*"
)


def copy_project(folder: Path) -> Path:
    """Copies what dbt reads, without data and built things, to a new folder `project`."""
    project = folder / "project"
    shutil.copytree(PROJECT, project, ignore=NOT_COPIED)
    return project


def run_dbt(
    project: Path, *arguments: str, vars: dict[str, Any] | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs dbt in a copy of the project, on the copy's own database."""
    command = [sys.executable, "-m", "dbt.cli.main", *arguments, "--profiles-dir", str(project)]
    if vars:
        command += ["--vars", json.dumps(vars)]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("DBT_")} | {
        "SEGMENTATION_DB": str(project / "warehouse.duckdb"),
        "SEGMENTATION_SALT": "pepper",
    }
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True)


def query(project: Path, sql: str) -> list[tuple]:
    """The rows of a query on what was built in a copy of the project."""
    with duckdb.connect(str(project / "warehouse.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def add_input(project: Path, name: str, **tables: tuple[str, str, list[str]]) -> None:
    """Describes files in the project as an input: table = (format, path, columns as named)."""
    described = [
        {
            "name": table,
            "config": {"meta": {"format": form, "path": path, "columns": {c: c for c in columns}}},
        }
        for table, (form, path, columns) in tables.items()
    ]
    sources = {"version": 2, "sources": [{"name": name, "tables": described}]}
    (project / "inputs" / f"{name}.yml").write_text(json.dumps(sources))


@pytest.fixture
def project_copy(tmp_path: Path) -> Path:
    return copy_project(tmp_path)
