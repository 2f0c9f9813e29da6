"""Files as people have them: what is read, what is put aside, and what is said of it."""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from input_project import InputProject

COLUMNS = {
    "customer_id": "client",
    "event_type": "kind",
    "event_at": "happened",
    "event_value": "amount",
}
HEADER = "client,kind,happened,amount"
EVENTS = "select customer_id, event_value::double from stg_events order by all"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> InputProject:
    return InputProject(tmp_path_factory.mktemp("inputs"))


@pytest.fixture
def project(shared: InputProject) -> InputProject:
    """A project without files, and without a warehouse."""
    for file in (shared.folder / "data").iterdir():
        file.unlink()
    shared.forget()
    return shared


def events(project: InputProject, form: str = "csv", **meta: Any) -> None:
    columns = COLUMNS | meta.pop("columns", {})
    project.map(events={"format": form, "path": f"data/*.{form}", "columns": columns} | meta)


def write(project: InputProject, name: str, *lines: str) -> Path:
    path = project.folder / "data" / name
    path.write_text("\n".join(lines) + "\n")
    return path


def rejected(project: InputProject) -> list[tuple]:
    return project.rows(
        "select line_number, rejection_reason, raw_row from rejected_rows order by all"
    )


def ran(project: InputProject, **variables: Any) -> None:
    done = project.read(**variables)
    assert done.returncode == 0, done.stdout[-3000:]


def refused(project: InputProject, *pieces: str) -> None:
    done = project.read()
    assert done.returncode
    said = re.sub(r"\s+", " ", done.stdout)
    for piece in pieces:
        assert piece in said, said[-2000:]


# -- CSV -----------------------------------------------------------------------------------


def test_a_comma_too_many_is_one_line_less(project: InputProject) -> None:
    events(project)
    lines = [f"c{n},purchase,2025-06-0{n},{n}" for n in range(1, 5)]
    write(project, "a.csv", HEADER, *lines)
    write(project, "b.csv", HEADER, *lines, "c9,purchase,2025-06-05,1, and more")
    ran(project)
    assert project.rows("select count(*) from stg_events") == [(4,)], "b repeats a"
    assert rejected(project) == [
        (6, "the line has more fields than the header", "c9,purchase,2025-06-05,1, and more")
    ]


def test_a_row_after_a_line_that_is_none_has_its_own_line(project: InputProject) -> None:
    events(project)
    write(
        project, "a.csv", HEADER, "too,few", "a,b,2025-06-01,1", "too,many,by,one,more",
        "a,b,never,1", ",b,2025-06-01,1",
    )  # fmt: skip
    ran(project)
    assert [row[:2] for row in rejected(project)] == [
        (2, "the line has fewer fields than the header"),
        (4, "the line has more fields than the header"),
        (5, "event_at is not a time"),
        (6, "customer_id is missing"),
    ]


def test_a_line_that_the_reader_drops_stops_the_run(project: InputProject) -> None:
    events(project)
    # an open quote at the end: of several files the reader neither gives nor puts aside the line
    for number in range(5):
        lines = (f"a{number},b,2025-06-01,1,x", 'c,b,2025-06-02,1,"open')
        write(project, f"{number}.csv", HEADER + ",note", *lines)
    refused(project, "of the file 'data/0.csv' 1 lines are unaccounted for")
    assert project.rows("select count(*) from int_input_files") == [(0,)]


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_the_delimiter_is_the_one_that_gives_the_mapped_columns(
    project: InputProject, delimiter: str
) -> None:
    events(project)
    header = HEADER.replace(",", delimiter) + delimiter + "x: y, z"
    write(project, "a.csv", header, delimiter.join(["a", "b", "2025-06-01", "1.5", '"x"']))
    ran(project)
    assert project.rows(EVENTS) == [("a", 1.5)]


def test_what_was_found_once_holds_for_later_files(project: InputProject) -> None:
    events(project)
    write(project, "a.csv", HEADER.replace(",", ";"), "a;b;2025-06-01;1")
    ran(project)
    write(project, "b.csv", HEADER, "c,b,2025-06-02,1")
    refused(project, "data/b.csv", "no column 'client'", "is the delimiter right?")
    write(project, "b.csv", HEADER.replace(",", ";"), "c;b;2025-06-02;1")
    ran(project)
    assert [name for name, _ in project.rows(EVENTS)] == ["a", "c"]


