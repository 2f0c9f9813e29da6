"""Reads segment definitions and documented columns from YAML, as dbt would see them."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import yaml

RAW = re.compile(r"{%-?\s*raw\s*-?%}(.*?){%-?\s*endraw\s*-?%}", re.DOTALL)
JINJA = re.compile(r"{{|{%|{#")
EXPOSURE_TYPES = ("dashboard", "notebook", "analysis", "ml", "application")


class DuplicateKey(Exception):
    """A mapping has a key twice: YAML would keep the second and forget the first."""


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key_node, _ in node.value:
            key = (key_node.tag, key_node.value)
            if isinstance(key_node, yaml.ScalarNode) and key in seen:
                raise DuplicateKey(
                    f"line {key_node.start_mark.line + 1}: the key"
                    f" {key_node.value!r} stands twice in one mapping"
                )
            seen.add(key if isinstance(key_node, yaml.ScalarNode) else id(key_node))
        return super().construct_mapping(node, deep)


def problem(file: str, segment: str, path: str, message: str, **more: Any) -> dict:
    """A problem in the form in which the macros note theirs."""
    return {
        "file": file,
        "segment": segment,
        "path": path,
        "severity": "error",
        "message": message,
        "found": more.get("found"),
        "expected": more.get("expected"),
        "suggestion": more.get("suggestion"),
    }


def rendered(value: Any, path: str, bare: list[tuple[str, str]]) -> Any:
    """A value as dbt hands it to macros: dates as text, raw blocks opened.

    Texts that dbt would render as Jinja are noted in `bare` with their path.
    """
    if isinstance(value, dict):
        return {
            key: rendered(part, f"{path}.{key}" if path else str(key), bare)
            for key, part in value.items()
        }
    if isinstance(value, list):
        return [rendered(part, f"{path}[{place}]", bare) for place, part in enumerate(value)]
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    if isinstance(value, str) and JINJA.search(value) and JINJA.search(RAW.sub("", value)):
        bare.append((path, value))
    if isinstance(value, str):
        return _as_jinja_leaves_it(value)
    return value


def _as_jinja_leaves_it(text: str) -> str:
    """Raw blocks opened, line ends made newlines, one newline at the end cut off."""
    text = re.sub(r"\r\n|\r", "\n", text)
    if text.endswith("\n"):
        text = text[:-1]
    return RAW.sub(lambda found: found.group(1), text)


def read_definitions(project: Path) -> tuple[list[dict], list[dict]]:
    """The definitions under segments/, and the problems of reading them."""
    definitions: list[dict] = []
    problems: list[dict] = []
    folder = Path(project) / "segments"
    for path in sorted([*folder.glob("**/*.yml"), *folder.glob("**/*.yaml")]):
        file = path.relative_to(project).as_posix()
        try:
            content = yaml.load(path.read_text(encoding="utf-8"), _Loader)
        except DuplicateKey as error:
            problems.append(problem(file, "-", "-", f"a key stands twice: {error}"))
            continue
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            text = " ".join(str(error).split())
            problems.append(problem(file, "-", "-", f"this is not YAML: {text}"))
            continue
        exposures = content.get("exposures") if isinstance(content, dict) else None
        if content is not None and not isinstance(exposures, list):
            problems.append(
                problem(file, "-", "-", "a file of segments", expected="exposures: […]")
            )
            continue
        for exposure in exposures or []:
            _add(exposure, file, definitions, problems)
    definitions.sort(key=lambda definition: definition["name"])
    return definitions, problems


def _add(exposure: Any, file: str, definitions: list, problems: list) -> None:
    name = exposure.get("name") if isinstance(exposure, dict) else None
    if not isinstance(name, str):
        problems.append(problem(file, "-", "name", "a definition has a name", found=name))
        return
    config = exposure.get("config") or {}
    if config.get("enabled") is False:
        return
    bare: list[tuple[str, str]] = []
    meta = rendered(config.get("meta", exposure.get("meta")), "", bare)
    for path, text in bare:
        problems.append(
            problem(
                file,
                name,
                path,
                "dbt would render this text as Jinja",
                found=text,
                expected="braces between {% raw %} and {% endraw %}",
            )
        )
    owner = exposure.get("owner")
    if not isinstance(owner, dict) or not (owner.get("name") or owner.get("email")):
        problems.append(problem(file, name, "owner", "dbt wants an owner with a name", found=owner))
    if exposure.get("type") not in EXPOSURE_TYPES:
        problems.append(
            problem(
                file,
                name,
                "type",
                "unknown type of exposure",
                found=exposure.get("type"),
                expected=list(EXPOSURE_TYPES),
            )
        )
    definitions.append(
        {
            "name": name,
            "file": file,
            "label": exposure.get("label"),
            "description": exposure.get("description") or "",
            "owner": owner,
            "maturity": exposure.get("maturity"),
            "tags": exposure.get("tags") or config.get("tags") or [],
            "meta": meta,
        }
    )


def read_graph(project: Path) -> dict[str, Any]:
    """The part of dbt's graph that macros need: models with columns, types and meta."""
    nodes: dict[str, Any] = {}
    for path in sorted((Path(project) / "models").glob("**/*.yml")):
        text = path.read_text(encoding="utf-8")
        if not re.search(r"customer_mart|stg_events|int_customers", text):
            continue
        for model in (yaml.load(text, _Loader) or {}).get("models") or []:
            config = dict(model.get("config") or {})
            config["meta"] = config.get("meta") or model.get("meta") or {}
            nodes[f"model.{model['name']}"] = {
                "name": model["name"],
                "resource_type": "model",
                "config": config,
                "columns": {
                    column["name"]: {"data_type": None, "config": {}} | column
                    for column in model.get("columns") or []
                },
            }
    return {"nodes": nodes, "exposures": {}}
