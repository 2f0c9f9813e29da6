"""A copy of the project to try things on, dbt in it, and a look at what it built."""

from __future__ import annotations

import io
import json
import os
import shutil
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dbt_here
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


@dataclass
class Done:
    """What a dbt command left: its exit code, what it said, and its results by node."""

    returncode: int
    stdout: str
    results: list[Any]


def run_dbt(project: Path, *arguments: str, **more: Any) -> Done:
    """Runs dbt in a copy of the project, on the copy's own database; more: see dbt_here."""
    said = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said), redirect_stderr(said):
        for name in [name for name in os.environ if name.startswith(("DBT_", "SEGMENTATION_DB"))]:
            patch.delenv(name)
        patch.setenv("SEGMENTATION_SALT", "pepper")
        result = dbt_here.invoke(project, *arguments, **more)
    code = 2 if result.exception else int(not result.success)
    return Done(
        code,
        said.getvalue() + str(result.exception or ""),
        getattr(result.result, "results", []),
    )


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
