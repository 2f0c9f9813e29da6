"""Writes a segment that uses a template as a new file under segments/."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import yaml

from core.errors import CannotRun
from core.output import plain
from core.settings import PROJECT
from segments.files import JINJA, read_definitions
from segments.warehouse import named, nearest, spoken


def target_of(name: str, to: str | None) -> Path:
    """The file to write: under segments/, and not there yet."""
    folder = PROJECT / "segments"
    path = Path(to or f"{name}.yml")
    if not path.is_absolute():
        path = (folder if path.parts[:1] != ("segments",) else PROJECT) / path
    path = path.resolve()
    if not path.is_relative_to(folder.resolve()):
        raise CannotRun(f"{path} is not under {folder}: dbt would not see it there.")
    if path.suffix not in (".yml", ".yaml"):
        raise CannotRun(f"{path.name}: a file of segments ends with .yml")
    if path.exists():
        raise CannotRun(f"{path} exists already; nothing was written. Choose another: --to FILE")
    return path


def kept_from_jinja(value: Any) -> Any:
    """A value with what dbt would render as Jinja put between raw marks."""
    if isinstance(value, dict):
        return {key: kept_from_jinja(part) for key, part in value.items()}
    if isinstance(value, list):
        return [kept_from_jinja(part) for part in value]
    if isinstance(value, str) and JINJA.search(value):
        return "{% raw %}" + value + "{% endraw %}"
    return value


class NewSegment:
    """A definition that is not written yet, checked among those that are."""

    def __init__(self, name: str, template: str, values: dict[str, Any]) -> None:
        self._language = spoken()
        self._others = read_definitions(PROJECT)[0]
        context = self._language.context(self._others)
        if template not in context["templates"]:
            raise CannotRun(
                f"There is no template {named(template)}. {nearest(template, context['templates'])}"
            )
        for other in self._others:
            if other["name"] == name:
                raise CannotRun(f"{name} exists already, in {other['file']}; nothing was written.")
        self._name = name
        self._template = context["templates"][template]
        # dates as text, which is what dbt makes of them
        values = json.loads(json.dumps(values, default=plain))
        self._use = {"template": template} | ({"with": values} if values else {})

    def text(
        self,
        label: str | None,
        description: str | None,
        owner: str | None,
        segment_type: str | None,
    ) -> str:
        """The file's content."""
        words = self._name.replace("_", " ")
        about = description or self._template["description"].strip() or words
        owner = owner or (self._template["owner"] or {}).get("name") or "unknown"
        meta = {"segment_type": segment_type} if segment_type else {}
        exposure = {
            "name": self._name,
            "label": label or words[:1].upper() + words[1:],
            "type": "application",
            "owner": {"name": owner},
            "description": about,
            "depends_on": ["ref('segment_members')"],
            "config": {"meta": meta | {"criteria": self._use}},
        }
        return yaml.safe_dump(
            {"version": 2, "exposures": [kept_from_jinja(exposure)]},
            sort_keys=False,
            allow_unicode=True,
            width=88,
        )

    def problems(self, text: str, file: Path) -> list[str]:
        """What is wrong with the definition, read back as the project would read it."""
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / file.relative_to(PROJECT.resolve())
            copy.parent.mkdir(parents=True)
            copy.write_text(text, encoding="utf-8")
            made, problems = read_definitions(Path(folder))
        together = self._others + made
        found = self._language.validate_segments(together, self._language.context(together))
        if made and made[0]["meta"]["criteria"] != self._use:
            raise CannotRun("A value of --with does not survive being written as YAML.")
        return [
            self._language.problem_line(problem)
            for problem in problems + [one for one in found if one["segment"] == self._name]
            if problem["severity"] == "error"
        ]