def test_options_say_what_is_not_usual(project: InputProject) -> None:
    events(
        project,
        options={
            "sep": ";", "quote": "'", "escape": "\\", "skip": 1, "comment": "#",
            "names": ["client", "kind", "happened", "amount"], "nullstr": ["NULL", "n/a"],
        },
    )  # fmt: skip
    write(
        project, "a.csv", "Report of June", "# a remark", r"'it\'s; a';b;2025-06-01;NULL",
        "c;b;2025-06-01;n/a",
    )  # fmt: skip
    ran(project)
    assert project.rows(EVENTS) == [("c", None), ("it's; a", None)]


def test_columns_may_be_called_what_loaders_call_them(project: InputProject) -> None:
    events(project, columns={"source": "filename", "campaign": "file_row_number"})
    write(project, "a.csv", HEADER + ",filename,FILE_ROW_NUMBER", "a,b,2025-06-01,1,mine,77")
    ran(project)
    assert project.rows("select source, campaign from stg_events") == [("mine", "77")]


def test_places_of_rows_can_be_used_where_the_file_has_no_such_columns(
    project: InputProject,
) -> None:
    events(project, columns={"source": "filename", "event_id": "client || file_row_number"})
    write(project, "a.csv", HEADER, "a,b,2025-06-01,1", "a,b,2025-06-01,1")
    ran(project)
    assert project.rows("select event_id, source from stg_events order by all") == [
        ("a0", "data/a.csv"), ("a1", "data/a.csv"),
    ]  # fmt: skip


# -- columns and types that change -----------------------------------------------------------


def test_a_column_that_a_file_lacks_is_null_there(project: InputProject) -> None:
    events(project, columns={"campaign": "coupon"})
    write(project, "a.csv", HEADER + ",coupon", "a,b,2025-06-01,1,SUMMER")
    ran(project)
    write(project, "b.csv", HEADER, "c,b,2025-06-02,1")
    ran(project)
    found = project.rows("select customer_id, campaign from stg_events order by all")
    assert found == [("a", "SUMMER"), ("c", None)]


def test_a_column_that_no_file_has_or_had_is_told(project: InputProject) -> None:
    events(project, columns={"campaign": "coupn"})
    write(project, "a.csv", HEADER + ",coupon", "a,b,2025-06-01,1,SUMMER")
    refused(project, "events.campaign (coupn)", "no column 'coupn'", "Did you mean 'coupon'?")


def test_a_file_without_a_required_column_is_told_before_anything_is_read(
    project: InputProject,
) -> None:
    events(project)
    write(project, "a.csv", HEADER, "a,b,2025-06-01,1")
    ran(project)
    write(project, "b.csv", HEADER.replace("client", "customer"), "c,b,2025-06-02,1")
    refused(project, "the file 'data/b.csv' has no column 'client'")
    assert project.rows(EVENTS) == [("a", 1.0)]


def copy_to(path: Path, query: str) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"copy ({query}) to '{path}'")


#: what five days' files hold: ids become floats, columns come, go and change their places
DRIFT = [
    "select 101 as client, 'buy' as kind, timestamp '2025-06-01 10:00' as happened, "
    "1.5 as amount, 'SUMMER' as coupon",
    "select 101.0::double as client, 'buy' as kind, timestamp '2025-06-02 10:00' as happened, "
    "2::integer as amount union all select null, 'buy', timestamp '2025-06-02 11:00', 3",
    "select 'web' as extra, 'buy' as kind, 102::bigint as client, "
    "timestamp '2025-06-03 10:00' as happened, '4' as amount",
    "select 'ext-9' as client, 'buy' as kind, '2025-06-04T10:00:00Z' as happened, "
    "5.25::double as amount, 'X' as coupon union all select '103', 'buy', 'never', 1, null",
    "select 101 as client, 'buy' as kind, timestamp '2025-06-01 10:00' as happened, "
    "1.5 as amount, 'SUMMER' as coupon",
]


