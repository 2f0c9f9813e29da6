"""A wrong score or classification stops the build before a table is touched, and says why."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import dbt_here
import pytest
import yaml
from conftest import PROJECT, copy_project, run_dbt
from dbt.cli.main import dbtRunner

RULES = Path("models", "marts", "customers", "_customer_classifications__models.yml")


def with_score(scores: dict, path: str, value: object) -> dict:
    """The var scores with another value at a dotted path."""
    changed = copy.deepcopy(scores)
    place = changed
    *folders, last = path.split(".")
    for folder in folders:
        place = place[int(folder) if folder.isdigit() else folder]
    place[int(last) if isinstance(place, list) else last] = value
    return changed


def edit_rules(project: Path, dimension: str, rules: object) -> None:
    """Gives a dimension other rules, or none; the unit tests, which share them, are dropped."""
    file = project / RULES
    described = yaml.safe_load(file.read_text())
    described.pop("unit_tests", None)
    columns = described["models"][0]["columns"]
    column = next((c for c in columns if c["name"] == dimension), None)
    if column is None:
        column = {"name": dimension, "data_type": "varchar", "config": {"meta": {}}}
        columns.insert(2, column)
    column["config"]["meta"]["classify"] = rules
    file.write_text(yaml.safe_dump(described, sort_keys=False))


def checked(project: Path) -> str:
    result = run_dbt(project, "run-operation", "check_scores")
    return "" if result.returncode == 0 else result.stdout


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("scores"))


@pytest.fixture
def restored(project: Path):
    file = project / RULES
    text = file.read_text()
    yield project
    file.write_text(text)


@pytest.fixture(scope="module")
def scores() -> dict:
    return yaml.safe_load((PROJECT / "dbt_project.yml").read_text())["vars"]["scores"]


@pytest.fixture(scope="module")
def checked_scores(project: Path):
    """What the check says of a var scores; the project is parsed once for all of them."""
    manifest = dbt_here.parse(project).result

    def check(scores: dict) -> str:
        words = ["run-operation", "check_scores", "--vars", json.dumps({"scores": scores})]
        said: list[str] = []
        dbt = dbtRunner(manifest=manifest, callbacks=[lambda event: said.append(event.info.msg)])
        return "" if dbt.invoke([*words, *places(project)]).success else "\n".join(said)

    return check


def places(project: Path) -> list[str]:
    return ["--project-dir", str(project), "--profiles-dir", str(project)]


def test_the_scores_as_they_are_are_right(checked_scores, scores) -> None:
    assert checked_scores(scores) == ""


WRONG_SCORES = {
    "engagement.depth.weight": (0.2, "in sum 0.95"),
    "engagement.depth.metric": ("actions_per_sesion", "actions_per_sesion"),
    "engagement.recency.steps.2": ({"lte": 5, "points": 50}, "steps[2]"),
    "commerce.orders.points": (41, "in sum 101"),
    "pql.threshold": (170, "var scores.pql.threshold"),
    "rfm_model": ("activities", "var scores.rfm_model"),
    "journey.retention_after_days": ("60d", "a number of days"),
}


@pytest.mark.parametrize("path", WRONG_SCORES)
def test_a_wrong_score_says_what_is_wrong(checked_scores, scores, path: str) -> None:
    value, message = WRONG_SCORES[path]
    assert message in checked_scores(with_score(scores, path, value))


def test_every_wrong_condition_of_a_signal_is_told_at_once(checked_scores, scores) -> None:
    signals = "pql.behavioral.signals"
    wrong = {
        f"{signals}.invited_team_member.when": {"metric": "invites", "gte": 1},
        f"{signals}.created_x_items.when": {"event": "item_created"},
        "pql.firmographic.signals.industry_fit.when": {"property": "industry", "matches": "("},
    }
    for path, condition in wrong.items():
        scores = with_score(scores, path, condition)
    found = checked_scores(scores)
    for message in ('found "invites"', "without a form", "bad regular expression"):
        assert message in found


SUPPORT = {"metric": "support_tickets", "gte": 1}
MORE = {"metric": "support_tickets", "gt": 1}
REST = {"value": "Rest"}
RULES_THAT_ARE_WRONG = {
    "rest_missing": ([{"value": "Some", "when": SUPPORT}], "left over"),
    "after_all": ([{"value": "All"}, {"value": "Some", "when": SUPPORT}, REST], "holds for every"),
    "twice": (
        [{"value": "A", "when": SUPPORT}, {"value": "B", "when": SUPPORT}, REST],
        "nobody can reach it",
    ),
    "covered": (
        [{"value": "A", "when": SUPPORT}, {"value": "B", "when": MORE}, REST],
        "nobody can reach it",
    ),
    "unknown": (
        [{"value": "A", "when": {"metric": "suport_tickets", "gte": 1}}, REST],
        'did you mean "support_tickets"',
    ),
    "later_mart": (
        [{"value": "A", "when": {"metric": "pql_score", "gte": 1}}, REST],
        "unknown metric",
    ),
    "no_text": ([{"value": 1, "when": SUPPORT}, REST], "a value is a text"),
    "no_list": ({"value": "A"}, "rules are a list"),
    "unknown_key": ([{"value": "A", "if": SUPPORT}, REST], "unknown key"),
}


def test_every_wrong_rule_is_told_at_once(restored: Path) -> None:
    for dimension, (rules, _) in RULES_THAT_ARE_WRONG.items():
        edit_rules(restored, dimension, rules)
    lines = checked(restored).splitlines()
    for dimension, (_, message) in RULES_THAT_ARE_WRONG.items():
        assert any(f": {dimension}: " in line and message in line for line in lines), dimension


def test_new_dimensions_need_yaml_alone(restored: Path) -> None:
    rules = [{"value": "A", "when": MORE}, {"value": "B", "when": SUPPORT}, REST]
    edit_rules(restored, "ticket_class", rules)
    fan = {"value": 'it\'s a "fan"', "when": {"metric": "last_nps", "gte": 9}}
    edit_rules(restored, "nps_class", [fan, REST])
    assert checked(restored) == ""
