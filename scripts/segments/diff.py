"""What changed definitions would do if they were built, on the data of the last build."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import yaml

from core.errors import CannotRun
from core.settings import PROJECT
from segments.files import read_definitions
from segments.warehouse import as_of, evaluate, fetch, spoken

COLUMNS = [
    "segment_id",
    "change",
    "members_before",
    "members_after",
    "entered",
    "left",
    "net",
]
YAML = (".yml", ".yaml")


def names_in(path: Path) -> set[str]:
    """The names of the definitions in a file, switched off or not."""
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError):
        return set()
    exposures = content.get("exposures") if isinstance(content, dict) else None
    return {one["name"] for one in exposures or [] if isinstance(one, dict) and "name" in one}


def changed_definitions(path: Path) -> tuple[list[dict], list[dict]]:
    """The definitions that a build would see with PATH in place, and problems of reading it.

    A project's folder or one like segments/ stands for all of segments/. A file stands for
    the one of its name there, and for definitions of its names in any other.
    """
    if not path.exists():
        raise CannotRun(f"There is no {path}. --to takes a folder like segments/, or a file.")
    if path.is_file() and path.suffix not in YAML:
        raise CannotRun(f"{path} is no YAML file. --to takes a folder like segments/, or a file.")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "segments"
        if path.is_dir():
            inner = path / "segments"
            shutil.copytree(
                inner if inner.is_dir() else path,
                copy,
                ignore=lambda at, names: [
                    name
                    for name in names
                    if not name.endswith(YAML) and not (Path(at) / name).is_dir()
                ],
            )
            return read_definitions(Path(folder))
        copy.mkdir()
        shutil.copy(path, copy)
        definitions, problems = read_definitions(Path(folder))
    names = names_in(path)
    for kept in read_definitions(PROJECT)[0]:
        if Path(kept["file"]).name != path.name and kept["name"] not in names:
            definitions.append(kept)
    return sorted(definitions, key=lambda definition: definition["name"]), problems


class Difference:
    """What PATH's definitions are about: first their problems, then what they would do."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._language = spoken()
        self._definitions, problems = changed_definitions(path)
        context = self._language.context(self._definitions)
        self.problems = problems + self._language.validate_segments(self._definitions, context)
        if not self._definitions and not self.problems:
            raise CannotRun(f"{path} has no segment definitions; nothing was compared.")

    @property
    def is_wrong(self) -> bool:
        return any(problem["severity"] == "error" for problem in self.problems)

    def lines(self) -> list[str]:
        """The problems one a line, with the files where they are and not where they would be."""
        path, lines = self._path, []
        for problem in self.problems:
            file = problem["file"]
            if path.is_dir():
                inner = path / "segments" if (path / "segments").is_dir() else path
                file = str(inner / Path(file).relative_to("segments"))
            elif Path(file).name == path.name:
                file = str(path)
            lines.append(self._language.problem_line(problem | {"file": file}))
        return lines

    def rows(self) -> list[list[Any]]:
        """One row per segment whose definition or members would change."""
        as_of()
        language = self._language
        language.graph["exposures"] = {
            one["name"]: one | {"original_file_path": one["file"], "config": {"meta": one["meta"]}}
            for one in self._definitions
        }
        found = evaluate(
            "diff", {"evaluations": language.segment_evaluations_query(language.segment_build())}
        )[1]
        counts = {name: tuple(numbers) for name, *numbers in found}
        changes = self._changes()
        dimensions = [one["name"] for one in language.dimension_definitions()]
        rows = []
        for name in sorted({*changes, *counts} - set(dimensions)):
            before, after, entered, left = counts.get(name, (0, 0, 0, 0))
            change = changes.get(name) or ("data" if entered or left else None)
            if change:
                rows.append([name, change, before, after, entered, left, entered - left])
        return rows

    def _changes(self) -> dict[str, str | None]:
        """What happens to each definition; None when it stays as it was built."""
        build = self._language.segment_build()
        built = {name: (digest, archived) for name, digest, archived in fetch("built")[1]}
        changes: dict[str, str | None] = {}
        for one in build["definitions"]:
            if "dimension" in one:
                continue
            digest, was_archived = built.get(one["name"], (None, None))
            is_same = digest == self._language.segment_row(one, build)["criteria_hash"]
            if was_archived is None:
                changes[one["name"]] = "new"
            elif was_archived:
                changes[one["name"]] = "restored"
            else:
                changes[one["name"]] = None if is_same else "definition"
        for name, (_, was_archived) in built.items():
            if name not in changes and not was_archived:
                changes[name] = "archived"
        return changes
