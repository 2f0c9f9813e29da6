"""The command about one customer, on a small demo that was built once."""

import csv
import functools
import io
import json
import re
from datetime import date

import duckdb
import pytest
import yaml
from click.testing import CliRunner, Result
from conftest import copy_project, query, run_dbt
from jinja2.sandbox import SandboxedEnvironment

from core import settings
from customers import profile as customer_profile
from customers.rules import Dimension, Rule, Rules
from demo.data import write_demo
from run import cli
from segments import warehouse as segments_warehouse
from segments.warehouse import spoken

MODELS = "+customer_360 +customer_segments +segment_members +segment_runs"
CLASSIFICATIONS = "models/marts/customers/_customer_classifications__models.yml"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of the project, built on a small demo in which tenants share ids."""
    folder = tmp_path_factory.mktemp("customer")
    copy = copy_project(folder)
    write_demo(copy / "data" / "demo", 150, 90, 1, date(2025, 6, 30))
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
        for module in (settings, segments_warehouse, customer_profile):
            patch.setattr(module, "PROJECT", copy)
        yield copy


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(cli, ["customer", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def refused(*arguments: object) -> str:
    result = run(*arguments)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    return result.stderr


def somebody(project, condition: str = "total_purchases > 0") -> tuple[str, str]:
    return query(
        project,
        f"select tenant_id, customer_id from customer_360 where {condition} order by all limit 1",
    )[0]


def test_the_rules_give_what_the_model_gave_to_everybody(project) -> None:
    rules = Rules(spoken(), project)
    names = [dimension.name for dimension in rules.dimensions]
    with duckdb.connect(str(project / "warehouse.duckdb"), read_only=True) as connection:
        connection.execute("set TimeZone = 'UTC'")
        result = connection.execute(rules.query())
        columns = [column[0] for column in result.description]
        rows = [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
    listed = ", ".join(names)
    built = query(project, f"select tenant_id, customer_id, {listed} from customer_classifications")
    explained = [
        (
            row["tenant_id"],
            row["customer_id"],
            *(one.matched(row).value_in(row) for one in rules.dimensions),
        )
        for row in rows
    ]
    assert sorted(explained) == sorted(built)
    assert len(names) == 26 and len(built) > 100
    for row in rows:
        for dimension in rules.dimensions:
            matched = dimension.matched(row)
            near = dimension.near(matched)
            assert near and all(rule.value != matched.value for rule in near)
            assert not any(row[rule.holds] for rule in near if rule.place < matched.place)


def test_json_has_every_column_and_the_reasons(project) -> None:
    tenant, customer = somebody(project)
    result = run(customer, "--tenant", tenant, "--format", "json")
    assert result.exit_code == 0 and result.stderr == ""
    found = json.loads(result.stdout)
    columns = [row[0] for row in query(project, "describe customer_360")]
    assert list(found["customer"]) == columns
    assert found["customer"]["customer_id"] == customer
    reasons = {one["dimension"]: one for one in found["reasons"]}
    assert all(one["value"] == found["customer"][name] for name, one in reasons.items())
    activity = reasons["activity_class"]
    assert activity["now"].get("days_since_active", 0) == (
        found["customer"]["days_since_active"] if activity["rule"] < activity["rules"] else 0
    )
    assert {one["segment_id"].split(".")[0] for one in found["segments"]} >= {"lifecycle_stage"}


def test_table_says_the_rule_and_what_is_next(project) -> None:
    tenant, customer = somebody(project, "days_since_active between 8 and 30")
    result = run(customer, "--tenant", tenant)
    assert result.exit_code == 0
    lines = [re.sub(" {2,}", " | ", line.strip()) for line in result.stdout.splitlines()]
    assert lines[0] == f"Customer {customer} of {tenant}, as of 2025-06-30"
    days = query(
        project,
        "select days_since_active from customer_360"
        f" where customer_id = '{customer}' and tenant_id = '{tenant}'",
    )[0][0]
    place = lines.index(
        "activity_class | Regular | 3 of 6 | days_since_active is at most 30"
        f" | days_since_active {days}"
    )
    assert lines[place + 1] == (
        f"before it | Active | 2 of 6 | days_since_active is at most 7 | days_since_active {days}"
    )
    for group in ("profile", "activity", "money", "sessions", "features", "subscription"):
        assert any(line.startswith(f"{group} | ") for line in lines)
    assert "Segments now" in lines and "other" not in result.stdout.split()


def test_csv_has_everything_in_one_table(project) -> None:
    tenant, customer = somebody(project)
    result = run(customer, "--tenant", tenant, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    columns = {row[0] for row in query(project, "describe customer_360")}
    assert columns <= {row["name"] for row in rows}
    assert {row["section"] for row in rows} >= {"customer", "money", "classification", "segment"}


def test_a_customer_that_is_not_there_or_twice(project) -> None:
    assert "There is no customer 'c99999' as of 2025-06-30" in refused("c99999")
    tenant, customer = somebody(project)
    assert f"Tenant 'nobody' has no customer '{customer}'" in refused(
        customer, "--tenant", "nobody"
    )
    twins = "customer_id in (select customer_id from customer_360 group by all having count(*) > 1)"
    tenant, twin = somebody(project, twins)
    message = refused(twin)
    assert f"Customer '{twin}' is in 2 tenants" in message
    assert "Say which: --tenant NAME" in message
    assert run(twin, "--tenant", tenant).stdout.startswith(f"Customer {twin} of {tenant}")


def test_without_a_warehouse(project, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("SEGMENTATION_DB", str(tmp_path / "none.duckdb"))
    assert "Build it first: scripts/run.py build" in refused("c1")
    with duckdb.connect(str(tmp_path / "none.duckdb")) as connection:
        connection.execute("create table int_customers as select 't' tenant_id, 'c' customer_id")
    assert "is not whole" in refused("c")


def test_segments_may_be_missing(project, tmp_path, monkeypatch) -> None:
    tenant, customer = somebody(project)
    copy = tmp_path / "copy.duckdb"
    copy.write_bytes((project / "warehouse.duckdb").read_bytes())
    with duckdb.connect(str(copy)) as connection:
        connection.execute("drop view segment_members")
    monkeypatch.setenv("SEGMENTATION_DB", str(copy))
    result = run(customer, "--tenant", tenant, "--format", "json")
    assert result.exit_code == 0 and json.loads(result.stdout)["segments"] is None
    assert "Without segments" in result.stderr


@pytest.fixture
def rewrite(project):
    """Replaces the rules of activity_class for one test."""
    path = project / CLASSIFICATIONS
    text = path.read_text(encoding="utf-8")

    def replace(rules: object) -> None:
        content = yaml.safe_load(text)
        columns = {one["name"]: one for one in content["models"][0]["columns"]}
        columns["activity_class"]["config"]["meta"]["classify"] = rules
        path.write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")

    yield replace
    path.write_text(text, encoding="utf-8")


def test_rules_edited_since_the_build(project, rewrite) -> None:
    tenant, customer = somebody(project)
    rewrite(
        [
            {"value": "Fan", "when": {"property": "favourite.colour", "equals": "red"}},
            {"value": "Buyer", "when": {"not": {"match": {"total_purchases": "< 1"}}}},
            {"value": "Other"},
        ]
    )
    result = run(customer, "--tenant", tenant)
    assert result.exit_code == 0
    assert "not (total_purchases is less than 1)" in result.stdout
    assert "favourite.colour missing" in result.stdout
    assert "The rules of activity_class were edited since the last build" in result.stderr


@pytest.mark.parametrize(
    "rules, message",
    [
        (
            [{"value": "a", "when": {"metric": "days_active", "lt": 1}}, {"value": "b"}],
            'activity_class: classify[0].metric: unknown metric; found "days_active"',
        ),
        (
            [{"value": "a", "when": {"metric": "mrr", "lt": 1}}],
            "activity_class: the last rule is not for the rest",
        ),
        (["a"], "activity_class: rule 1 is no rule"),
    ],
)
def test_wrong_rules_are_told(project, rewrite, rules, message) -> None:
    tenant, customer = somebody(project)
    rewrite(rules)
    found = refused(customer, "--tenant", tenant)
    assert message in found and "scripts/run.py build" in found


def test_what_is_near() -> None:
    values = ["New", "Churned", "Churned", "At-Risk", "Active"]
    rules = [Rule(place, value, "") for place, value in enumerate(values, 1)]
    near = Dimension("stage", rules).near
    assert [rule.place for rule in near(rules[3])] == [3, 2]
    assert [rule.place for rule in near(rules[2])] == [1]
    assert [rule.place for rule in near(rules[0])] == [2, 3]
    assert [rule.place for rule in near(rules[4])] == [4]
