"""What docs/ says of the project is what the project says, and all of it is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from core.errors import CannotRun
from reference import pages as reference
from reference.commands import runner, targets
from reference.marts import grain, promise, public_models, values
from reference.scores import rules
from reference.settings import settings
from reference.tables import cell
from reference.words import vocabulary
from run import cli

PROJECT = Path(__file__).resolve().parents[2]
PAGES = {
    path: path.read_text(encoding="utf-8")
    for path in [PROJECT / "README.md", *sorted((PROJECT / "docs").glob("**/*.md"))]
}
#: what people wrote, without the parts that are made
WRITTEN = "\n".join(reference.MARKED.sub("", text) for text in PAGES.values())


def test_the_references_are_current() -> None:
    old = [str(path.relative_to(PROJECT)) for path in reference.old_pages()]
    assert not old, f"{', '.join(old)}: old, renew with: {reference.RENEW}"


def test_every_reference_is_on_a_page() -> None:
    used = {match["name"] for text in PAGES.values() for match in reference.MARKED.finditer(text)}
    assert used == set(reference.PARTS)


def test_an_old_part_is_made_anew_and_the_rest_is_kept() -> None:
    page = "a\n<!-- reference: forms -->\nold\n<!-- end of reference -->\nb\n"
    new = reference.renewed(page)
    assert new.startswith("a\n") and new.endswith("\nb\n")
    assert "\nold\n" not in new and "| `event` |" in new
    assert reference.renewed(new) == new


def test_an_unknown_reference_is_told() -> None:
    with pytest.raises(CannotRun, match=r"the reference 'form'. There are: .*forms"):
        reference.renewed("<!-- reference: form -->\n<!-- end of reference -->")


def test_a_cell_stays_a_cell() -> None:
    assert cell("a | b\n  c \\| d") == "a \\| b c \\| d"


# -- every thing has its words -------------------------------------------------------------


@pytest.mark.parametrize("name, command", runner(), ids=lambda value: str(value))
def test_every_command_is_documented(name, command) -> None:
    page = PAGES[PROJECT / "docs" / "commands.md"]
    section = re.search(rf"^## {re.escape(name)}\n(.*?)(?=^## |\Z)", page, re.M | re.S)
    assert section and command.help
    for parameter in command.params:
        for option in (*parameter.opts, *parameter.secondary_opts):
            if option.startswith("-"):
                assert f"`{option}" in section[1] or f", {option}" in section[1], option
                assert parameter.help, f"{option} has no help"
    words = " ".join(name.split()[1:])
    assert re.search(rf"(run\.py|`) ?{words}\b", WRITTEN), f"no page tells about {words}"


def test_the_help_of_the_runner_names_every_command() -> None:
    for name in cli.commands:
        assert re.search(rf"\b{name}\b", cli.help), name


@pytest.mark.parametrize("model", [model for _, model in public_models()], ids=lambda m: m["name"])
def test_every_public_mart_is_documented(model) -> None:
    page = PAGES[PROJECT / "docs" / "data-dictionary.md"]
    assert f"\n## {model['name']}\n" in page
    assert grain(model).startswith("One row per "), "a description begins with the grain"
    section = page.split(f"\n## {model['name']}\n")[1].split("\n## ")[0]
    for column in model["columns"]:
        assert column.get("description"), column["name"]
        assert f"\n| `{column['name']}` | {column['data_type']} | " in section
    assert f"`{model['name']}`" in WRITTEN, f"no page tells about {model['name']}"


def test_every_mart_is_described() -> None:
    files = {path.stem for path in (PROJECT / "models" / "marts").glob("**/*.sql")}
    assert files == {model["name"] for _, model in public_models()}


def test_closed_values_are_in_the_dictionary() -> None:
    page = PAGES[PROJECT / "docs" / "data-dictionary.md"]
    for _, model in public_models():
        for column in model["columns"]:
            for value in values(column, promise(model).get("values") or {}):
                assert f"`{value}`" in page, (model["name"], column["name"])


@pytest.mark.parametrize("setting", settings(), ids=lambda one: one.name)
def test_every_var_is_documented(setting) -> None:
    page = PAGES[PROJECT / "docs" / "settings.md"]
    assert setting.comment, "a comment above it in dbt_project.yml says what it is for"
    assert f"\n| `{setting.name}` | " in page or f"\n### {setting.name}\n" in page


def test_every_var_is_a_setting() -> None:
    project = yaml.safe_load((PROJECT / "dbt_project.yml").read_text())
    assert [one.name for one in settings()] == list(project["vars"])
    for one in settings():
        assert yaml.safe_load("\n".join(one.lines)) == {one.name: one.default}


def test_every_var_that_is_used_is_set() -> None:
    used = set()
    for folder in ("macros", "models", "tests", "seeds"):
        for path in (PROJECT / folder).glob("**/*.sql"):
            used |= set(re.findall(r"\bvar\(\s*['\"](\w+)['\"]", path.read_text()))
    assert used <= {one.name for one in settings()}


def test_every_environment_variable_is_documented() -> None:
    used = set()
    for path in [PROJECT / "profiles.yml", *(PROJECT / "scripts").glob("**/*.py")]:
        used |= set(re.findall(r"\bSEGMENTATION_[A-Z]+\b", path.read_text()))
    page = PAGES[PROJECT / "docs" / "settings.md"]
    assert used
    assert not [name for name in used if f"| `{name}` |" not in page]


def test_every_word_of_the_segment_language_is_documented() -> None:
    page = PAGES[PROJECT / "docs" / "segment-language.md"]
    for part in ("forms", "operators", "measures", "meta_keys"):
        for word, spec in vocabulary()[part].items():
            assert f"\n| `{word}`" in page and cell(spec["docs"]) in page, word
    for window, docs in vocabulary()["windows"].items():
        assert f"\n| `{window}` | {docs} |" in page
    for word in (*vocabulary()["units"], *vocabulary()["segment_types"]):
        assert f"`{word}`" in page


def test_every_rule_of_a_classification_is_documented() -> None:
    page = PAGES[PROJECT / "docs" / "scores.md"]
    for dimension in rules().dimensions:
        section = page.split(f"\n### {dimension.name}\n")[1].split("\n### ")[0]
        assert section.count("\n| ") == len(dimension.rules) + 2
        for rule in dimension.rules:
            assert f"\n| {rule.place} | {rule.value} | " in section


def test_every_target_of_make_is_documented() -> None:
    text = (PROJECT / "Makefile").read_text().replace("\\\n", "")
    phony = re.search(r"^\.PHONY: (.*)$", text, re.M)[1].split()
    assert set(phony) == set(targets()), "each target has a ## that says what it does"
    page = PAGES[PROJECT / "docs" / "commands.md"]
    assert not [name for name in phony if f"| `make {name}` |" not in page]
