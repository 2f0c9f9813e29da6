"""Publishing: readers never wait, never see half; nothing that failed is published.

PUBLISH_SWAPS=200 PUBLISH_READERS=4 PUBLISH_KILL_EVERY=1 is the whole figure; the defaults
keep the suite short.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner
from published_world import LOOK, MARTS, write_generation

from run import cli

HERE = Path(__file__).resolve().parent
SCRIPTS = HERE.parents[1] / "scripts"
SWAPS = int(os.environ.get("PUBLISH_SWAPS", "12"))
READERS = int(os.environ.get("PUBLISH_READERS", "2"))
KILL_EVERY = int(os.environ.get("PUBLISH_KILL_EVERY", "4"))

#: Publishes, and kills itself before the n-th of the steps that change something.
KILLED = """
import os, shutil, signal, sys
from pathlib import Path
from publishing import publish
left = int(sys.argv[1])
def deadly(function):
    def step(*arguments, **options):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*arguments, **options)
    return step
for place, names in (
    (publish._Run, ["_execute"]), (publish, ["_sync"]), (shutil, ["rmtree"]),
    (os, ["replace", "rename"]), (Path, ["symlink_to", "mkdir", "chmod"]),
):
    for name in names:
        setattr(place, name, deadly(getattr(place, name)))
