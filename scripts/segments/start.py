"""Begins segments and cohorts of one's own, instead of those that are shipped for the demo."""

from __future__ import annotations

import shutil
from pathlib import Path

from core.errors import CannotRun
from core.settings import PROJECT

STARTER = Path(__file__).parent / "starter"
FOLDERS = ("segments", "cohorts")
#: templates are for everybody's use, and no segments
KEPT = ("_templates.yml",)


def to_move() -> list[Path]:
    """The definitions that make room: all but the templates."""
    return [
        path
        for folder in FOLDERS
        for path in sorted((PROJECT / folder).glob("**/*.y*ml"))
        if path.name not in KEPT
    ]


def start(target: Path) -> list[Path]:
    """Moves the definitions to a folder that dbt does not read, and writes a first file each.

    Returns the files that were written. Nothing is moved when the folder is there already.
    """
    if target.exists():
        raise CannotRun(f"{target} exists already; nothing was moved. Choose another: --to DIR")
    for path in to_move():
        place = target / path.relative_to(PROJECT)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(path, place)
    written = []
    for folder in FOLDERS:
        path = PROJECT / folder / "mine.yml"
        shutil.copy(STARTER / f"{folder}.yml", path)
        written.append(path)
    return written