@pytest.mark.parametrize("form", ["csv", "json", "parquet"])
def test_days_one_by_one_in_any_order_are_one_refresh(project: InputProject, form: str) -> None:
    events(project, form, columns={"campaign": "coupon", "source": "extra"}, max_rejected_share=1)
    folder = project.folder / "data"
    held = folder / "held"
    held.mkdir()
    try:
        for number, query in enumerate(DRIFT):
            path = held / f"{number}.{form}"
            copy_to(path, query)
            os.utime(path, (1_800_000_000 + number, 1_800_000_000 + number))
        rows = "select * from base_events order by all"
        outcomes = []
        for seed in (None, 1, 2):
            project.forget()
            for path in folder.glob(f"*.{form}"):
                path.rename(held / path.name)
            order = sorted(held.iterdir())
            random.Random(seed).shuffle(order) if seed else None
            if seed is None:
                # days before any file had it, a column is not known: all of them at once
                for path in order:
                    path.rename(folder / path.name)
                ran(project)
            else:
                order.sort(key=lambda path: path.name not in ("0." + form, "2." + form))
                for path in order[:2]:
                    path.rename(folder / path.name)
                ran(project)
                for path in order[2:]:
                    path.rename(folder / path.name)
                    ran(project)
            outcomes.append(project.rows(rows))
        assert outcomes[0] == outcomes[1] == outcomes[2]
    finally:
        for path in held.iterdir():
            path.unlink()
        held.rmdir()
    # text is text; only numbers have no other digits than those of their value
    floats = [("101", 2)] if form == "parquet" else [("101", 1), ("101.0", 1)]
    assert project.rows("select customer_id, count(*) from stg_events group by 1 order by 1") == [
        *floats, ("102", 1), ("ext-9", 1),
    ]  # fmt: skip


# -- JSON ----------------------------------------------------------------------------------


def objects(project: InputProject, name: str, rows: Iterable[dict]) -> None:
    write(project, name, *(json.dumps({"kind": "b", "happened": "2025-06-01"} | r) for r in rows))


def test_json_is_taken_as_it_was_written(project: InputProject) -> None:
    events(project, "json", columns={"event_properties": "more", "page_url": "more ->> '$.a.b'"})
    objects(
        project, "a.json",
        [
            {"client": 1, "more": {"a": {"b": "2024-01-01"}, "id": "00c0ffee"}},
            {"client": "ext-9", "more": None, "amount": "1.50"},
            {"client": 12345678901234567, "amount": 10000},
        ],
    )  # fmt: skip
    ran(project)
    found = project.rows(
        "select customer_id, page_url, event_properties, event_value::double from stg_events"
        " order by all"
    )
    assert found == [
        ("1", "2024-01-01", '{"a":{"b":"2024-01-01"},"id":"00c0ffee"}', None),
        ("12345678901234567", None, None, 10000.0),
        ("ext-9", None, None, 1.5),
    ]


def test_a_repeat_counts_once_whatever_else_its_file_holds(project: InputProject) -> None:
    events(project, "json", columns={"event_properties": "more"})
    first = {"client": "a", "amount": 1, "more": {"order_id": "1"}}
    objects(project, "a.json", [first])
    ran(project)
    objects(
        project, "b.json",
        [
            first,
            {"client": "b", "more": {"order_id": "2", "coupon": "X"}},
        ],
    )  # fmt: skip
    ran(project)
    assert project.rows("select count(*) from stg_events") == [(2,)]


def test_a_broken_line_is_told_with_its_place(project: InputProject) -> None:
    events(project, "json")
    write(
        project, "a.json", '{"client": "a", "kind": "b", "happened": "2025-06-01"}',
        '{"client": "a", "kind"', "[1]", '{"other": 1}',
    )  # fmt: skip
    ran(project)
    assert rejected(project) == [
        (2, "the line is no JSON object", '{"client": "a", "kind"'),
        (3, "the line is no JSON object", "[1]"),
        (4, "customer_id is missing", '{"filename":"data/a.json","file_row_number":3}'),
    ]


def test_an_array_is_read_as_well(project: InputProject) -> None:
    events(project, "json")
    rows = [{"client": n, "kind": "b", "happened": "2025-06-01", "amount": n} for n in (1, 2)]
    write(project, "a.json", json.dumps(rows, indent=1))
    ran(project)
    assert project.rows(EVENTS) == [("1", 1.0), ("2", 2.0)]


