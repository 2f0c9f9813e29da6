"""A backfill, killed and resumed, ends with what daily runs made as the files arrived.

BACKFILL_DAYS=30 makes it thirty days, BACKFILL_KILLS=0 one without interruptions, 5 one with
all of them; the defaults keep the suite short, with one day that dbt does not run.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from core import dbt as dbt_runner
from core.errors import CannotRun
from demo.data import write_demo
from history import backfill
from history.period import Period

DAYS = int(os.environ.get("BACKFILL_DAYS", "6"))
KILLS = int(os.environ.get("BACKFILL_KILLS", "2"))
LAST = date(2025, 6, 30)
FIRST = LAST - timedelta(DAYS - 1)
#: So many that each day has events: one without any would not be found as the newest.
PEOPLE = max(150, 20 * DAYS)
#: Where the process dies, by node and how many of its runs, or replayed statements, come
#: before it; some wait a little, to be in the middle of something.
MOMENTS = [
    ("NodeStart", "int_sessions", 1, 0.02),
    ("Statement", "segment_transitions", 9, 0.0),
    ("NodeFinished", "segment_transitions", 0, 0.0),
    ("NodeStart", "int_segment_versions", 0, 0.01),
    ("NodeFinished", "segment_runs", 0, 0.0),
]
#: As the source would have written them on the day of a load.
CUSTOMERS = "from '{demo}/customers.parquet' where signed_up_at < '{load}'::date"
SUBSCRIPTIONS = """
    select * replace (
        case
            when cancelled_at < '{load}'::date or status <> 'cancelled' and not (
                trial_ends_at >= '{load}'::date and trial_ends_at < '{end}'::date
            ) then status
            when trial_ends_at >= '{load}'::date then 'trialing'
            else 'active'
        end as status,
        case when cancelled_at < '{load}'::date then cancelled_at end as cancelled_at
    )
    from '{demo}/subscriptions.parquet' where started_at < '{load}'::date
