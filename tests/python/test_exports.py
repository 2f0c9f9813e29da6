"""Every export read back gives the mart's rows; a spreadsheet runs none of them."""

from __future__ import annotations

import csv
import functools
import itertools
import json
import os
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
import yaml
from click.testing import CliRunner
from conftest import PROJECT

from run import cli

HOSTILE = [
    "=1+1", "+49 30", "-5", "@SUM(A1)", "\tx", "\rx", "\nx", "'quoted", "＝1", "it's", 'a "b"',
    "a,b;c", "two\nlines", "", None, "ünï ☃ 漢字", " =1", "NULL", "true", "007", "\\N", "1e5",
    "＠x",
]  # fmt: skip
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
SEGMENTS = ["churned", "empty_one", "lifecycle_stage.at_risk"]


@functools.cache
def described(model: str) -> dict[str, str]:
    """The columns of a mart and their types, as its YAML has them."""
    for path in PROJECT.glob("models/marts/**/*.yml"):
        if f"- name: {model}\n" not in path.read_text():
            continue
        for one in yaml.safe_load(path.read_text()).get("models") or []:
            if one["name"] == model:
                return {column["name"]: column["data_type"] for column in one["columns"]}
    raise LookupError(model)


def made_up(data_type: str, number: int, texts: itertools.cycle) -> object:
    kind = data_type.split("(")[0]
    if kind == "varchar":
        return next(texts)
    if number % 5 == 4:
        return None
    if kind == "date":
        return date(2025, 1, 1) + timedelta(number)
    if kind == "timestamp":
        return f"2025-01-{number % 28 + 1:02} 10:20:30.5"
    if kind == "boolean":
        return number % 2 == 0
    if kind in ("bigint", "integer"):
        return number - 3
    return Decimal(number) / 8 - 1


