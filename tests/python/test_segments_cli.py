"""The segments commands, on a small demo that was built once."""

import csv
import functools
import io
import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner, Result
from conftest import PROJECT, copy_project, query, run_dbt
from jinja2.sandbox import SandboxedEnvironment
from segment_world import language

from core import settings
from demo.data import write_demo
from run import cli
from segments import diff as segments_diff
from segments import new as segments_new
from segments import warehouse as segments_warehouse
from segments.cli import segments
from segments.words import COMPARED, HOLDS, MEASURED, Words

NASTY = "it's; drop table x -- {{ 7*7 }} %s \\ 🙂 \u202e"
MODELS = "+segment_runs +segment_stats +segment_overlap"


def segment(name: str, criteria: object, enabled: bool = True, **meta: object) -> dict:
    return {
        "name": name,
        "type": "application",
        "owner": {"name": "Tests"},
        "config": {"enabled": enabled, "meta": {"criteria": criteria, **meta}},
    }


def write(path: Path, *definitions: dict) -> Path:
    path.write_text(yaml.safe_dump({"exposures": list(definitions)}, allow_unicode=True))
    return path


def quoted(text: str) -> str:
    return "{% raw %}" + text + "{% endraw %}"


EXTRA = (
    segment("everybody", {"event": "*", "count": {"gte": 0}}),
    segment(
        "mixed",
        {
            "all": [
                {"segment": "everybody"},
                {
                    "any": [
                        {"event": ["purchase", "refund"], "avg": {"of": "event_value", "gte": 20}},
                        {"not": {"event": "purchase", "within": "30d"}},
                    ]
                },
                {"property": "country", "is_set": True},
                {"match": {"total_events": "> 5"}},
            ]
        },
        tenants=["acme"],
    ),
    segment(
        "nasty",
        {
            "not": {
                "any": [
                    {"property": quoted(NASTY), "equals": quoted(NASTY)},
                    {
                        "event": quoted(NASTY),
                        "where": {"property": "source", "in": [quoted(NASTY)]},
                    },
                ]
            }
        },
        tenants=["acme", "globex", "acmee"],
    ),
)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of the project with a few more segments, built on a small demo."""
    folder = tmp_path_factory.mktemp("segments")
    copy = copy_project(folder)
    write_demo(copy / "data" / "demo", 200, 120, 1, date(2025, 6, 30))
    write(copy / "segments" / "extra.yml", *EXTRA)
    built = run_dbt(
        copy,
        "build",
        "--select",
        *MODELS.split(),
        "--exclude",
        "resource_type:test",
        "resource_type:unit_test",
        vars={"inputs": "demo"},
    )
    assert built.returncode == 0, built.stdout[-3000:]
    # each command reads the macros anew; here they are compiled once
    compiled = functools.cache(SandboxedEnvironment(extensions=["jinja2.ext.do"]).compile)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SandboxedEnvironment, "compile", lambda _, source: compiled(source))
        patch.setenv("SEGMENTATION_DB", str(copy / "warehouse.duckdb"))
        for module in (settings, segments_warehouse, segments_new, segments_diff):
            patch.setattr(module, "PROJECT", copy)
        yield copy


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(cli, ["segments", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def rows(*arguments: object) -> list[dict]:
    result = run(*arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def refusal(*arguments: object) -> str:
    result = run(*arguments)
    assert result.exit_code == 2 and result.stdout == "", result.output
    return result.stderr


def current(project: Path, name: str) -> set[tuple]:
    return set(
        query(
            project,
            "select tenant_id, customer_id from segment_members"
            f" where left_at is null and segment_id = '{name}'",
        )
    )


# validate


def test_shipped_definitions_are_right(project) -> None:
    result = run("validate")
    assert result.exit_code == 0, result.stdout
    assert "0 problem(s)" in result.stderr


def test_validate_reports_every_problem_of_every_file(project) -> None:
    first = write(
        project / "segments" / "wrong.yml",
        segment("w1", {"metric": "total_spnt", "gte": 1}),
        segment("w2", {"all": []}),
    )
    second = project / "segments" / "broken.yml"
    second.write_text("exposures: [")
    try:
        result = run("validate")
        found = json.loads(run("validate", "--format", "json").stdout)
    finally:
        first.unlink()
        second.unlink()
    assert result.exit_code == 1
    assert "w1" in result.stdout and 'did you mean "total_spent"?' in result.stdout
    assert {one["file"] for one in found} == {"segments/wrong.yml", "segments/broken.yml"}
    assert {one["segment"] for one in found} == {"w1", "w2", "-"}


def test_validate_with_data_warns_of_names_never_seen(project) -> None:
    result = run("validate", "--data")
    assert result.exit_code == 0, result.output
    assert "nasty: criteria.not.any[0]: no customer has this property" in result.stdout
    assert "nasty: criteria.not.any[1]: no event of this type was ever seen" in result.stdout
    assert "nasty: tenants: there is no such tenant" in result.stdout
    assert 'did you mean "acme"' in result.stdout
    assert all(" nasty: " in line for line in result.stdout.splitlines()), result.stdout


def test_validate_starts_no_dbt_and_needs_no_warehouse(project) -> None:
    code = (
        "import sys; sys.path.insert(0, 'scripts'); import run\n"
        "try: run.cli(['segments', 'validate'])\n"
        "finally: assert 'dbt' not in sys.modules and 'duckdb' not in sys.modules"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=project,
        capture_output=True,
        text=True,
        env={"SEGMENTATION_DB": "nowhere.duckdb", "PATH": ""},
    )
    assert done.returncode == 0, done.stderr


# list, show, members, of, overlap


def test_list_has_the_sizes_of_the_warehouse(project) -> None:
    expected = query(
        project,
        "select segment_id, sum(member_count) from customer_segments"
        " where is_current and dimension is null group by segment_id order by segment_id",
    )
    listed = rows("list")
    assert [(one["segment_id"], one["members"]) for one in listed] == expected
    mixed = next(one for one in listed if one["segment_id"] == "mixed")
    assert mixed["tenants"] == ["acme"] and mixed["owner"] == "Tests"
    assert mixed["status"] == "active" and mixed["since"] == str(
        query(project, "select as_of_date from int_as_of_date")[0][0]
    )
    assert len(rows("list", "--dimensions")) >= len(listed)


def test_list_shows_what_is_not_built_and_show_says_so(project) -> None:
    file = write(project / "segments" / "later.yml", segment("later", {"event": "login"}))
    try:
        assert {"segment_id": "later", "status": "not built"}.items() <= next(
            one for one in rows("list") if one["segment_id"] == "later"
        ).items()
        assert "later is defined in segments/later.yml, but not built" in refusal("show", "later")
        assert "not built yet" in run("explain", "later").stderr
    finally:
        file.unlink()


def test_show(project) -> None:
    shown = json.loads(run("show", "mixed", "--format", "json").stdout)
    members = len(current(project, "mixed"))
    assert shown["definition"]["criteria"] == EXTRA[1]["config"]["meta"]["criteria"]
    assert shown["predicate"].startswith("(int_customers.tenant_id in ('acme')")
    assert [one["members"] for one in shown["size"]] == [members]
    assert shown["trend"][-1]["members"] == shown["trend"][-1]["net"] == members
    assert shown["trend"][-1]["reasons"] == "first_load"
    table = run("show", "mixed").stdout
    assert "is_set: true" in table and "int_customers" in table


def test_members(project) -> None:
    expected = current(project, "mixed")
    assert expected
    found = rows("members", "mixed", "--limit", 0)
    assert {(one["tenant_id"], one["customer_id"]) for one in found} == expected
    few = run("members", "everybody", "--limit", 2, "--format", "csv")
    assert len(list(csv.reader(io.StringIO(few.stdout)))) == 3
    assert "2 of " in few.stderr
    assert rows("members", "mixed", "--tenant", "globex") == []


def test_of(project) -> None:
    tenant, customer = sorted(current(project, "mixed"))[0]
    expected = query(
        project,
        "select segment_id from segment_members where left_at is null"
        f" and tenant_id = '{tenant}' and customer_id = '{customer}' order by segment_id",
    )
    found = rows("of", customer, "--tenant", tenant)
    assert [(one["segment_id"],) for one in found] == expected
    assert len(rows("of", customer, "--tenant", tenant, "--history")) >= len(found)


def test_overlap_agrees_with_the_mart(project) -> None:
    columns = (
        "segment_id, other_segment_id, member_count, other_member_count, shared_count,"
        " cast(share_of_segment as double), cast(share_of_other as double),"
        " cast(jaccard as double)"
    )
    expected = query(
        project,
        f"select {columns} from segment_overlap where tenant_id = 'acme'"
        " and segment_id = 'everybody' order by shared_count desc, other_segment_id",
    )
    found = rows("overlap", "everybody", expected[0][1], "--tenant", "acme")
    assert tuple(found[0].values()) == pytest.approx(expected[0])
    after = [tuple(one.values())[1] for one in rows("overlap", "everybody", "--tenant", "acme")]
    assert set(after) >= {row[1] for row in expected}
    three = rows("overlap", "mixed", "everybody", "nasty")
    assert [(one["segment_id"], one["other_segment_id"]) for one in three] == [
        ("mixed", "everybody"),
        ("mixed", "nasty"),
        ("everybody", "nasty"),
    ]


# explain


@pytest.mark.parametrize(
    "name",
    [
        "mixed",
        "nasty",
        "everybody",
        "paying",
        "trial_ending_soon",
        "engaged",
        "churn_risk",
    ],
)
def test_attrition_ends_with_the_members(project, name: str) -> None:
    found = rows("explain", name)
    steps = [one for one in found if one["step"] is not None]
    assert steps[-1]["pass_so_far"] == len(current(project, name))
    assert found[0]["pass_so_far"] == query(project, "select count(*) from int_customers")[0][0]
    assert (
        found[0]["pass_so_far"] - sum(one["lost_here"] for one in steps)
        == (steps[-1]["pass_so_far"])
    )
    assert all(one["pass_so_far"] <= one["pass_alone"] for one in steps)


def test_attrition_counts_each_condition_alone(project) -> None:
    found = {one["condition"].strip(): one["pass_alone"] for one in rows("explain", "mixed")}
    count = "select count(*) from "
    assert (
        found["country is set"]
        == query(project, count + "int_customers where country is not null")[0][0]
    )
    assert (
        found["total_events is more than 5"]
        == query(project, count + "customer_behavior_summary where total_events > 5")[0][0]
    )
    assert (
        found["tenant_id is one of acme"]
        == query(project, count + "int_customers where tenant_id = 'acme'")[0][0]
    )
    acme = rows("explain", "everybody", "--tenant", "acme")
    assert (
        acme[0]["pass_so_far"]
        == query(project, count + "int_customers where tenant_id = 'acme'")[0][0]
    )


def test_explain_a_customer(project) -> None:
    everyone = query(project, "select tenant_id, customer_id from int_customers order by all")
    members = current(project, "mixed")
    inside = sorted(members)[0]
    outside = next(one for one in everyone if one not in members and one[0] == "acme")
    for (tenant, customer), is_member in ((inside, True), (outside, False)):
        result = run(
            "explain", "mixed", "--customer", customer, "--tenant", tenant, "--format", "json"
        )
        found = json.loads(result.stdout)
        steps = [one for one in found if one["step"] is not None]
        assert all(one["passes"] for one in steps) is is_member
        failing = [one for one in found if one["is_first_failing"]]
        assert failing == [one for one in steps if not one["passes"]][:1]
        assert (" is in mixed" if is_member else failing[0]["condition"]) in result.stderr
        events = query(
            project,
            "select cast(total_events as varchar) from customer_behavior_summary"
            f" where tenant_id = '{tenant}' and customer_id = '{customer}'",
        )[0][0]
        assert found[-1]["condition"] == "total_events is more than 5"
        assert found[-1]["value"] == events


def test_a_customer_in_two_tenants_needs_one(project) -> None:
    both = query(
        project,
        "select customer_id from int_customers group by customer_id"
        " having count(*) = 2 order by customer_id limit 1",
    )[0][0]
    for command in (("of", both), ("explain", "paying", "--customer", both)):
        assert "--tenant" in refusal(*command)
        assert run(*command, "--tenant", "globex").exit_code == 0


# diff, new, schema


def test_diff_says_what_a_build_would_do(project, tmp_path) -> None:
    file = write(
        tmp_path / "edited.yml",
        segment("everybody", {"metric": "total_events", "gte": 10}),
        segment("mixed", {"event": "*"}, enabled=False),
        segment("fresh", {"not": {"metric": "total_events", "gte": 10}}),
    )
    file_of_reference = rows("members", "mixed", "--limit", 0)
    found = {one["segment_id"]: one for one in rows("diff", "--to", file)}
    total, many = query(
        project,
        "select count(*), count(*) filter (where total_events >= 10)"
        " from customer_behavior_summary",
    )[0]
    assert list(found) == ["everybody", "fresh", "mixed"]
    assert found["everybody"] == {
        "segment_id": "everybody",
        "change": "definition",
        "members_before": total,
        "members_after": many,
        "entered": 0,
        "left": total - many,
        "net": many - total,
    }
    assert found["fresh"]["change"] == "new" and found["fresh"]["entered"] == total - many
    assert found["mixed"]["change"] == "archived"
    assert found["mixed"]["left"] == len(file_of_reference)


def test_diff_of_nothing_and_of_a_folder(project, tmp_path) -> None:
    same = run("diff", "--to", project / "segments", "--format", "json")
    assert json.loads(same.stdout) == [] and "No segment would change" in same.stderr
    write(tmp_path / "only.yml", segment("everybody", {"event": "*", "count": {"gte": 0}}))
    found = rows("diff", "--to", tmp_path)
    assert {one["change"] for one in found} == {"archived"}
    assert "everybody" not in {one["segment_id"] for one in found}


def test_diff_shows_problems_first(project, tmp_path) -> None:
    file = write(tmp_path / "wrong.yml", segment("everybody", {"metric": "total_evnts", "gte": 1}))
    result = run("diff", "--to", file)
    assert result.exit_code == 1 and result.stdout == ""
    assert f"{file}: everybody" in result.stderr and "total_events" in result.stderr
    assert "There is no" in refusal("diff", "--to", tmp_path / "nothing")


def test_new_writes_a_valid_segment_once(project) -> None:
    file = project / "segments" / "often.yml"
    arguments = (
        "new",
        "often",
        "--template",
        "power_users",
        "--with",
        "count=3",
        "--with",
        f"event={json.dumps(NASTY, ensure_ascii=False)}",
        "--owner",
        "Sales",
        "--label",
        NASTY,
    )
    try:
        assert run(*arguments).exit_code == 0
        written = yaml.safe_load(file.read_text())["exposures"][0]
        assert written["owner"] == {"name": "Sales"} and written["label"] == quoted(NASTY)
        checked = run("validate")
        assert checked.exit_code == 0, checked.stdout
        words = rows("explain", "often")[1]["condition"]
        assert words.startswith("at least 3 ") and "{{ 7*7 }}" in words
        assert "often exists already" in refusal(*arguments, "--to", "again.yml")
        assert "exists already; nothing was written" in refusal(*arguments)
        assert yaml.safe_load(file.read_text())["exposures"][0] == written
    finally:
        file.unlink()


@pytest.mark.parametrize(
    "arguments, message",
    [
        (("--template", "power_usr"), "Did you mean power_users?"),
        (("--template", "power_users", "--to", "../outside.yml"), "is not under"),
        (("--template", "power_users", "--to", "engagement.yml"), "exists already"),
        (("--template", "power_users", "--to", "x.txt"), "ends with .yml"),
    ],
)
def test_new_refuses(project, arguments: tuple, message: str) -> None:
    assert message in refusal("new", "fine", *arguments)


def test_new_writes_no_wrong_definition(project) -> None:
    for value, message in (("window=thirty", "window"), ('event="\\ud83d"', "not YAML")):
        result = run("new", "fine", "--template", "power_users", "--with", value)
        assert result.exit_code == 1 and message in result.stdout
    assert not (project / "segments" / "fine.yml").exists()


def test_schema_is_the_checked_in_one() -> None:
    kept = (PROJECT / "schemas" / "segments.schema.json").read_text(encoding="utf-8")
    assert run("schema").stdout == kept


# what is refused, what is said


@pytest.mark.parametrize("command", ["show", "explain", "members", "overlap"])
def test_an_unknown_segment_is_answered_with_the_nearest(project, command: str) -> None:
    assert "Did you mean everybody?" in refusal(command, "everbody")
    assert NASTY in refusal(command, NASTY).replace("\\\\", "\\").replace("\\u202e", "\u202e")


@pytest.mark.parametrize("command", ["explain", "members", "overlap"])
def test_an_unknown_tenant_is_not_one_without_members(project, command: str) -> None:
    assert "no tenant 'globx'. Did you mean globex?" in refusal(
        command, "everybody", "--tenant", "globx"
    )


def test_an_unknown_customer(project) -> None:
    customer = query(project, "select max(customer_id) from int_customers")[0][0]
    message = refusal("of", customer + "x")
    assert "There is no customer" in message and "Did you mean" in message
    assert "Tenant 'nobody' has no customer" in refusal("of", customer, "--tenant", "nobody")


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("show", "a"),
        ("explain", "a"),
        ("members", "a"),
        ("of", "a"),
        ("overlap", "a", "b"),
        ("diff", "--to", PROJECT / "segments"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_no_warehouse_yet(arguments: tuple, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("SEGMENTATION_DB", str(tmp_path / "none.duckdb"))
    assert "Build" in refusal(*arguments)


def test_every_command_has_help_and_is_in_the_docs() -> None:
    docs = (PROJECT / "docs" / "segments-cli.md").read_text(encoding="utf-8")
    for name, command in segments.commands.items():
        assert command.help and f"## segments {name}" in docs, name
        assert run(name, "--help").exit_code == 0
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help and parameter.opts[0] in docs, (name, parameter.name)


# words


VOCABULARY = language().segment_vocabulary()


def test_every_word_of_the_language_can_be_said() -> None:
    said = {"is_set"} | set(HOLDS)
    assert set(VOCABULARY["operators"]) == said
    assert {n for n, one in VOCABULARY["operators"].items() if one.get("measures")} <= set(COMPARED)
    assert set(VOCABULARY["measures"]) == set(MEASURED) | {"count", "days"}


@pytest.mark.parametrize(
    "condition, words",
    [
        (
            {"event": "video_rendered", "count": {"gte": 10}, "within": "30d"},
            "at least 10 video_rendered in the last 30 days",
        ),
        (
            {"property": "plan", "in": ["starter", "pro", "enterprise"]},
            "plan is one of starter, pro, enterprise",
        ),
        ({"not": {"event": "*", "within": "1mo"}}, "not (at least 1 event in the last month)"),
        (
            {"event": ["a", "b"], "occurred": False, "between_ago": ["60d", "4w"]},
            "no a or b from 60 days ago up to the last 4 weeks",
        ),
        (
            {"event": "buy", "days": {"gt": 2}, "sum": {"of": "event_value", "between": [1, 5]}},
            "buy on more than 2 days and the sum of event_value of buy is 1 to 5",
        ),
        (
            {
                "event": "buy",
                "count": {"equals": 3},
                "where": {"property": "source", "equals": "a b"},
            },
            'exactly 3 buy, where source is "a b"',
        ),
        (
            {"any": [{"metric": "mrr", "gt": 1, "lt": 9}, {"property": "x", "is_set": False}]},
            "(mrr is more than 1 and is less than 9 or x is missing)",
        ),
        (
            {"property": "city", "contains": "Ü", "ignore_case": True},
            "city contains Ü (in any case)",
        ),
        (
            {"metric": "first_event_at", "within_last": "24h"},
            "first_event_at is in the last 24 hours",
        ),
        ({"segment": "trial"}, "in segment trial"),
    ],
)
def test_conditions_in_words(condition: dict, words: str) -> None:
    assert Words(VOCABULARY["units"]).of(condition) == words


def test_tables_never_steer_the_terminal(project, capsys) -> None:
    from core.output import write_rows

    write_rows(["a"], [["\x1b[31mred\u202e\n"]], "table")
    assert not re.search("[\x1b\u202e]", capsys.readouterr().out)
