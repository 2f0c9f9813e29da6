"""`inputs new` guesses a mapping of files, and `inputs check` shows what one gives."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from conftest import PROJECT

from inputs import cli as inputs_cli
from run import cli

SHARED = Path(os.environ.get("SEGMENTATION_TEST_DATA", PROJECT.parent / "shared" / "data"))
ORDERS = """\
Order Number,Email,Paid at,Currency,Total,Lineitem name,Lineitem sku,Shipping Country,Tags
#1001,ada@example.com,2026-01-01 09:45:26 -0400,EUR,35.00,Pot,POT-1,DE,
#1002,bob@example.com,2026-01-02 10:00:00 -0400,EUR,12.00,Soil,SOIL,FR,gift
"""
BILLING = """\
id;customer_id;plan;status;amount;currency;start (UTC);trial_end (UTC);canceled_at (UTC)
sub_1;cus_1;pro;active;49,00;eur;01.02.2026 10:00;;
sub_2;cus_2;basic;canceled;1.019,00;eur;28.03.2026 10:00;29.03.2026 10:00;30.04.2026 11:00
"""
STREAM = (
    '{"anonymousId": "a1", "event": "Looked", "timestamp": "2026-01-01T10:00:00Z",'
    ' "messageId": "m1", "properties": {"sku": "x"}}\n'
    '{"anonymousId": "a1", "userId": "u1", "event": "Bought", "timestamp":'
    ' "2026-01-01T10:05:00Z", "messageId": "m2", "properties": {"order_id": "o1"}}\n'
)
#: file: the table and the columns that are to be found in it
SHAPES = {
    "orders.csv": (ORDERS, "events", {
        "customer_id": "Email",
        "event_type": "'purchase'",
        "event_at": {"column": '"Paid at"', "format": "%Y-%m-%d %H:%M:%S %z"},
        "event_value": "Total",
        "currency": "Currency",
        "product_id": '"Lineitem sku"',
        "product_name": '"Lineitem name"',
        "country": '"Shipping Country"',
        "event_properties": "json_object('order_id', \"Order Number\")",
    }),
    "billing.csv": (BILLING, "subscriptions", {
        "customer_id": "customer_id",
        "subscription_id": "id",
        "plan": "plan",
        "status": "status",
        "mrr": {"column": "amount", "decimal": ","},
        "currency": "currency",
        "started_at": {"column": '"start (UTC)"', "format": "%d.%m.%Y %H:%M"},
        "trial_ends_at": {"column": '"trial_end (UTC)"', "format": "%d.%m.%Y %H:%M"},
        "cancelled_at": {"column": '"canceled_at (UTC)"', "format": "%d.%m.%Y %H:%M"},
    }),
    "stream.jsonl": (STREAM, "events", {
        "customer_id": "userId", "anonymous_id": "anonymousId",
        "event_id": "messageId",
        "event_type": "event",
        "event_at": "timestamp",
        "event_properties": "properties",
    }),
}  # fmt: skip
#: of public data: the columns that are to be found, as a person maps them
PUBLIC = {
    "ecom_events/ecom.csv.gz": {
        "customer_id": "user_id", "session_id": "session_id", "event_type": "event",
        "event_at": "timestamp", "device_type": "platform", "source": "acquisition_channel",
    },
    "online_retail/online_retail.parquet": {
        "customer_id": "CustomerID", "event_at": "InvoiceDate", "product_id": "StockCode",
        "product_name": "Description", "country": "Country",
        "event_properties": "json_object('order_id', InvoiceNo)",
    },
}  # fmt: skip


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder with the macros that inputs need, and no input."""
    for part in ("macros", "dbt_project.yml", "seeds"):
        (tmp_path / part).symlink_to(PROJECT / part)
    (tmp_path / "inputs").mkdir()
    monkeypatch.setattr(inputs_cli, "PROJECT", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(cli, ["inputs", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def written(project: Path, name: str = "mine") -> dict[str, dict]:
    """The tables of an input as it stands in its file."""
    (source,) = yaml.safe_load((project / "inputs" / f"{name}.yml").read_text())["sources"]
    return {table["name"]: table["config"]["meta"] for table in source["tables"]}


@pytest.mark.parametrize("file", SHAPES)
def test_a_public_shape_is_mapped_and_can_be_read(project: Path, file: str) -> None:
    text, table, columns = SHAPES[file]
    (project / file).write_text(text)
    result = run("new", "mine", file)
    assert result.exit_code == 0, result.output
    tables = written(project)
    assert tables[table]["columns"] == columns
    if table != "events":
        (project / "events.csv").write_text("user_id,event,timestamp\nu,x,2026-01-01\n")
        assert run("new", "mine", "events.csv").exit_code == 0
        assert set(written(project)) == {table, "events"}
    checked = run("check", "mine", "--format", "json")
    (found,) = [one for one in json.loads(checked.stdout) if one["name"] == table]
    assert found["rows"] == 2
    shown = {column["column"]: column for column in found["columns"]}
    assert set(shown) == set(columns)
    if table == "subscriptions":
        assert shown["mrr"]["values"] == ["1019", "49"]
        assert shown["trial_ends_at"]["values"] == ["2026-03-29 10:00:00"]
    assert checked.exit_code == 0, checked.output


@pytest.mark.parametrize("file", PUBLIC)
def test_columns_of_public_data_are_found(project: Path, file: str) -> None:
    if not (SHARED / file).exists():
        pytest.skip(f"{SHARED / file} is not there; set SEGMENTATION_TEST_DATA")
    assert run("new", "mine", SHARED / file).exit_code == 0
    columns = written(project)["events"]["columns"]
    assert columns.items() >= PUBLIC[file].items()


def test_a_table_that_is_there_is_left_alone(project: Path) -> None:
    (project / "orders.csv").write_text(ORDERS)
    assert run("new", "mine", "orders.csv").exit_code == 0
    before = (project / "inputs" / "mine.yml").read_text()
    again = run("new", "mine", "orders.csv")
    assert again.exit_code == 2
    assert "inputs/mine.yml has events already" in again.output
    assert (project / "inputs" / "mine.yml").read_text() == before


def test_what_is_not_found_is_told(project: Path) -> None:
    (project / "orders.csv").write_text("00004 19970101 29.33\n00004 19970118 29.73\n")
    result = run("new", "mine", "orders.csv")
    assert "no column looks like customer_id" in result.output
    checked = run("check", "mine")
    assert checked.exit_code == 2
    assert "events.customer_id: the required column has no expression" in checked.output


def test_the_only_times_are_when_it_happened(project: Path) -> None:
    (project / "orders.csv").write_text(
        "no,client,paid,total\n1,ada,03.06.2025 10:00,12.5\n2,bob,14.06.2025 11:00,30\n"
    )
    assert run("new", "odd_times", "orders.csv").exit_code == 0
    written = (project / "inputs" / "odd_times.yml").read_text()
    assert 'event_at: {"column": "paid", "format": "%d.%m.%Y %H:%M"}  # guessed' in written


def test_check_tells_what_is_wrong_before_anything_is_built(project: Path) -> None:
    (project / "orders.csv").write_text(ORDERS)
    run("new", "mine", "orders.csv")
    path = project / "inputs" / "mine.yml"
    path.write_text(path.read_text().replace("customer_id: Email", "customer_id: Emial"))
    result = run("check", "mine")
    assert result.exit_code == 2
    assert "events.customer_id (Emial)" in result.output
    assert "no column 'Emial'. Did you mean 'Email'?" in result.output


def test_check_counts_rows_and_values_that_cannot_be_used(project: Path) -> None:
    (project / "events.csv").write_text("user_id,event,timestamp\nu,x,2026-01-01\n,x,2026-01-01\n")
    (project / "people.csv").write_text("id,email,age\nu,u@example.com,4o\nw,w@example.com,30\n")
    assert run("new", "mine", "events.csv").exit_code == 0
    assert run("new", "mine", "people.csv", "--table", "customers").exit_code == 0
    path = project / "inputs" / "mine.yml"
    path.write_text(path.read_text() + "              age: age\n")
    result = run("check", "mine", "--format", "json")
    assert result.exit_code == 1
    events, people = json.loads(result.stdout)
    assert events["rejected"] == [["customer_id is missing", 1]]
    shown = {column["column"]: column for column in people["columns"]}
    assert shown["age"]["unreadable"] == 1
    assert shown["email"]["values"] == ["(hashed)"], "nobody is shown an address"
    assert "u@example.com" not in result.output
    # for people, as a table
    assert "not mapped: tenant_id" in run("check", "mine").output


def test_an_unknown_input_is_told(project: Path) -> None:
    result = run("check", "nothing")
    assert result.exit_code == 2
    assert "There is no inputs/nothing.yml" in result.output
