"""A mistake gives one clear message and exit code 2, and leaves the tables as they were."""

from __future__ import annotations

import gzip
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from conftest import copy_project

INPUT = """
version: 2
sources:
  - name: shop
    tables:
      - name: events
        config:
          meta:
            format: {format}
            path: "{path}"
            options: {options}
            columns:
              customer_id: {customer}
              event_type: kind
              event_at: happened
              event_value: value
"""
ROWS = [(f"c{n % 20}", "purchase" if n % 3 else "add_to_cart", n % 28 + 1, n) for n in range(400)]


class Shop:
    """A copy of the project with an input of its own, built once."""

    def __init__(self, folder: Path) -> None:
        self.project = copy_project(folder)
        self.database = self.project / "warehouse.duckdb"
        self.files = self.project / "data" / "shop"
        self.files.mkdir(parents=True)
        self.write_csv(self.files / "one.csv", ROWS)
        self.map()
        result = self.build()
        assert result.returncode == 0, result.stdout + result.stderr

    def map(self, format="csv", path="data/shop/*.csv", options="{}", customer="customer") -> None:
        text = INPUT.format(format=format, path=path, options=options, customer=customer)
        (self.project / "inputs" / "shop.yml").write_text(text)

    @staticmethod
    def write_csv(path: Path, rows, delimiter=",", header="customer,kind,happened,value") -> None:
        lines = [header.replace(",", delimiter)]
        lines += [
            delimiter.join(
                [c, kind, day if isinstance(day, str) else f"2024-05-{day:02} 10:00:00", str(v)]
            )
            for c, kind, day, v in rows
        ]
        path.write_text("\n".join(lines) + "\n")

    def build(self, *options: str, **settings) -> subprocess.CompletedProcess[str]:
        environment = {k: v for k, v in os.environ.items() if not k.startswith("DBT_")}
        environment |= {"SEGMENTATION_DB": str(self.database)}
        if "--select" not in options:
            options += ("--select", "+customer_behavior_summary +rfm_scores +rejected_events")
        return subprocess.run(
            [sys.executable, str(self.project / "scripts" / "run.py"), "build", "--inputs", "shop",
             "--exclude", "resource_type:unit_test", *options],
            env=environment, capture_output=True, text=True, **settings,
        )  # fmt: skip

    def state(self) -> list[tuple]:
        with duckdb.connect(str(self.database), read_only=True) as connection:
            return (
                connection.execute(
                    "select * from customer_behavior_summary order by all"
                ).fetchall()
                + connection.execute("select * from rfm_scores order by all").fetchall()
            )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    return Shop(tmp_path_factory.mktemp("shop"))


@pytest.fixture
def shop(built: Shop) -> Shop:
    """The shop as it was after its first build."""
    kept = built.database.with_suffix(".kept")
    if kept.exists():
        shutil.copy2(kept, built.database)
        shutil.rmtree(built.files)
        built.files.mkdir()
        Shop.write_csv(built.files / "one.csv", ROWS)
        built.map()
    else:
        shutil.copy2(built.database, kept)
    return built


def missing_file(shop: Shop) -> None:
    shop.map(path="data/shop/none.csv")


def empty_file(shop: Shop) -> None:
    (shop.files / "two.csv").touch()


def folder_without_files(shop: Shop) -> None:
    (shop.files / "empty").mkdir()
    shop.map(path="data/shop/empty/*.csv")


def other_delimiter(shop: Shop) -> None:
    Shop.write_csv(shop.files / "one.csv", ROWS, delimiter="|")
    shop.map(options="{delim: ','}")


def corrupt_parquet(shop: Shop) -> None:
    (shop.files / "two.parquet").write_bytes(b"PAR1" + b"nonsense" * 100 + b"PAR2")
    shop.map(format="parquet", path="data/shop/*.parquet")


def renamed_column(shop: Shop) -> None:
    Shop.write_csv(shop.files / "one.csv", ROWS, header="customers,kind,happened,value")


def dates_that_are_none(shop: Shop) -> None:
    Shop.write_csv(shop.files / "two.csv", [("c1", "purchase", "yesterday", 1)] * 300)


def unknown_column_in_mapping(shop: Shop) -> None:
    text = (shop.project / "inputs" / "shop.yml").read_text()
    (shop.project / "inputs" / "shop.yml").write_text(text.replace("event_value:", "event_valeu:"))


def bad_expression(shop: Shop) -> None:
    shop.map(customer="'upper(customer'")


