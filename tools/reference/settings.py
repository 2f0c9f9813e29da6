"""The vars of dbt_project.yml, with the comments that stand above them."""

from __future__ import annotations

import json
import re
import textwrap
from dataclasses import dataclass
from typing import Any

import yaml

from core.settings import PROJECT
from reference.tables import code, table

VAR = re.compile(r"  (\w+):")


@dataclass
class Setting:
    """A var: its default, its comment, and its lines as they stand in the file."""

    name: str
    default: Any
    comment: str
    lines: list[str]


def settings() -> list[Setting]:
    text = (PROJECT / "dbt_project.yml").read_text(encoding="utf-8")
    defaults = yaml.safe_load(text)["vars"]
    block = re.search(r"^vars:\n(.*?)(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL)[1]
    found: list[Setting] = []
    comment: list[str] = []
    for line in block.splitlines():
        if line.startswith("  #"):
            comment.append(line.strip().removeprefix("#").strip())
        elif match := VAR.match(line):
            found.append(Setting(match[1], defaults[match[1]], " ".join(comment), [line]))
            comment = []
        elif found:
            found[-1].lines.append(line)
    return found


def scalars() -> str:
    rows = [
        (code(one.name), code(json.dumps(one.default, ensure_ascii=False)), one.comment)
        for one in settings()
        if not isinstance(one.default, dict)
    ]
    return table(["var", "default", "meaning"], rows)


def mappings() -> str:
    sections = []
    for one in settings():
        if isinstance(one.default, dict):
            lines = textwrap.dedent("\n".join(one.lines)).strip()
            sections.append(f"### {one.name}\n\n{one.comment}\n\n```yaml\n{lines}\n```")
    return "\n\n".join(sections)


PARTS = {"vars": scalars, "var_mappings": mappings}
