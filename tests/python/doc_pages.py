"""The fenced examples of a Markdown page, and what runs them in a copy of the project."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import duckdb
from conftest import PROJECT

FENCED = re.compile(r"^( *)```([^\n`]*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
PAGES = [
    *(PROJECT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((PROJECT / "docs").glob("**/*.md")),
]


@dataclass
class Example:
    """A fenced block: `language rest`, such as `yaml inputs/shop.yml`."""

    page: Path
    line: int
    language: str
    rest: str
    text: str

    def __str__(self) -> str:
        return f"{self.page.relative_to(PROJECT)}:{self.line}"


def examples(page: Path) -> list[Example]:
    text = page.read_text(encoding="utf-8")
    found = []
    for match in FENCED.finditer(text):
        language, _, rest = match[2].strip().partition(" ")
        lines = [line.removeprefix(match[1]) for line in match[3].splitlines()]
        line = text[: match.start()].count("\n") + 1
        found.append(Example(page, line, language, rest, "\n".join(lines) + "\n"))
    return found


def matches(shown: str, real: str) -> bool:
    """Whether an output is as shown, where … stands for anything, on its line or alone."""
    pattern = ""
    for line in shown.rstrip("\n").split("\n"):
        if line.strip() == "…":
            pattern += r"(.*\n)*"
        else:
            pattern += "[^\n]*".join(map(re.escape, line.rstrip().split("…"))) + "\n"
    real = "\n".join(line.rstrip() for line in real.strip("\n").split("\n")) + "\n"
    return re.fullmatch(pattern, real) is not None


def run_shell(project: Path, text: str) -> subprocess.CompletedProcess[str]:
    environment = {
        k: v for k, v in os.environ.items() if not k.startswith(("DBT_", "SEGMENTATION_"))
    }
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", text],
        cwd=project,
        env=environment | {"COLUMNS": "100"},
        capture_output=True,
        text=True,
    )


def run_sql(project: Path, text: str, database: str) -> str:
    """The rows as DuckDB shows them."""
    with duckdb.connect(str(project / database), read_only=True) as connection:
        connection.execute("set TimeZone = 'UTC'")
        try:
            return str(connection.sql(text))
        except duckdb.Error as error:
            return str(error)


def give_python(project: Path) -> None:
    """The pages call .venv/bin/python: the copy gets the one that runs the tests."""
    (project / ".venv").symlink_to(sys.prefix)