def test_a_field_of_an_object_is_shown_how_to_be_taken(project: InputProject) -> None:
    events(project, "json", columns={"page_url": "more.page.url"})
    objects(project, "a.json", [{"client": "a", "more": {"page": {"url": "x"}}}])
    refused(project, "'more.page.url' looks into an object", "more ->> '$.page.url'")


# -- expressions -----------------------------------------------------------------------------


def test_an_expression_that_fails_on_a_row_rejects_that_row(project: InputProject) -> None:
    events(project, columns={"event_at": "strptime(happened, '%d.%m.%Y')"})
    write(project, "a.csv", HEADER, "a,b,01.06.2025,1", "c,b,2025-06-01,1", "d,b,,1")
    ran(project)
    assert project.rows(EVENTS) == [("a", 1.0)]
    assert [row[:2] for row in rejected(project)] == [
        (3, "event_at: its expression fails for this row"),
        (4, "event_at is missing"),
    ]


def test_a_column_may_say_its_format_and_its_decimal_mark(project: InputProject) -> None:
    events(
        project,
        columns={
            "event_at": {"column": "happened", "format": "%d-%m-%Y"},
            "event_value": {"column": "amount", "decimal": ","},
        },
    )
    write(project, "a.csv", HEADER, 'a,b,16-10-2024,"1.234,5"')
    ran(project)
    assert project.rows("select event_date::varchar, event_value::double from stg_events") == [
        ("2024-10-16", 1234.5)
    ]


@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_lambda_has_parameters_that_are_no_columns(project: InputProject, form: str) -> None:
    words = (
        "array_to_string(list_transform(string_split(more, '-'), lambda part: upper(part)), ' ')"
    )
    events(project, form, columns={"campaign": words})
    if form == "csv":
        write(project, "a.csv", HEADER + ",more", "a,b,2025-06-01,1,one-two")
    else:
        objects(project, "a.json", [{"client": "a", "amount": 1, "more": "one-two"}])
    ran(project)
    assert project.rows("select campaign from stg_events") == [("ONE TWO",)]


def test_an_expression_over_other_rows_is_refused(project: InputProject) -> None:
    events(project, columns={"event_id": "row_number() over (order by happened)"})
    write(project, "a.csv", HEADER, "a,b,2025-06-01,1")
    refused(project, "events.event_id", "a window function sees only the files of one run")


def test_of_a_model_that_fails_nothing_is_noted(project: InputProject) -> None:
    events(project)
    write(project, "a.csv", HEADER, "a,b,2025-06-01,1")
    ran(project)
    write(project, "b.csv", HEADER, "c,b,2025-06-02,1")
    model = project.folder / "models" / "staging" / "base_events.sql"
    right = model.read_text()
    rank = "coalesce(ranked_repeats.load_rank, 1) as load_rank"
    wrong = "case when candidates.source_row >= 0 then error('stop')::bigint end as load_rank"
    model.write_text(right.replace(rank, wrong))
    try:
        refused(project, "stop")
        assert project.rows("select source_file from int_input_files") == [("data/a.csv",)]
        assert project.rows("select source_file from base_events") == [("data/a.csv",)]
    finally:
        model.write_text(right)
    ran(project)
    assert project.rows("select count(*) from int_input_files") == [(2,)]
    assert project.rows("select count(*) from base_events") == [(2,)]


# -- ids and days that are none ----------------------------------------------------------------


def test_ids_that_are_none_are_rejected_by_a_list(project: InputProject) -> None:
    events(project)
    ids = ("undefined", "NULL", " Anonymous ", "0", "10", "nullable")
    write(project, "a.csv", HEADER, *(f"{name},b,2025-06-01,1" for name in ids))
    ran(project)
    assert [name for name, _ in project.rows(EVENTS)] == ["10", "nullable"]
    assert [row[1] for row in rejected(project)] == [
        "customer_id undefined is no id", "customer_id NULL is no id",
        "customer_id Anonymous is no id", "customer_id 0 is no id",
    ]  # fmt: skip


def test_an_event_before_the_earliest_day_is_rejected(project: InputProject) -> None:
    events(project)
    write(project, "a.csv", HEADER, "a,b,1970-01-01,1", "c,b,1997-01-01,1")
    ran(project)
    assert project.rows(EVENTS) == [("c", 1.0)]
    assert [row[:2] for row in rejected(project)] == [(2, "event_at is before 1990-01-01")]


