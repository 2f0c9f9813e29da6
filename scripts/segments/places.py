"""The lines of YAML files on which problems stand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def line_of(project: Path, problem: dict[str, Any]) -> int | None:
    """The line of a problem, or of the nearest part around it; none where there is no file.

    problem: with file, segment, and path as criteria.all[0].metric.
    """
    try:
        text = (Path(project) / problem["file"]).read_text(encoding="utf-8")
        exposures = _part(yaml.compose(text), "exposures")
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return None
    for exposure in getattr(exposures, "value", []):
        name = _part(exposure, "name")
        if name is not None and name.value == problem["segment"]:
            return _line_inside(exposure, problem["path"] or "")
    return None


def _line_inside(exposure: yaml.Node, path: str) -> int:
    meta = _part(_part(exposure, "config"), "meta") or _part(exposure, "meta")
    found = exposure
    for begin in (meta, exposure):
        line, node = None, begin
        for key, place in STEP.findall(path):
            node, line = _step(node, key, place)
            if node is None:
                break
            found, deepest = node, line
        if found is not exposure:
            return deepest
    return exposure.start_mark.line + 1


def _step(node: yaml.Node | None, key: str, place: str) -> tuple[yaml.Node | None, int]:
    """A part of a node and the line on which it begins, that of its key where it has one."""
    if place and isinstance(node, yaml.SequenceNode) and int(place) < len(node.value):
        part = node.value[int(place)]
        return part, part.start_mark.line + 1
    for name, part in node.value if isinstance(node, yaml.MappingNode) else []:
        if key and name.value == key:
            return part, name.start_mark.line + 1
    return None, 0


def _part(node: yaml.Node | None, key: str) -> yaml.Node | None:
    return _step(node, key, "")[0]
