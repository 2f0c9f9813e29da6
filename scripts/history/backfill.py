"""Replays days, oldest first, all in one process."""

from __future__ import annotations

import sys
import time
from collections import deque
from datetime import date
from typing import Any

from rich.progress import Progress, TimeRemainingColumn

from core.dbt import (
    Outcome,
    bars,
    console,
    input_columns,
    parsed_project,
    report,
    run_dbt,
)
from core.errors import CannotRun
from core.lock import one_run_at_a_time
from core.warehouse import read, warehouse
from history.period import Period
from history.replay import Recording, Replay

#: What is read from the files, and the days that the events have.
LOAD = (
    "--select", "path:models/staging", "+int_as_of_date", "resource_type:seed",
    "rejected_share_is_below_the_limit",
    "--indirect-selection", "empty",
    "--exclude-resource-type", "unit_test",
)  # fmt: skip
#: What histories need of a day: all that leads to an incremental model, but the loading, and
#: what the last build makes for all days at once, since it only depends on what is known then.
STEP = (
    "--select", "+config.materialized:incremental",
    "--exclude", "base_events", "--exclude", "base_customers", "--exclude", "base_subscriptions",
    "--exclude", "stg_customers", "--exclude", "stg_subscriptions",
    "--exclude", "int_segment_day_checksums+",
    "--no-write-json",
)  # fmt: skip


def stop_at(outcome: Outcome, advice: str) -> None:
    """Tells what went wrong and stops, if anything did."""
    if outcome.exit_code:
        report(outcome)
        console.print(advice, style="red", markup=False, soft_wrap=True)
        sys.exit(outcome.exit_code)


def evaluated_days() -> dict[date, str | None]:
    """The days that were evaluated before, with what each of them knew."""
    columns = {name for (name,) in read("core/columns_of", {"table": "segment_runs"})[1]}
    if not columns:
        return {}
    if "known_until" not in columns:
        raise CannotRun(
            "The warehouse was built by an earlier version: build it once, then backfill."
        )
    return dict(read("history/backfill_evaluated")[1])


def steps_left(
    days: list[tuple[date, str | None]], evaluated: dict[date, str | None], restart: bool
) -> list[tuple[date, str | None]]:
    """The days that are still to be replayed; refuses to rewrite what is known."""
    done = 0
    while not restart and done < len(days) and days[done] in evaluated.items():
        done += 1
    left = days[done:]
    later = [day for day in evaluated if left and day >= left[0][0]]
    if later and not restart:
        raise CannotRun(
            f"Segments were evaluated for {min(later)}"
            + (f" and {len(later) - 1} more days up to {max(later)}" if len(later) > 1 else "")
            + f", which a backfill from {left[0][0]} would rewrite. To drop those days and"
            " replay them, add --restart; to keep them, begin after the last of them."
        )
    return left


def replay(
    period: Period, variables: dict[str, Any], restart: bool, as_known: bool | None
) -> tuple[dict[str, Any], Any]:
    """Runs all days but the last; returns the vars for that one and the parsed project."""
    manifest = parsed_project(variables)
    with one_run_at_a_time():
        stop_at(
            run_dbt("build", *LOAD, variables=variables, manifest=manifest),
            "The files were not loaded, so nothing was replayed.",
        )
        ((input_name, first_day, newest_day),) = read("history/backfill_bounds")[1]
        if as_known is None:
            as_known = "loaded_at" in input_columns(manifest, input_name)
        chosen = period.days(first_day, newest_day)
        parameters = {"days": chosen, "newest_day": newest_day, "as_known": as_known}
        days = read("history/backfill_days", parameters)[1]
        evaluated = evaluated_days()
        left = steps_left(days, evaluated, restart)
        console.print(
            f"backfill: {len(days)} days from {chosen[0]} to {chosen[-1]}, each with "
            + ("what was loaded by the end of the day after" if as_known else "all that is loaded")
            + (f"; {len(days) - len(left)} are there already" if len(left) < len(days) else ""),
            markup=False,
            soft_wrap=True,
        )
        rewind = any(left and day >= left[0][0] for day in evaluated)
        steps = [
            {"as_of_date": str(day), "known_until": known, "rewind": rewind and not place}
            for place, (day, known) in enumerate(left)
        ]
        run_steps(steps[:-1], variables, manifest)
    last_day, known_until = days[-1]
    last = {"as_of_date": str(last_day), "known_until": known_until}
    return (steps[-1] if steps else last), manifest


class Pace:
    """Progress over the days, with an estimate of what is left."""

    def __init__(self, progress: Progress, days: int) -> None:
        self.progress, self.days, self.done = progress, days, 0
        self.task = progress.add_task("days", total=days + 1)
        self.started = time.monotonic()

    def begin(self, step: dict[str, Any]) -> None:
        """A day begins; a step has its as_of_date."""
        self.progress.update(self.task, description=f"days, now {step['as_of_date']}")

    def end(self, step: dict[str, Any]) -> None:
        """A day is done; where there is no bar to look at, a line says so."""
        self.progress.advance(self.task)
        self.done += 1
        if not console.is_terminal:
            pace = (time.monotonic() - self.started) / self.done
            console.print(
                f"{step['as_of_date']}: {self.done} of {self.days + 1} days, {pace:.1f} s each,"
                f" about {(self.days - self.done) * pace:.0f} s left before the last",
                markup=False,
                soft_wrap=True,
            )


def run_steps(steps: list[dict[str, Any]], variables: dict[str, Any], manifest: Any) -> None:
    """Runs one day after the other.

    dbt runs the first ones, until a day is the same statements as the day before it; the
    days after that are these statements again.
    """
    left = deque(steps)
    with bars(TimeRemainingColumn(elapsed_when_finished=False)) as progress:
        pace = Pace(progress, len(steps))
        recording = earlier = None
        while left and not (recording and recording.is_same_as(earlier)):
            earlier, recording = recording, Recording()
            pace.begin(left[0])
            stop_at(
                run_dbt(
                    "run",
                    *STEP,
                    variables=variables | left[0],
                    manifest=manifest,
                    progress=progress,
                    listeners=(recording.listen,),
                ),
                stopped_at(left[0]),
            )
            pace.end(left.popleft())
        if left:
            with warehouse() as connection:
                repeated = Replay(connection, recording)
                while left:
                    pace.begin(left[0])
                    try:
                        repeated.run(left[0])
                    except CannotRun as error:
                        raise CannotRun(f"{error.message}\n{stopped_at(left[0])}") from None
                    pace.end(left.popleft())
                repeated.end()


def stopped_at(step: dict[str, Any]) -> str:
    """What to say when a day could not be replayed."""
    return (
        f"The backfill stopped at {step['as_of_date']}; the days before it are there."
        " When that is repaired, the same command (without --restart) goes on."
    )
