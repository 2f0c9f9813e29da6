"""The one module that knows dbt: options in, outcome out, progress on the way."""

from __future__ import annotations

import contextlib
import gc
import json
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.cli.main import dbtRunner
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from core.errors import CannotRun, explain
from core.settings import PROJECT
from core.warehouse import rows_of

#: stdout is data; what the runner tells goes to stderr.
console = Console(stderr=True, highlight=False)
#: how many of the rows that a data test found are shown
SHOWN_ROWS = 10
#: seconds between two lines of progress where there is no terminal
SECONDS_BETWEEN_LINES = 10


@dataclass
class Outcome:
    """What a dbt command did: its nodes by status, and what was said about each."""

    ran: int = 0
    errors: dict[str, str] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)
    warnings: dict[str, str] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)
    #: what macros warned of; of those in tests, the rows are shown instead
    said: list[str] = field(default_factory=list)
    #: what to do about each data test that failed or warned, as its YAML says
    advice: dict[str, str] = field(default_factory=dict)
    #: the compiled query of each data test that failed or warned
    queries: dict[str, str] = field(default_factory=dict)

    @property
    def exit_code(self) -> int:
        if self.errors or self.skipped:
            return 2
        return 1 if self.failures else 0


def arguments_of(command: str, options: tuple[str, ...], variables: dict | None) -> list[str]:
    """The command line of a dbt command in the project."""
    arguments = [command, "--project-dir", str(PROJECT), "--profiles-dir", str(PROJECT)]
    arguments += ["--quiet", *options]
    return [*arguments, "--vars", json.dumps(variables)] if variables else arguments


def parsed_project(variables: dict[str, Any]) -> Any:
    """The project as dbt parses it, to be given to several commands."""
    with contextlib.chdir(PROJECT):
        result = dbtRunner().invoke(arguments_of("parse", (), variables))
    if result.exception is not None:
        raise CannotRun(explain(str(result.exception)))
    return result.result


def input_columns(manifest: Any, name: str) -> set[str]:
    """The canonical columns that an input's events have an expression for."""
    for source in manifest.sources.values():
        if (source.source_name, source.name) == (name, "events"):
            return {c for c, e in (source.config.meta.get("columns") or {}).items() if e}
    return set()


def bars(*more: Any, transient: bool = True) -> Progress:
    """Progress on stderr, with more columns at the end."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        *more,
        console=console,
        transient=transient,
    )


class Lines:
    """Progress where nobody sees a bar, as in a scheduler's log: now and then a line."""

    def __init__(self, command: str, clock: Callable[[], float] = time.monotonic) -> None:
        self.command, self.clock = command, clock
        self.total = self.done = 0
        self.started = self.told = clock()

    def advance(self, node: str) -> None:
        """A node is done; what is before their number is known are checks."""
        self.done += bool(self.total)
        now = self.clock()
        if self.total and not console.is_terminal and now - self.told >= SECONDS_BETWEEN_LINES:
            self.told = now
            console.print(
                f"{self.command}: {self.done} of {self.total}, {now - self.started:.0f} s,"
                f" last {node}",
                markup=False,
                soft_wrap=True,
            )


def run_dbt(
    command: str,
    *options: str,
    variables: dict[str, Any] | None = None,
    manifest: Any = None,
    progress: Progress | None = None,
    listeners: tuple[Callable[[Any], None], ...] = (),
) -> Outcome:
    """Runs one dbt command in the project, shows progress, and sums up its results.

    A manifest spares the parsing; progress is one that is shown already; listeners are
    called with each event of dbt.
    """
    arguments = arguments_of(command, options, variables)
    shown = contextlib.nullcontext() if progress else (progress := bars())
    with contextlib.chdir(PROJECT), shown:
        reading = "reading the project (once after a change)"
        task = progress.add_task(reading if manifest is None else f"dbt {command}", total=None)
        lines = Lines(command)
        types: dict[str, str] = {}
        said: list[str] = []

        def show(event: Any) -> None:
            if event.info.name == "NodeStart":
                info = event.data.node_info
                types[event.info.thread] = info.resource_type
                progress.update(task, description=f"{info.resource_type} {info.node_name}"[:60])
            elif event.info.name == "JinjaLogWarning":
                if types.get(event.info.thread) != "test" and event.data.msg not in said:
                    said.append(event.data.msg)
            elif event.info.name == "NodeFinished":
                progress.advance(task)
                lines.advance(event.data.node_info.node_name)
            elif event.info.name == "LogStartLine":
                progress.update(task, total=event.data.total)
                lines.total = event.data.total

        with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
            result = dbtRunner(manifest=manifest, callbacks=[show, *listeners]).invoke(arguments)
        progress.remove_task(task)
    # dbt keeps the database open, which would shut other readers of it out
    DuckDBConnectionManager.close_all_connections()
    gc.collect()
    if result.exception is not None:
        raise CannotRun(explain(str(result.exception)))
    return summed_up(result, said)


def summed_up(result: Any, said: list[str]) -> Outcome:
    """Sorts a dbt result's nodes by what became of them."""
    outcome = Outcome(said=said)
    for node_result in getattr(result.result, "results", None) or []:
        name, status = node_result.node.name, str(node_result.status)
        message = explain(node_result.message or "")
        outcome.ran += 1
        if status in ("error", "runtime error"):
            outcome.errors[name] = message
        elif status == "fail":
            outcome.failures[name] = message
        elif status == "warn":
            outcome.warnings[name] = message
        elif status == "skipped":
            outcome.skipped.append(name)
        if status in ("fail", "warn"):
            outcome.advice[name] = what_to_do(node_result.node)
            if node_result.node.compiled_code:
                outcome.queries[name] = node_result.node.compiled_code
    if not result.success and outcome.exit_code == 0:
        outcome.errors["dbt"] = "dbt did not finish; see logs/dbt.log"
    return outcome


def what_to_do(test: Any) -> str:
    """The advice of a data test, else what it is about."""
    text = test.config.meta.get("what_to_do") or test.description or ""
    return " ".join(text.split())


def show_rows(query: str) -> None:
    """Shows the first rows that a data test found, so that nobody has to look for them."""
    columns, rows = rows_of(query, SHOWN_ROWS + 1)
    for row in rows[:SHOWN_ROWS]:
        pairs = zip(columns, row, strict=True)
        console.print("  - " + ", ".join(f"{c}: {v}" for c, v in pairs), markup=False)
    if len(rows) > SHOWN_ROWS:
        console.print("  - …")


def report(outcome: Outcome) -> None:
    """Tells what went wrong, problem by problem, on stderr."""
    for message in outcome.said:
        console.print(f"warning: {message}", style="yellow", markup=False)
    for title, style, found in (
        ("warning", "yellow", outcome.warnings),
        ("failed test", "red", outcome.failures),
        ("error", "red", outcome.errors),
    ):
        for name, message in found.items():
            console.print(f"{title}: {name}", style=style, markup=False)
            console.print(f"  {message}", markup=False)
            if name in outcome.queries:
                show_rows(outcome.queries[name])
            if outcome.advice.get(name):
                console.print(f"  {outcome.advice[name]}", markup=False)
    if outcome.skipped:
        console.print(
            f"not built, because something before it failed: {', '.join(outcome.skipped[:8])}"
            + (f" and {len(outcome.skipped) - 8} more" if len(outcome.skipped) > 8 else ""),
            style="red",
            markup=False,
        )