publish.publish(keep=1)
"""


@pytest.fixture
def warehouse(tmp_path, monkeypatch):
    file = tmp_path / "warehouse.duckdb"
    monkeypatch.setenv("SEGMENTATION_DB", str(file))
    monkeypatch.delenv("SEGMENTATION_SERVE", raising=False)
    return file


def publish(*arguments: object):
    result = CliRunner().invoke(cli, ["publish", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def link_of(warehouse: Path) -> Path:
    return warehouse.parent / "serve" / "marts.duckdb"


def rows(file: Path, query: str) -> list[tuple]:
    with duckdb.connect(str(file), read_only=True) as connection:
        return connection.execute(query).fetchall()


def change(warehouse: Path, statement: str) -> None:
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute(statement)


def copies(warehouse: Path) -> list[str]:
    folder = warehouse.parent / "serve"
    return sorted(path.name for path in folder.iterdir() if not path.is_symlink())


def test_only_public_marts_with_their_comments(warehouse) -> None:
    write_generation(warehouse, 0)
    result = publish()
    link = link_of(warehouse)
    assert (result.exit_code, result.stdout) == (0, f"{link}\n")
    assert "3 marts" in result.stderr
    tables = rows(link, "select table_name, comment from duckdb_tables() order by all")
    assert [name for name, _ in tables] == sorted([*MARTS, "publication"])
    assert dict(tables)["customers"] == "It's one."
    comment = "select comment from duckdb_columns() where column_name = 'id'"
    assert rows(link, comment) == [("Which; one.",)] * len(MARTS)
    published = "select run_id, as_of_date, storage_version from publication"
    assert rows(link, published) == [("20250101T000000Z-00000000", date(2025, 1, 1), "v1.4.0")]
    for mart in MARTS:
        assert rows(link, f"from {mart} order by all") == rows(
            warehouse, f"from {mart} order by all"
        )


def test_the_file_is_for_readers_only(warehouse) -> None:
    write_generation(warehouse, 0)
    publish()
    file = link_of(warehouse).resolve()
    assert file.stat().st_mode & 0o777 == 0o444
    assert sorted(path.name for path in file.parent.iterdir()) == [
        "marts.duckdb",
        "members.parquet",
    ]


def test_the_last_few_stay(warehouse) -> None:
    for number in range(5):
        write_generation(warehouse, number)
        assert publish("--keep", 3).exit_code == 0
    assert [name[:8] for name in copies(warehouse)] == ["20250103", "20250104", "20250105"]
    assert rows(link_of(warehouse), LOOK) == [(4,)]
    assert publish("--keep", 1).exit_code == 0
    assert [name[:8] for name in copies(warehouse)] == ["20250105"]


def test_the_same_run_is_published_once(warehouse) -> None:
    write_generation(warehouse, 0)
    publish()
    written = link_of(warehouse).stat().st_mtime_ns
    again = publish()
    assert again.exit_code == 0
    assert "published before" in again.stderr
    assert link_of(warehouse).stat().st_mtime_ns == written
    assert "1 marts" not in again.stderr
    # for other readers it is another file
    assert "published run" in publish("--storage-version", "v1.2.0").stderr
    assert rows(link_of(warehouse), "select storage_version from publication") == [("v1.2.0",)]


def test_an_older_run_can_be_published_again(warehouse) -> None:
    for number in (5, 6, 7, 1):
        write_generation(warehouse, number)
        assert publish("--keep", 2).exit_code == 0
    assert rows(link_of(warehouse), LOOK) == [(1,)]
    assert len(copies(warehouse)) == 2


@pytest.mark.parametrize(
    ("statement", "said", "advice"),
    [
        ("update build_states set status = 'running' where node_id like '%.customers'",
         "interrupted before it finished these: customers", "run.py build"),
        ("update build_states set status = 'error' where node_id like '%.int_secret'",
         "not built, or not with success: int_secret", "run.py build"),
        ("update build_states set status = 'empty' where node_id like '%.customers'",
         "not built, or not with success: customers", "run.py build"),
        ("update build_states set status = 'fail' where resource_type = 'test'",
         "failed tests: is_right", "run.py build"),
        ("update build_states set started_at = started_at - interval '1 second'"
         " where resource_type = 'test'",
         "not tested since the last build: is_right", "run.py test"),
        ("update build_states set status = 'never', started_at = null"
         " where resource_type = 'test'",
         "not tested since the last build: is_right", "run.py test"),
        ("drop table build_states", "does not say what its last run did", "run.py build"),
    ],
)  # fmt: skip
def test_what_failed_is_not_published(warehouse, statement, said, advice) -> None:
    write_generation(warehouse, 0)
    publish()
    write_generation(warehouse, 1)
    change(warehouse, statement)
    result = publish()
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Nothing was published." in result.stderr
    assert advice in result.stderr
    assert rows(link_of(warehouse), LOOK) == [(0,)]
    assert len(copies(warehouse)) == 1


def test_a_test_that_warns_does_not_stop_it(warehouse) -> None:
    write_generation(warehouse, 0)
    change(warehouse, "update build_states set status = 'warn' where resource_type = 'test'")
    assert publish().exit_code == 0


def test_without_a_warehouse(warehouse) -> None:
    result = publish()
    assert result.exit_code == 2
    assert "There is no" in result.stderr


def opened(warehouse: Path, read_only: bool) -> subprocess.Popen:
    """Another process that has the warehouse open."""
    script = (
        "import duckdb, sys; c = duckdb.connect(sys.argv[1], read_only=bool(sys.argv[2]));"
        " print(1, flush=True); input()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(warehouse), "yes" if read_only else ""],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    process.stdout.readline()
    return process


def test_a_warehouse_that_is_being_read(warehouse) -> None:
    write_generation(warehouse, 0)
    reader = opened(warehouse, read_only=True)
    try:
        assert publish().exit_code == 0
    finally:
        reader.communicate("\n")


def test_a_warehouse_that_is_being_written(warehouse) -> None:
    write_generation(warehouse, 0)
    writer = opened(warehouse, read_only=False)
    try:
        result = publish()
        assert result.exit_code == 2
        assert "Could not set lock" in result.stderr
        assert "Nothing was published." in result.stderr
    finally:
        writer.communicate("\n")


def test_a_full_disk_leaves_the_published_file(warehouse, monkeypatch) -> None:
    from publishing import publish as publishing

    write_generation(warehouse, 0)
    publish()
    write_generation(warehouse, 1)

    def full(path):
        raise OSError(28, "No space left on device", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(publishing, "_sync", full)
        result = publish()
    assert result.exit_code == 2
    assert "No space left on device" in result.stderr
    assert rows(link_of(warehouse), LOOK) == [(0,)]
    assert len(copies(warehouse)) == 1
    assert publish().exit_code == 0


def test_a_kill_at_any_point_leaves_a_whole_copy(warehouse) -> None:
    write_generation(warehouse, 0, rows=20)
    publish()
    killed, number = 0, 0
    while True:
        number += KILL_EVERY
        write_generation(warehouse, number, rows=20)
        result = subprocess.run(
            [sys.executable, "-c", KILLED, str(number)],
            env=os.environ | {"PYTHONPATH": str(SCRIPTS)},
            capture_output=True,
            text=True,
        )
        found = rows(link_of(warehouse), LOOK)
        if result.returncode == 0:
            assert found == [(number,)]
            break
        assert result.returncode == -9, result.stderr
        killed += 1
        assert found in ([(number - KILL_EVERY,)], [(number,)])
        assert publish("--keep", 1).exit_code == 0
        assert rows(link_of(warehouse), LOOK) == [(number,)]
        # nothing is left of what was killed
        assert [name[:8] for name in copies(warehouse)] == [
            path.name[:8] for path in [link_of(warehouse).resolve().parent]
        ]
    assert killed * KILL_EVERY > 20


def test_readers_never_fail_and_never_see_two_generations(warehouse) -> None:
    write_generation(warehouse, 0)
    publish()
    link = link_of(warehouse)
    readers = [
        subprocess.Popen(
            [sys.executable, str(HERE / "published_world.py"), str(link)],
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(READERS)
    ]
    for reader in readers:
        assert reader.stdout.readline() == "ready\n"
    # this one keeps its file open all the time, and sees what it saw first
    with duckdb.connect(str(link.resolve()), read_only=True) as patient:
        for number in range(1, SWAPS + 1):
            write_generation(warehouse, number)
            assert publish().exit_code == 0
            assert patient.execute(LOOK).fetchall() == [(0,)]
    (link.parent / "stop").touch()
    told = [json.loads(reader.communicate(timeout=60)[0]) for reader in readers]
    print(f"{SWAPS} swaps, readers: {told}")
    assert [one["errors"] for one in told] == [[]] * READERS
    assert all(one["seen"] > 1 for one in told)