def write_mart(connection, name: str, rows: list[dict] | int) -> None:
    columns = described(name)
    listed = ", ".join(f'"{column}" {kind}' for column, kind in columns.items())
    connection.execute(f"create table {name} ({listed})")
    texts = itertools.cycle(HOSTILE)
    for number, row in enumerate(rows if isinstance(rows, list) else [{}] * rows):
        values = [
            row[column] if column in row else made_up(kind, number, texts)
            for column, kind in columns.items()
        ]
        places = ", ".join("?" * len(values))
        connection.execute(f"insert into {name} values ({places})", values)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A warehouse of hostile rows in the columns that the marts really have."""
    folder = tmp_path_factory.mktemp("exports")
    with duckdb.connect(str(folder / "warehouse.duckdb")) as connection:
        # the number of texts and of columns have no common divisor, so they meet in all ways
        write_mart(connection, "customer_360", 44)
        figures = {"share_of_customers": Decimal("0.25")}
        write_mart(
            connection,
            "classification_summary",
            [
                {"tenant_id": tenant, "dimension": dimension, "dimension_value": value}
                | figures
                | {
                    "customer_count": 3 + rank,
                    "priority_rank": rank + 1,
                    "revenue": Decimal(10 * rank),
                    "action": f"do {value}",
                }
                | {"as_of_date": date(2025, 1, 31), "share_of_revenue": None}
                for tenant in ("acme", "globex")
                for dimension in described_dimensions()
                for rank, value in enumerate(("High", "Low", "Unknown"))
            ],
        )
        write_mart(
            connection,
            "customer_segments",
            [{"tenant_id": "acme", "segment_id": one, "is_active": True} for one in SEGMENTS]
            + [{"tenant_id": "globex", "segment_id": "churned", "is_active": True}],
        )
        write_mart(
            connection,
            "segment_members",
            [
                {"tenant_id": tenant, "segment_id": one, "customer_id": f"c{number}",
                 "left_at": "2025-02-01" if number % 3 == 0 else None}
                for number in range(60)
                for tenant, one in (
                    ("acme", "churned"), ("acme", SEGMENTS[2]), ("globex", "churned")
                )
                if number % 2 or tenant == "acme"
            ],
        )  # fmt: skip
        add_state(connection)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SEGMENTATION_DB", str(folder / "warehouse.duckdb"))
        assert CliRunner().invoke(cli, ["publish"]).exit_code == 0
        yield folder


def described_dimensions() -> list[str]:
    return [
        "customer_segment", "engagement_level", "lifecycle_stage", "engagement_band",
        "rfm_segment", "age_group", "gender", "income_bracket", "traffic_category",
        "preferred_source", "us_region", "country_name",
    ]  # fmt: skip


def add_state(connection) -> None:
    """As a whole build would have left it."""
    connection.execute("create table int_as_of_date as select date '2025-01-31' as as_of_date")
    connection.execute(
        """
        create table build_states as
        select 'model.p.' || table_name as node_id, 'model' as resource_type,
            if(table_name like 'int%', 'protected', 'public') as access,
            'main' as schema_name, table_name, 'success' as status,
            '{"description": "d", "columns": {}}' as documentation, 'abcdef01' as run_id,
            timestamp '2025-02-01' as started_at, timestamp '2025-02-01' as finished_at
        from duckdb_tables() where not internal
        union all
        select 'test.p.t', 'test', null, 'main', 't', 'pass', null, 'abcdef01',
            timestamp '2025-02-01', timestamp '2025-02-01'
        """
    )


def run(*arguments: object):
    result = CliRunner().invoke(cli, [*map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def export(folder: Path, *arguments: object) -> list[Path]:
    result = run("export", "--to", folder, *arguments)
    assert result.exit_code == 0, result.stderr
    files = [Path(line) for line in result.stdout.splitlines()]
    assert all(file.is_file() for file in files)
    assert not list(folder.rglob(".unfinished*"))
    return files


def texts(rows) -> list[tuple]:
    return sorted(
        (tuple(None if value is None else str(value) for value in row) for row in rows), key=repr
    )


def of_mart(served, query: str) -> list[tuple]:
    """The rows of a query as texts, as DuckDB writes them."""
    with duckdb.connect(str(served / "serve" / "marts.duckdb"), read_only=True) as connection:
        return texts(connection.execute(f"select columns(*)::varchar from ({query})").fetchall())


def without_apostrophe(value: str | None) -> str | None:
    return value[1:] if value and value.startswith("'") else value


def from_csv(file: Path) -> list[tuple]:
    with duckdb.connect() as connection:
        rows = connection.execute(
            "from read_csv(?, all_varchar = true, header = true, allow_quoted_nulls = false,"
            " delim = ',', quote = '\"', escape = '\"', new_line = '\\n')",
            [str(file)],
        ).fetchall()
    return texts([map(without_apostrophe, row) for row in rows])


def by_python(file: Path) -> tuple[list[str], list[list[str]]]:
    with open(file, encoding="utf-8", newline="") as opened:
        rows = list(csv.reader(opened))
    return rows[0], rows[1:]


SUMMARY = "from classification_summary where dimension = "
STANDARD = {
    "comprehensive_user_segments": "from customer_360",
    "engagement_segment_summary": f"{SUMMARY} 'engagement_level'",
    "customer_segment_summary": f"{SUMMARY} 'customer_segment'",
}


def test_the_four_files(served, tmp_path) -> None:
    files = export(tmp_path)
    assert [file.name for file in files] == [
        *(f"{name}.csv" for name in STANDARD),
        "segment_insights.json",
    ]
    for name, query in STANDARD.items():
        expected = of_mart(served, query)
        file = tmp_path / f"{name}.csv"
        assert len(expected) > 2
        assert from_csv(file) == expected
        header, rows = by_python(file)
        mart = "customer_360" if "comprehensive" in name else "classification_summary"
        assert header == list(described(mart))
        unquoted = texts([map(without_apostrophe, row) for row in rows])
        assert unquoted == texts([[value or "" for value in row] for row in expected])


def test_a_spreadsheet_runs_nothing(served, tmp_path) -> None:
    export(tmp_path)
    columns = described("customer_360")
    _, rows = by_python(tmp_path / "comprehensive_user_segments.csv")
    texts_of = [place for place, kind in enumerate(columns.values()) if kind == "varchar"]
    cells = [row[place] for row in rows for place in texts_of]
    assert "'=1+1" in cells and "''quoted" in cells and " =1" in cells
    assert not [cell for cell in cells if cell.startswith(FORMULAS)]
    # numbers stay numbers
    scores = {row[list(columns).index("engagement_score")] for row in rows}
    assert "-1.0000" in scores


def test_null_and_empty_are_told_apart(served, tmp_path) -> None:
    export(tmp_path, "--mart", "customer_360")
    rows = from_csv(tmp_path / "customer_360.csv")
    cells = [cell for row in rows for cell in row]
    assert None in cells and "" in cells
    content = (tmp_path / "customer_360.csv").read_bytes()
    assert b',"",' in content and b",," in content
    assert not content.startswith(b"\xef\xbb\xbf") and b"\r\n" not in content
    content.decode("utf-8")


@pytest.mark.parametrize("form", ["parquet", "json"])
def test_other_formats_have_the_rows_too(served, tmp_path, form) -> None:
    export(tmp_path, "--format", form)
    for name, query in STANDARD.items():
        mart = "customer_360" if "comprehensive" in name else "classification_summary"
        types = "{" + ", ".join(f"'{c}': '{t}'" for c, t in described(mart).items()) + "}"
        options = f", columns = {types}" if form == "json" else ""
        with duckdb.connect() as connection:
            rows = connection.execute(
                f"select columns(*)::varchar from read_{form}('{tmp_path / name}.{form}'{options})"
            ).fetchall()
        assert texts(rows) == of_mart(served, query)


def test_insights_say_what_the_summary_says(served, tmp_path) -> None:
    export(tmp_path)
    content = json.loads((tmp_path / "segment_insights.json").read_text(encoding="utf-8"))
    assert list(content["tenants"]) == ["acme", "globex"]
    acme = content["tenants"]["acme"]
    assert acme["as_of_date"] == "2025-01-31"
    assert acme["totals"]["customers"] == 12
    assert acme["totals"]["revenue"] == 30
    assert set(acme) >= {
        "customer_segments", "engagement_segments", "demographics", "traffic_sources",
        "geography", "priorities", "insights",
    }  # fmt: skip
    groups = acme["customer_segments"]["customer_segment"]
    # Unknown is the largest only where nothing is known
    assert (groups["largest"], groups["first_in_revenue"]) == ("Low", "Unknown")
    assert [one["value"] for one in groups["values"]] == ["Unknown", "Low", "High"]
    assert [one["rank"] for one in acme["priorities"]] == [1, 2, 3]
    said = [one["insight"] for one in acme["insights"]]
    assert "High: 3 customers (25.0%), 0.0% of the revenue. do High." in said


def test_members_of_segments(served, tmp_path) -> None:
    asked = ["--segment", "churned", "--segment", "empty_one"]
    query = (
        "select * exclude (left_at, left_reason) from segment_members"
        " where segment_id = 'churned' and left_at is null"
    )
    [file] = export(tmp_path, *asked)
    assert file.name == "members.csv"
    assert from_csv(file) == of_mart(served, query)
    files = export(tmp_path, *asked, "--by-segment", "--format", "parquet")
    assert [str(file.relative_to(tmp_path)) for file in files] == [
        "members/segment_id=churned/members.parquet",
        "members/segment_id=empty_one/members.parquet",
    ]
    with duckdb.connect() as connection:
        rows = connection.execute(
            f"select columns(*)::varchar from read_parquet('{tmp_path}/members/**/*.parquet')"
        ).fetchall()
    assert texts(rows) == of_mart(served, query)
    # the next export leaves nothing of this one
    export(tmp_path, "--segment", SEGMENTS[2], "--by-segment")
    assert [path.name for path in (tmp_path / "members").iterdir()] == [f"segment_id={SEGMENTS[2]}"]


def test_a_mart_by_segment_has_all_of_its_rows(served, tmp_path) -> None:
    files = export(tmp_path, "--mart", "segment_members", "--by-segment")
    assert len(files) == 2
    rows = [row for file in files for row in from_csv(file)]
    assert sorted(rows, key=repr) == of_mart(served, "from segment_members")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--mart", "customer_36"], "There is no mart 'customer_36' to export. Did you mean"),
        (["--segment", "churnd"], "no segment 'churnd' now. Did you mean churned?"),
        (["--mart", "customer_360", "--by-segment"], "customer_360 has no segment_id"),
        (["--by-segment"], "--by-segment needs --segment or --mart"),
        (["--mart", "customer_360", "--mart", "x"], "There is no mart 'x' to export."),
        (["--mart", "customer_360", "--segment", "churnd"], "Did you mean churned?"),
        (["--mart", "int_as_of_date"], "There is no mart 'int_as_of_date'"),
    ],
)
def test_mistakes(served, tmp_path, arguments, said) -> None:
    result = run("export", "--to", tmp_path, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert not list(tmp_path.iterdir())


def test_a_failed_export_leaves_the_last_one(served, tmp_path, monkeypatch) -> None:
    [file] = export(tmp_path, "--mart", "customer_360")
    before = file.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "disk is full")))
        result = run("export", "--to", tmp_path, "--mart", "customer_360")
    assert result.exit_code == 2
    assert "cannot be written: disk is full" in result.stderr
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["customer_360.csv"]


def test_a_folder_that_cannot_be_made_is_explained(served, tmp_path) -> None:
    (tmp_path / "file").write_text("")
    result = run("export", "--to", tmp_path / "file" / "below")
    assert result.exit_code == 2
    assert "cannot be written: Not a directory. Name another folder: --to" in result.stderr
    result = run("export", "--to", tmp_path / "file")
    assert result.exit_code == 2 and "is a file" in result.stderr


def test_who_is_in_a_segment(served) -> None:
    with duckdb.connect(str(served / "serve" / "marts.duckdb"), read_only=True) as connection:
        members = set(
            connection.execute(
                "select tenant_id, segment_id, customer_id from segment_members"
                " where left_at is null"
            ).fetchall()
        )
    for tenant, segment, number in itertools.product(("acme", "globex"), SEGMENTS[:2], range(0, 8)):
        if (tenant, segment) == ("globex", "empty_one"):
            continue
        result = run(
            "segments", "has", segment, f"c{number}", "--tenant", tenant, "--format", "json"
        )
        is_member = (tenant, segment, f"c{number}") in members
        assert result.exit_code == (0 if is_member else 1), (tenant, segment, number)
        assert json.loads(result.stdout)[0]["is_member"] is is_member


def test_without_a_tenant_all_are_asked(served) -> None:
    rows = json.loads(run("segments", "has", "churned", "c1", "--format", "json").stdout)
    assert [row["tenant_id"] for row in rows] == ["acme", "globex"]
    result = run("segments", "has", "churned", "' or true --")
    assert result.exit_code == 1
    assert "no" in result.stdout


def test_a_segment_that_there_is_not(served, monkeypatch, tmp_path) -> None:
    result = run("segments", "has", "churnd", "c1")
    assert result.exit_code == 2
    assert "Did you mean churned?" in result.stderr
    result = run("segments", "has", "empty_one", "c1", "--tenant", "globex")
    assert result.exit_code == 2
    assert "its tenants are: acme" in result.stderr
    monkeypatch.setenv("SEGMENTATION_SERVE", str(tmp_path))
    result = run("segments", "has", "churned", "c1")
    assert result.exit_code == 2
    assert "Publish first" in result.stderr


def test_the_membership_has_a_bloom_filter_for_every_row_group(served) -> None:
    file = served / "serve" / "members.parquet"
    with duckdb.connect() as connection:
        filters = connection.execute(
            "select count(*), count(bloom_filter_offset) from parquet_metadata(?)"
            " where path_in_schema = 'customer_id'",
            [str(file)],
        ).fetchone()
        run_id = connection.execute(
            "select decode(value) from parquet_kv_metadata(?) where decode(key) = 'run_id'",
            [str(file)],
        ).fetchone()
        excluded = connection.execute(
            "select bool_and(bloom_filter_excludes)"
            " from parquet_bloom_probe(?, 'customer_id', 'x')",
            [str(file)],
        ).fetchone()
    assert filters[0] == filters[1] > 0
    assert run_id == ("20250201T000000Z-abcdef01",)
    assert excluded == (True,)
