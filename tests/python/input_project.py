"""A small dbt project that only reads files: the inputs' macros and the staging models."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import dbt_here
import duckdb
import yaml
from conftest import Done, run_dbt
from segment_world import PROJECT

HOOKS = ("{{ check_inputs() }}", "{{ set_run_day() }}")
COPIED = ("macros", "models/staging", "seeds/junk_ids.csv", "seeds/currency_rates.csv")


class InputProject:
    """The project in a folder; `read` is one run that loads what is new."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for part in COPIED:
            (folder / part).parent.mkdir(parents=True, exist_ok=True)
            copy = shutil.copytree if (PROJECT / part).is_dir() else shutil.copy
            copy(PROJECT / part, folder / part)
        (folder / "models" / "staging" / "_staging__models.yml").unlink()
        (folder / "models" / "staging" / "_staging__unit_tests.yml").unlink()
        (folder / "inputs").mkdir()
        (folder / "data").mkdir()
        settings = yaml.safe_load((PROJECT / "dbt_project.yml").read_text())
        settings |= {
            "model-paths": ["models", "inputs"],
            "on-run-start": list(HOOKS),
            "on-run-end": [],
        }
        settings["vars"] |= {"inputs": "files", "allow_missing_files": True}
        (folder / "dbt_project.yml").write_text(yaml.safe_dump(settings))
        shutil.copy(PROJECT / "profiles.yml", folder)
        seeds = {
            "junk_ids": {"junk_id": "varchar"},
            "currency_rates": {
                "currency": "varchar", "valid_from": "date", "rate_to_usd": "decimal(18, 10)",
            },
        }  # fmt: skip
        (folder / "seeds" / "seeds.yml").write_text(
            json.dumps(
                {
                    "seeds": [
                        {"name": name, "config": {"column_types": types}}
                        for name, types in seeds.items()
                    ]
                }
            )
        )

    def map(self, **tables: dict[str, Any]) -> None:
        """Describes the input tables, as the meta of inputs/<name>.yml."""
        described = [{"name": name, "config": {"meta": meta}} for name, meta in tables.items()]
        sources = {"version": 2, "sources": [{"name": "files", "tables": described}]}
        (self.folder / "inputs" / "files.yml").write_text(json.dumps(sources))

    def read(self, *options: str, **variables: Any) -> Done:
        return run_dbt(self.folder, "build", *options, vars=variables)

    def rows(self, sql: str) -> list[tuple]:
        with duckdb.connect(str(self.folder / "warehouse.duckdb"), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def forget(self) -> None:
        """The warehouse begins anew."""
        dbt_here.DuckDBConnectionManager.close_all_connections()
        (self.folder / "warehouse.duckdb").unlink(missing_ok=True)