def cut_off_gzip(shop: Shop) -> None:
    whole = gzip.compress(
        ("customer,kind,happened,value\n" + "c1,purchase,2024-05-01,1\n" * 9999).encode()
    )
    (shop.files / "two.csv.gz").write_bytes(whole[: len(whole) // 2])
    shop.map(path="data/shop/*.csv*")


MISTAKES: list[tuple[Callable[[Shop], None], list[str]]] = [
    (missing_file, ["input shop, events.path", "no file matches 'data/shop/none.csv'"]),
    (empty_file, ["input shop, events.path", "two.csv' is empty"]),
    (folder_without_files, ["no file matches 'data/shop/empty/*.csv'"]),
    (other_delimiter, ["events.customer_id (customer)", "no column 'customer'", "delimiter"]),
    (corrupt_parquet, ["two.parquet", "no Parquet file"]),
    (
        renamed_column,
        ["events.customer_id (customer)", "no column 'customer'", "Did you mean 'customers'?"],
    ),
    (dates_that_are_none, ["rejected", "event_at is not a time"]),
    (
        unknown_column_in_mapping,
        ["events.columns: unknown column 'event_valeu'", "Did you mean 'event_value'?"],
    ),
    (bad_expression, ["events.customer_id (upper(customer)", "syntax error"]),
    (cut_off_gzip, ["two.csv.gz"]),
]


@pytest.mark.parametrize(
    "mistake, expected", MISTAKES, ids=lambda value: getattr(value, "__name__", "")
)
def test_mistake_is_told_and_harms_nothing(shop: Shop, mistake, expected) -> None:
    before = shop.state()
    mistake(shop)
    result = shop.build()
    told = result.stdout + result.stderr
    assert result.returncode == 2, told
    assert "Traceback" not in told
    for piece in expected:
        assert piece in told
    assert shop.state() == before


def test_bad_rows_are_mended_by_mending_the_file(shop: Shop) -> None:
    dates_that_are_none(shop)
    assert shop.build().returncode == 2
    (shop.files / "two.csv").unlink()
    Shop.write_csv(shop.files / "two.csv", [("c99", "purchase", 9, 1)])
    result = shop.build()
    assert result.returncode == 0, result.stdout + result.stderr
    assert any(row[1] == "c99" for row in shop.state())


def test_full_disk(shop: Shop) -> None:
    before = shop.state()
    many = [(f"customer {n} {n * 7919}", f"purchase {n}", n % 28 + 1, n) for n in range(60_000)]
    Shop.write_csv(shop.files / "two.csv", many)
    limit = shop.database.stat().st_size + 300_000

    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    result = shop.build(preexec_fn=small_files)
    told = result.stdout + result.stderr
    assert result.returncode == 2, told
    assert "Traceback" not in told
    assert "disk or a size limit is full" in told
    assert shop.state() == before


def test_locked_database(shop: Shop) -> None:
    before = shop.state()
    with duckdb.connect(str(shop.database)):
        result = shop.build()
    told = result.stdout + result.stderr
    assert result.returncode == 2, told
    assert "Traceback" not in told
    assert "Another process has the database open" in told
    assert shop.state() == before


def test_second_run_is_refused(shop: Shop) -> None:
    first = subprocess.Popen(
        [sys.executable, str(shop.project / "scripts" / "run.py"), "build", "--inputs", "shop",
         "--select", "+customer_behavior_summary"],
        env=os.environ | {"SEGMENTATION_DB": str(shop.database)},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    lock = shop.database.with_name(shop.database.name + ".lock")
    while first.poll() is None and (not lock.exists() or lock.read_text() != str(first.pid)):
        pass
    result = shop.build()
    assert result.returncode == 2
    assert f"Another run (process {first.pid})" in result.stderr
    assert first.wait() in (0, 1), first.stdout.read()


@pytest.mark.parametrize(
    "options, expected",
    [
        (["--as-of", "2024-13-45"], "does not match the format"),
        (["--select", "no_such_model"], "Nothing matches the selection"),
        (["--var", "timezone"], "expected NAME=VALUE"),
        (["--var", "timezone=Berlin"], "Did you mean 'Europe/Berlin'?"),
        (["--var", "timezone=Europe/Berln"], "Did you mean 'Europe/Berlin'?"),
    ],
)
def test_wrong_options(shop: Shop, options, expected) -> None:
    result = shop.build(*options)
    assert result.returncode == 2
    assert expected in result.stderr
    assert "Traceback" not in result.stderr
