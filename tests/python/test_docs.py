"""The pages are true: the tutorial runs as it stands, examples parse, links lead somewhere."""

from __future__ import annotations

import ast
import csv
import io
import json
import re
import subprocess
from pathlib import Path

import duckdb
import pytest
import yaml
from conftest import PROJECT, copy_project
from doc_pages import PAGES, Example, examples, give_python, matches, run_shell, run_sql

from segments.files import rendered
from segments.language import Language

EXAMPLES = [example for page in PAGES for example in examples(page)]
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")


def in_language(*names: str) -> list[Example]:
    return [example for example in EXAMPLES if example.language in names]


# -- the tutorial --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def tutorial(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The project after everything on the page was done, and what was not as shown."""
    project = copy_project(tmp_path_factory.mktemp("tutorial"))
    give_python(project)
    wrong, real, told = [], "", ""
    for example in examples(PROJECT / "docs" / "tutorial.md"):
        if example.language == "bash":
            result = run_shell(project, example.text)
            assert result.returncode == 0, f"{example}\n{result.stdout}{result.stderr}"
            real, told = result.stdout, result.stderr
        elif example.language == "sql":
            real = run_sql(project, example.text, example.rest)
        elif example.language == "text":
            if not matches(example.text, shown := told if example.rest == "stderr" else real):
                wrong.append(f"{example} shows\n{example.text}\nand it is\n{shown}")
        else:
            path = project / example.rest
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(example.text, encoding="utf-8")
    return project, wrong


def test_the_tutorial_runs_as_it_stands(tutorial) -> None:
    assert not tutorial[1], "\n\n".join(tutorial[1])


@pytest.mark.parametrize("example", in_language("sql"), ids=str)
def test_sql_runs(tutorial, example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    """On what the tutorial built; there are rows only where it has some."""
    project, _ = tutorial
    monkeypatch.chdir(project)
    with duckdb.connect(example.rest or "warehouse.duckdb", read_only=True) as connection:
        for statement in connection.extract_statements(example.text):
            connection.execute(statement).fetchall()


# -- examples ------------------------------------------------------------------------------


@pytest.mark.parametrize("example", in_language("yaml", "yml"), ids=str)
def test_yaml_parses(example: Example) -> None:
    assert yaml.safe_load(example.text) is not None


def segments_in(example: Example) -> list[dict]:
    """The definitions of an example; criteria alone are one."""
    content = yaml.safe_load(example.text)
    if not isinstance(content, dict):
        return []
    if "criteria" in content:
        meta = {"criteria": content["criteria"]}
        content = {"exposures": [{"name": f"line_{example.line}", "config": {"meta": meta}}]}
    return [
        {"name": one["name"], "file": str(example), "label": None, "owner": {"name": "docs"}}
        | {"meta": rendered(one["config"]["meta"], "", [])}
        for one in content.get("exposures") or []
        if "criteria" in one["config"]["meta"]
    ]


def test_segments_are_right() -> None:
    """Examples are right among the definitions that the project has."""
    spoken = Language(PROJECT)
    definitions, _ = spoken.validate()
    shown = [one for example in in_language("yaml") for one in segments_in(example)]
    assert shown
    names = {one["name"] for one in shown}
    known = [one for one in definitions if one["name"] not in names] + shown
    found = spoken.validate_segments(known, spoken.context(known))
    assert not [spoken.problem_line(one) for one in found]


@pytest.mark.parametrize("example", in_language("bash", "sh", "shell"), ids=str)
def test_shell_parses(example: Example) -> None:
    result = subprocess.run(
        ["bash", "-n"], input=example.text, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("example", in_language("python", "json", "csv"), ids=str)
def test_other_examples_parse(example: Example) -> None:
    if example.language == "python":
        ast.parse(example.text)
    elif example.language == "json":
        json.loads(example.text)
    else:
        rows = list(csv.reader(io.StringIO(example.text), delimiter=";"))
        assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize("example", in_language("cron"), ids=str)
def test_cron_lines_have_five_fields_and_a_command(example: Example) -> None:
    for line in example.text.splitlines():
        *fields, command = line.split(maxsplit=5)
        assert all(re.fullmatch(r"[\d*,/-]+", field) for field in fields) and len(fields) == 5
        assert "%" not in command, "cron makes a line end of it"
        subprocess.run(["bash", "-n"], input=command, text=True, check=True)


def test_every_example_names_a_language_that_is_checked() -> None:
    known = {"yaml", "yml", "sql", "bash", "sh", "shell", "python", "json", "csv", "text", ""}
    # what needs another tool to be checked
    known |= {"ini", "mermaid", "cron"}
    assert not [str(example) for example in EXAMPLES if example.language not in known]


COMMAND = re.compile(r"scripts/run\.py((?: +[\w:./=*…-]+)*)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_on_a_page_exist(page: Path) -> None:
    """Each `scripts/run.py WORD … --option` names a command and options that there are."""
    import click

    from run import cli

    for match in COMMAND.finditer(page.read_text(encoding="utf-8")):
        words = match[1].split()
        command: click.Command = cli
        while isinstance(command, click.Group) and words and re.match(r"[a-z]", words[0]):
            assert words[0] in command.commands, match[0]
            command = command.commands[words.pop(0)]
        known = {"-h", "--help"}
        for parameter in command.params:
            known |= {*parameter.opts, *parameter.secondary_opts}
        options = [word.split("=")[0] for word in words if word.startswith("--")]
        assert set(options) <= known, match[0]


# -- links ---------------------------------------------------------------------------------


def anchors(page: Path) -> set[str]:
    """The headings of a page, as links to them are spelled."""
    text = re.sub(r"^ *```.*?^ *```", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    return {
        re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")
        for heading in re.findall(r"^#+ (.+)$", text, re.M)
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.S)
    for match in LINK.finditer(text):
        target, _, anchor = (match[1] or match[2]).partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        path = (page.parent / target).resolve() if target else page
        assert path.exists(), f"{page.name} links to {target}"
        if anchor:
            assert anchor in anchors(path), f"{page.name} links to {target}#{anchor}"


def test_every_page_is_linked_from_the_list_of_pages() -> None:
    listed = (PROJECT / "docs" / "README.md").read_text()
    for page in (PROJECT / "docs").glob("*.md"):
        assert page.name == "README.md" or f"]({page.name})" in listed