def test_a_file_that_is_rejected_nearly_whole_stops_the_build(project: InputProject) -> None:
    events(project)
    write(project, "a.csv", HEADER, *(f"c{n},b,2025-06-01,1" for n in range(200)))
    ran(project)
    write(project, "b.csv", HEADER, *(f"c{n},b,02/06/2025 at noon,1" for n in range(4)))
    ran(project)
    share = "tests/rejected_share_is_below_the_limit.sql"
    (project.folder / "tests").mkdir(exist_ok=True)
    source = Path(__file__).parents[1] / "rejected_share_is_below_the_limit.sql"
    (project.folder / share).write_text(source.read_text())
    done = project.read()
    (project.folder / share).unlink()
    assert "Got 1 result" in done.stdout


# -- customers and subscriptions ---------------------------------------------------------------


def with_customers(project: InputProject, **columns: str) -> None:
    write(project, "events.csv", HEADER, "a,b,2025-06-01,1")
    project.map(
        events={"format": "csv", "path": "data/events.csv", "columns": COLUMNS},
        customers={
            "format": "csv",
            "path": "data/customers*.csv",
            "columns": {"customer_id": "id", "country": "country", **columns},
        },
    )


def test_rows_of_customers_are_put_aside_and_cells_are_told(project: InputProject) -> None:
    with_customers(project, signed_up_at="signed", age="age")
    write(
        project, "customers.csv", "id,signed,country,age", "7,2024-01-01,Spain,31",
        "8,16-10-2024,Italy,4o", ",2024-01-01,Peru,20", "undefined,2024-01-01,Peru,20",
        "9,2024-01-01",
    )  # fmt: skip
    ran(project)
    assert project.rows("select customer_id, age from stg_customers order by all") == [
        ("7", 31), ("8", None),
    ]  # fmt: skip
    assert [row[:2] for row in rejected(project)] == [
        (4, "customer_id is missing"),
        (5, "customer_id undefined is no id"),
        (6, "the line has fewer fields than the header"),
    ]
    assert project.rows(
        "select bad_cells, raw_row ->> 'age' from base_customers where bad_cells is not null"
    ) == [("age, signed_up_at", "4o")]


def test_of_several_rows_the_newest_file_counts_and_numbers_are_numbers(
    project: InputProject,
) -> None:
    with_customers(project)
    for number, country in ((9, "Spain"), (10, "France")):
        path = write(project, f"customers_{number}.csv", "id,country", f"7,{country}")
        os.utime(path, (1_800_000_000, 1_800_000_000))
    ran(project)
    assert project.rows("select country from stg_customers") == [("France",)]
    os.utime(project.folder / "data" / "customers_9.csv", (1_800_000_009, 1_800_000_009))
    ran(project)
    assert project.rows("select country from stg_customers") == [("Spain",)]


def test_of_several_rows_the_one_that_says_it_is_newest_counts(project: InputProject) -> None:
    with_customers(project, updated_at="changed")
    write(project, "customers_1.csv", "id,country,changed", "7,France,2025-02-01", "8,Peru,")
    path = write(project, "customers_2.csv", "id,country,changed", "7,Spain,2025-01-01")
    os.utime(path, (1_900_000_000, 1_900_000_000))
    ran(project)
    assert project.rows("select country from stg_customers order by customer_id") == [
        ("France",), ("Peru",),
    ]  # fmt: skip


def test_a_cell_of_several_lines_in_a_file_with_other_line_ends_is_read(tmp_path: Path) -> None:
    project = InputProject(tmp_path)
    head = b"id,who,what,day,note\r\n"
    rows = b'1,ada,purchase,2025-06-01,"two\nlines"\r\n2,bob,purchase,2025-06-02,"a\r\nb"\r\n'
    (tmp_path / "data" / "excel.csv").write_bytes(head + rows)
    columns = {
        "event_id": "id", "customer_id": "who", "event_type": "what", "event_at": "day",
        "page_url": "note",
    }  # fmt: skip
    project.map(events={"format": "csv", "path": "data/excel.csv", "columns": columns})
    done = project.read()
    assert done.returncode == 0, done.stdout
    found = project.rows("select event_id, page_url from stg_events order by 1")
    assert found == [("1", "two\nlines"), ("2", "a\r\nb")]
    assert project.rows("select count(*) from rejected_rows") == [(0,)]
