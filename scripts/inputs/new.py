"""Writes a first mapping of files, marked as a guess, for a person to correct."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from core.errors import CannotRun

#: names that YAML would read as something else
YAML_WORDS = ("null", "true", "false", "yes", "no", "on", "off", "y", "n")


def write_input(
    project: Path, name: str, table: str, meta: dict[str, Any], left: list[str]
) -> Path:
    """Writes the table into inputs/<name>.yml, each column marked as a guess."""
    path = project / "inputs" / f"{name}.yml"
    text = path.read_text(encoding="utf-8") if path.exists() else None
    if text is not None and re.search(rf"^\s*- name: {table}\s*$", text, re.M):
        raise CannotRun(f"inputs/{path.name} has {table} already. Correct it, or take it out.")
    if text is None:
        text = f"version: 2\n\nsources:\n  - name: {name}\n    tables:\n"
    paths = [_from_project(project, file) for file in meta["path"]]
    lines = [f"      - name: {table}", "        config:", "          meta:"]
    lines.append(f"            format: {meta['format']}")
    if len(paths) == 1:
        lines.append(f"            path: {_text(paths[0])}")
    else:
        lines.append("            path:")
        lines += [f"              - {_text(one)}" for one in paths]
    if meta.get("options"):
        lines.append(f"            options: {_text(meta['options'])}")
    lines.append("            columns:  # guessed, each of them: correct what is wrong")
    for column, expression in meta["columns"].items():
        lines.append(f"              {column}: {_text(expression)}  # guessed")
    lines += [f"              # not used: {column}" for column in left]
    path.write_text(text.rstrip("\n") + "\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def _from_project(project: Path, file: str) -> str:
    """A path as the project's folder sees it, where the file is inside of it."""
    path = Path(file)
    return str(path.relative_to(project)) if path.is_relative_to(project) else str(path)


def _text(value: Any) -> str:
    """A value as YAML, in one line."""
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z_]\w*", value):
        return value if value.lower() not in YAML_WORDS else json.dumps(value)
    return json.dumps(value, ensure_ascii=False)
