"""Reads an input with the macros that dbt runs, in a database of its own and without dbt."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import duckdb
import yaml

from core.errors import CannotRun, explain
from segments.language import Language, LanguageError

FOLDERS = ("macros/inputs", "macros/platform", "macros/language")
TABLES = ("events", "customers", "subscriptions")


class InputMacros(Language):
    """The macros of inputs, over an empty warehouse in memory."""

    def __init__(self, project: Path, name: str | None, variables: dict[str, Any]) -> None:
        """name: a file in inputs/; None for files that no input describes yet."""
        super().__init__(project, {"inputs": name or "new"} | variables, FOLDERS)
        self._environment.globals |= {
            "flags": SimpleNamespace(FULL_REFRESH=True, WHICH="build"),
            "target": SimpleNamespace(database="memory", schema="main"),
            "load_relation": lambda relation: relation if self._has(relation) else None,
            "stored_table": str,
            "is_incremental": lambda: False,
            "graph": SimpleNamespace(sources=self._sources_of(name) if name else {}),
        }
        adapter = self._environment.globals["adapter"]
        adapter.cache_added = lambda relation: None
        adapter.get_relation = lambda *_: None
        self._engine.execute("set TimeZone = 'UTC'")
        # what is secret becomes a hash, which nobody is shown here
        self._engine.execute("set variable segmentation_salt = ''")
        self._engine.execute(
            "create table junk_ids as from read_csv($file, all_varchar = true, header = true)",
            {"file": str(self.project / "seeds" / "junk_ids.csv")},
        )

    def query(self, sql: str) -> list[tuple]:
        """The rows of a query on what was read."""
        try:
            return self._engine.execute(sql).fetchall()
        except duckdb.Error as error:
            raise CannotRun(explain(str(error))) from None

    def run(self, macro: str, *arguments: Any) -> Any:
        """What a macro gives; what it refuses is an error for people."""
        try:
            return getattr(self, macro)(*arguments)
        except LanguageError as error:
            raise CannotRun(str(error)) from None
        except duckdb.Error as error:
            raise CannotRun(explain(str(error))) from None

    def _has(self, relation: str) -> bool:
        found = "select count(*) from duckdb_tables() where table_name = $name"
        return bool(self._engine.execute(found, {"name": str(relation)}).fetchone()[0])

    def _sources_of(self, name: str) -> dict[str, Any]:
        """The tables of an input as dbt's graph has them, their texts rendered."""
        path = self.project / "inputs" / f"{name}.yml"
        try:
            content = yaml.safe_load(path.read_text(encoding="utf-8"))
            (source,) = [one for one in content["sources"] if one["name"] == name]
            tables = source["tables"]
        except yaml.YAMLError as error:
            raise CannotRun(f"{path.name} is not YAML: {' '.join(str(error).split())}") from None
        except (KeyError, TypeError, ValueError):
            raise CannotRun(
                f"inputs/{path.name} has no source named {name} with tables; see docs/inputs.md."
            ) from None
        return {
            table["name"]: SimpleNamespace(
                source_name=name,
                name=table["name"],
                config=SimpleNamespace(meta=self._rendered(_meta_of(table))),
            )
            for table in tables
        }

    def _rendered(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: self._rendered(part) for key, part in value.items()}
        if isinstance(value, list):
            return [self._rendered(part) for part in value]
        if isinstance(value, str) and "{{" in value:
            return self._environment.from_string(value).render()
        return value


def _meta_of(table: dict[str, Any]) -> dict[str, Any]:
    return (table.get("config") or {}).get("meta") or table.get("meta") or {}
