"""Marts that a test fills by hand, with the columns and types that their contracts have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import yaml

MODELS = Path(__file__).resolve().parents[2] / "models" / "marts"


def contracts() -> dict[str, dict[str, str]]:
    """The columns of each mart and their types."""
    return {
        model["name"]: {column["name"]: column["data_type"] for column in model["columns"]}
        for path in sorted(MODELS.glob("**/_*.yml"))
        for model in yaml.safe_load(path.read_text()).get("models", [])
    }


def write_marts(file: Path, **rows: list[dict[str, Any]]) -> None:
    """Writes every mart to a database, with the rows that are given; the others are empty."""
    known = contracts()
    assert set(rows) <= set(known), set(rows) - set(known)
    with duckdb.connect(str(file)) as connection:
        for name, columns in known.items():
            typed = ", ".join(f'"{column}" {kind}' for column, kind in columns.items())
            connection.execute(f"create or replace table {name} ({typed})")
            for row in rows.get(name, []):
                assert set(row) <= set(columns), (name, set(row) - set(columns))
                places = ", ".join("?" for _ in row)
                names = ", ".join(f'"{column}"' for column in row)
                connection.execute(
                    f"insert into {name} ({names}) values ({places})", list(row.values())
                )