"""

#: What of a table is not compared: what the runs knew was said in one case and found in the
#: other, and their files are in different folders.
LESS = {"segment_runs": "exclude (known_until)", "input_health": "exclude (source_file)"}


class World:
    """Files as they arrive, a warehouse, and dbt on it in this process."""

    def __init__(self, folder: Path, demo: Path) -> None:
        self.demo, self.folder = demo, folder
        self.files = folder / "data" / "demo"
        (self.files / "events").mkdir(parents=True)
        self.warehouse = folder / "warehouse.duckdb"
        self.variables = {"data_dir": str(folder / "data")}

    def deliver(self, day: date) -> None:
        """What arrives on the day after a day; with the first day, all that was before."""
        load = day + timedelta(1)
        of_load = "<=" if day == FIRST else "="
        with duckdb.connect() as connection:
            connection.execute("set threads = 1")
            for name, query in (
                (f"events/{load}", f"from '{self.demo}/events/*.parquet'"
                 f" where loaded_at::date {of_load} '{load}'"),
                ("customers", CUSTOMERS),
                ("subscriptions", SUBSCRIPTIONS),
            ):  # fmt: skip
                query = query.format(demo=self.demo, load=load, end=LAST + timedelta(1))
                connection.execute(f"copy ({query}) to '{self.files}/{name}.parquet'")

    def run(self, manifest: Any, *select: str, **variables: Any) -> None:
        outcome = dbt_runner.run_dbt(
            "build", "--exclude-resource-type", "test", "--exclude-resource-type", "unit_test",
            *select, variables=self.variables | variables, manifest=manifest,
        )  # fmt: skip
        assert outcome.exit_code == 0, outcome

    def rows(self, query: str) -> list[tuple]:
        with duckdb.connect(str(self.warehouse), read_only=True) as connection:
            return connection.execute(query).fetchall()

    def tables(self) -> set[str]:
        return {
            name
            for (name,) in self.rows(
                "select table_name from information_schema.tables"
                " where table_type = 'BASE TABLE'"
                # who read which file when, and when what was built
                " and table_name not in ('int_input_files', 'build_states')"
                " and not starts_with(table_name, 'base_')"
            )
        }


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("dbt")
        patch.setenv("DBT_TARGET_PATH", str(folder / "target"))
        patch.setenv("DBT_LOG_PATH", str(folder / "logs"))
        patch.setenv("SEGMENTATION_SALT", "pepper")
        yield patch


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "demo"
    write_demo(folder, PEOPLE, 100, 5, LAST, messy=True, activity=40)
    return folder


@pytest.fixture(scope="module")
def daily(settings, demo, tmp_path_factory) -> World:
    """One run a day, with the files that there were; the day is not said but found."""
    world = World(tmp_path_factory.mktemp("daily"), demo)
    settings.setenv("SEGMENTATION_DB", str(world.warehouse))
    for day in (FIRST + timedelta(n) for n in range(DAYS)):
        world.deliver(day)
        if day == FIRST:
            world.manifest = dbt_runner.parsed_project(world.variables)
        select = () if day == LAST else ("--select", "+config.materialized:incremental")
        world.run(world.manifest, *select)
        assert world.rows("select max(as_of_date) from segment_runs") == [(day,)]
    return world


@pytest.fixture(scope="module")
def replayed(settings, daily, demo, tmp_path_factory) -> World:
    """All files at once; a backfill up to the last day, and that one as a plain run."""
    world = World(tmp_path_factory.mktemp("replayed"), demo)
    for day in (FIRST + timedelta(n) for n in range(DAYS)):
        world.deliver(day)
    settings.setenv("SEGMENTATION_DB", str(world.warehouse))
    settings.setattr(backfill, "parsed_project", lambda variables: world.manifest)
    world.manifest = dbt_runner.parsed_project(world.variables)
    for moment in MOMENTS[:KILLS]:
        killed_at(moment, lambda: replay(world))
    last = replay(world)
    assert last == {"as_of_date": str(LAST), "known_until": None, "rewind": False}
    world.run(world.manifest)
    return world


def replay(world: World) -> dict[str, Any]:
    period = Period(datetime.combine(FIRST, datetime.min.time()), None, None, 1, None)
    return backfill.replay(period, world.variables, False, None)[0]


def killed_at(moment: tuple[str, str, int, float], work: Any) -> None:
    """Does the work in a copy of this process, which is killed at a moment of it."""
    kind, node, before, pause = moment
    child = os.fork()
    if child == 0:
        seen = []

        def look(found_kind: str, found_node: str) -> None:
            if (found_kind, found_node) == (kind, node):
                seen.append(node)
                if len(seen) > before:
                    threading.Timer(pause, os.kill, (os.getpid(), signal.SIGKILL)).start()
                    if not pause:
                        threading.Event().wait()

        def listen(event: Any) -> None:
            if event.info.name in ("NodeStart", "NodeFinished"):
                look(event.info.name, event.data.node_info.node_name)

        class DoomedReplay(backfill.Replay):
            def execute(self, session: Any, model: str, statement: str) -> None:
                look("Statement", model.split(".")[-1])
                super().execute(session, model, statement)

        class Doomed(dbt_runner.dbtRunner):
            def __init__(self, manifest: Any = None, callbacks: Any = ()) -> None:
                super().__init__(manifest=manifest, callbacks=[*callbacks, listen])

        dbt_runner.dbtRunner, backfill.Replay = Doomed, DoomedReplay
        try:
            work()
        finally:
            os._exit(3)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL, f"it was not killed at {moment}"


def test_a_killed_backfill_ends_with_what_daily_runs_made(daily, replayed) -> None:
    assert daily.tables() == replayed.tables()
    different = {}
    with duckdb.connect() as connection:
        for name, world in (("daily", daily), ("replayed", replayed)):
            connection.execute(f"attach '{world.warehouse}' as {name} (read_only)")
        for table in sorted(daily.tables()):
            less = LESS.get(table, "")
            count = (
                f"(select * {less} from {{}}.{table} except all select * {less} from {{}}.{table})"
            )
            both = " union all ".join(
                count.format(*pair) for pair in (("daily", "replayed"), ("replayed", "daily"))
            )
            found = connection.execute(f"select * from ({both}) limit 3").fetchall()
            if found:
                different[table] = found
    assert different == {}
    days = daily.rows("select count(distinct as_of_date) from segment_transitions")
    assert days == [(DAYS,)], "the days differ in nothing: little was compared"


def test_late_rows_were_among_them(daily) -> None:
    assert daily.rows(
        f"select count(*) > 0 from stg_events where loaded_at::date > event_date + 1"
        f" and loaded_at::date > date '{FIRST}' + 1"
    ) == [(True,)]


def test_each_day_says_what_it_knew(replayed) -> None:
    runs = replayed.rows("select as_of_date, known_until from segment_runs order by as_of_date")
    midnight = datetime.min.time()
    assert runs == [
        (day, None if day == LAST else datetime.combine(day + timedelta(2), midnight))
        for day in (FIRST + timedelta(n) for n in range(DAYS))
    ]


NOON = datetime(2025, 6, 20)


@pytest.mark.parametrize(
    ("first", "last", "length", "said"),
    [
        (NOON, NOON - timedelta(1), None, "is after --to"),
        (NOON, NOON, 3, "either --from DAY or --last"),
        (None, NOON, None, "either --from DAY or --last"),
        (NOON, datetime(2025, 7, 1), None, "the newest whole day"),
        (datetime(2025, 7, 1), None, None, "the newest whole day"),
        (None, None, 400, "is before 2025-06-01, the first day"),
    ],
)
def test_nonsense_is_refused(first, last, length, said) -> None:
    with pytest.raises(CannotRun, match=said):
        Period(first, last, length, 1, None).days(date(2025, 6, 1), LAST)


def test_days_that_would_be_rewritten_are_refused() -> None:
    """Those evaluated with the same knowledge are done; others need --restart."""
    days = [(date(2025, 6, 1), "a"), (date(2025, 6, 8), "b"), (date(2025, 6, 9), None)]
    before = {date(2025, 5, 1): None}
    left = backfill.steps_left
    assert left(days, before, False) == days
    assert left(days, before | dict(days[:1]), False) == days[1:]
    assert left(days, before | dict(days), False) == []
    assert left(days, before | dict(days), True) == days
    # evaluated between two days that are done: none of this backfill's business
    assert left(days, before | dict(days[:2]) | {date(2025, 6, 3): None}, False) == days[2:]
    for other in ({date(2025, 6, 1): None}, {date(2025, 6, 30): None}):
        with pytest.raises(CannotRun, match="would rewrite"):
            left(days, before | other, False)
        assert left(days, before | other, True) == days


def test_days_are_every_seventh_then_every_one_and_always_the_last() -> None:
    period = Period(None, None, 20, 7, 3)
    days = period.days(date(2025, 1, 1), date(2025, 6, 30))
    assert [(date(2025, 6, 30) - day).days for day in days] == [20, 13, 6, 2, 1, 0]
