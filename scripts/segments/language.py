"""Checks and compiles segment definitions without dbt and without a database.

The rules are the Jinja macros that dbt runs (macros/language and its neighbours). This
module gives them what dbt would: a graph read from the YAML files, and the few functions
of dbt's context that they use. Nothing here knows the segment language.
"""

from __future__ import annotations

import csv
import datetime
import hashlib
import itertools
import json
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml
from jinja2.sandbox import SandboxedEnvironment

from segments.files import read_definitions, read_graph
from segments.places import line_of

MACRO_FOLDERS = ("macros/language", "macros/histories", "macros/platform", "macros/scoring")
MACRO = re.compile(r"{%-?\s*macro\s+(\w+)\s*\(")


class LanguageError(Exception):
    """A macro refused what it was given."""


class _Return(Exception):
    def __init__(self, value: Any) -> None:
        super().__init__()
        self.value = value


def _give_back(value: Any = None) -> None:
    raise _Return(value)


def _fail(message: str, *_: Any) -> None:
    raise LanguageError(message)


def _to_json(value: Any, default: Any = None, sort_keys: bool = False) -> Any:
    try:
        return json.dumps(value, sort_keys=sort_keys)
    except (TypeError, ValueError):
        return default


class _Answer:
    """The part of dbt's query results that macros use."""

    def __init__(self, rows: list[tuple]) -> None:
        self.rows = rows
        width = len(rows[0]) if rows else 1
        self.columns = [
            SimpleNamespace(values=lambda place=place: [row[place] for row in rows])
            for place in range(width)
        ]

    def __iter__(self) -> Iterator[tuple]:
        return iter(self.rows)


class Language:
    """The macros of a project, callable by name: `language.compile_condition(...)`."""

    def __init__(
        self,
        project: Path,
        variables: dict[str, Any] | None = None,
        folders: tuple[str, ...] | None = None,
    ) -> None:
        self.project = Path(project)
        self.warnings: list[str] = []
        self._sources: dict[str, str] = {}
        self._ready: dict[str, Any] = {}
        self._variables = self._project_variables() | (variables or {})
        self._environment = SandboxedEnvironment(extensions=["jinja2.ext.do"])
        for folder in folders or MACRO_FOLDERS:
            for path in sorted((self.project / folder).glob("**/*.sql")):
                source = path.read_text(encoding="utf-8")
                for name in MACRO.findall(source):
                    self._sources[name] = source
        self._environment.globals.update(
            {name: self._macro(name) for name in self._sources}
            | {
                "return": _give_back,
                "tojson": _to_json,
                "fromjson": lambda text, default=None: json.loads(text),
                "local_md5": lambda text: hashlib.md5(text.encode()).hexdigest(),
                "modules": SimpleNamespace(re=re, itertools=itertools, datetime=datetime),
                "exceptions": SimpleNamespace(
                    raise_compiler_error=_fail, warn=self.warnings.append
                ),
                "adapter": SimpleNamespace(dispatch=self._dispatch),
                "var": lambda name, default=None: self._variables.get(name, default),
                "execute": True,
                "ref": lambda name: f"main.{name}",
                "run_query": self._run_query,
                # dbt asks the database, which a check does without
                "rfm_seed_maps": self._rfm_seed_maps,
            }
        )

    def __getattr__(self, name: str) -> Any:
        if name in self.__dict__.get("_sources", {}):
            return self._macro(name)
        raise AttributeError(name)

    def _macro(self, name: str) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            if name not in self._ready:
                # The names are changed, so that a macro that calls itself goes through
                # this wrapper again and its `return` is caught.
                source = MACRO.sub(r"{% macro macro__\1(", self._sources[name])
                module = self._environment.from_string(source).module
                self._ready[name] = getattr(module, f"macro__{name}")
            try:
                return self._ready[name](*args, **kwargs)
            except _Return as returned:
                return returned.value

        return call

    def _dispatch(self, name: str, _package: str | None = None) -> Any:
        return self._macro(f"default__{name}")

    def _project_variables(self) -> dict[str, Any]:
        path = self.project / "dbt_project.yml"
        if not path.exists():
            return {}
        return yaml.safe_load(path.read_text(encoding="utf-8")).get("vars") or {}

    @cached_property
    def _engine(self) -> Any:
        import duckdb

        return duckdb.connect()

    def _run_query(self, sql: str) -> _Answer:
        return _Answer(self._engine.execute(sql).fetchall())

    def _rfm_seed_maps(self) -> dict[str, list[str]]:
        """The segments of each map, as the macro of this name gives them."""
        maps: dict[str, list[str]] = {}
        path = self.project / "seeds" / "rfm_segment_map.csv"
        if path.exists():
            with path.open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    segments = maps.setdefault(row["segment_map"], [])
                    if row["segment"] not in segments:
                        segments.append(row["segment"])
        return maps

    def set_graph(self, graph: dict[str, Any]) -> None:
        """Sets what stands for dbt's graph: {nodes, exposures}."""
        self.graph = graph
        self._environment.globals["graph"] = graph

    def context(self, definitions: list[dict[str, Any]]) -> dict[str, Any]:
        """What conditions can refer to, given these definitions."""
        return self._macro("segment_context")(definitions)

    def setting(self, name: str) -> Any:
        """The value of a var, of the run or else of the project."""
        return self._variables.get(name)

    def validate(self) -> tuple[list[dict], list[dict]]:
        """The project's definitions, and every problem of theirs with its line."""
        definitions, problems = read_definitions(self.project)
        self.set_graph(read_graph(self.project))
        found = self._macro("validate_segments")(definitions, self.context(definitions))
        problems = [one | {"line": line_of(self.project, one)} for one in problems + found]
        return definitions, problems

    def problem_line(self, problem: dict[str, Any]) -> str:
        return self._macro("problem_text")(problem)
