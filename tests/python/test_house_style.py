"""What the style guide asks of every file, and no linter reads before Jinja is expanded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
#: the most lines with text in a file, by folder and ending
LONGEST = {
    "models/**/*.sql": 120,
    "macros/**/*.sql": 75,
    "scripts/**/*.py": 300,
    "tools/**/*.py": 300,
}
WIDEST = {"models/**/*.sql": 88, "tests/*.sql": 88, "analyses/*.sql": 88}


def files(pattern: str) -> Iterator[Path]:
    return (path for path in sorted(PROJECT.glob(pattern)) if "__pycache__" not in path.parts)


@pytest.mark.parametrize("pattern", LONGEST)
def test_no_file_is_too_long(pattern: str) -> None:
    lengths = {
        str(path.relative_to(PROJECT)): sum(
            1 for line in path.read_text().splitlines() if line.strip()
        )
        for path in files(pattern)
    }
    assert lengths
    assert not {name: n for name, n in lengths.items() if n > LONGEST[pattern]}


@pytest.mark.parametrize("pattern", WIDEST)
def test_no_line_is_too_wide(pattern: str) -> None:
    wide = [
        f"{path.relative_to(PROJECT)}:{number}"
        for path in files(pattern)
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if len(line.removesuffix(" -- noqa: RF01")) > WIDEST[pattern]
    ]
    assert not wide


def test_a_macro_has_a_file_of_its_name() -> None:
    """Helpers that begin with _ and variants for an engine may stand beside it."""
    for path in files("macros/**/*.sql"):
        names = re.findall(r"{%-?\s*macro\s+(\w+)", path.read_text())
        assert path.stem in names, path


def test_every_model_has_a_page() -> None:
    described = set()
    for path in files("models/**/*.yml"):
        described |= set(re.findall(r"^  - name: (\w+)", path.read_text(), re.M))
    models = {path.stem for path in files("models/**/*.sql")}
    assert models <= described, models - described


def test_a_test_that_warns_says_what_to_do() -> None:
    for path in files("tests/*.sql"):
        if "severity='warn'" in (text := path.read_text()):
            assert "'what_to_do':" in text, path
    for path in files("models/**/*.yml"):
        text = path.read_text()
        assert text.count("severity: warn") == text.count("what_to_do:"), path
