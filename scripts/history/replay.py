"""Replays days without asking dbt: runs the statements of the days before once more.

What a model's SQL does is the same on every day, since the day is data (run_day). dbt still
compiles each day anew, which takes longer than the SQL does. So once two days in a row were
the same statements, the days after them are these statements too.
"""

from __future__ import annotations

import re
from typing import Any

import duckdb

from core.errors import CannotRun, explain
from core.warehouse import filled, sql_of

#: dbt writes before each statement which node it belongs to
COMMENT = re.compile(r"\A\s*/\*.*?\*/\s*", re.DOTALL)
#: dbt ends the name of a temporary table with the time
TIME_IN_NAME = re.compile(r"(?<=__dbt_tmp)\d{20}\b")
#: dbt's questions to the catalog and those of macros: they change nothing
READS = re.compile(r"\A(select|with|describe|from)\b", re.IGNORECASE)


class Recording:
    """The statements that a dbt run executes for its models, in an order to repeat them in."""

    def __init__(self) -> None:
        self.statements_by_model: dict[str, list[str]] = {}
        self.views: set[str] = set()

    def listen(self, event: Any) -> None:
        """Notes an event of dbt, if it is a statement of a model."""
        if event.info.name != "SQLQuery":
            return
        node = event.data.node_info
        statement = TIME_IN_NAME.sub("", COMMENT.sub("", event.data.sql).strip())
        if node.unique_id.startswith("model.") and not READS.match(statement):
            # models run side by side: one begins when those that it reads have ended, so
            # one after the other, in the order in which they began, does the same
            self.statements_by_model.setdefault(node.unique_id, []).append(statement)
            if node.materialized == "view":
                self.views.add(node.unique_id)

    def is_same_as(self, other: Recording | None) -> bool:
        """Whether another run had the same statements."""
        return other is not None and self.statements_by_model == other.statements_by_model

    def to_repeat(self) -> dict[str, list[str]]:
        """The statements by model; a view that is made again would be the same."""
        return {m: s for m, s in self.statements_by_model.items() if m not in self.views}


class Replay:
    """Days replayed on an open warehouse, of which a recording knows the statements.

    Until `end`, the models count as unfinished, so that nothing publishes a day that was
    killed half way; what such a day wrote is removed by the next run, as always.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, recording: Recording) -> None:
        self.connection = connection
        self.statements_by_model = recording.to_repeat()
        self._note("running")

    def run(self, step: dict[str, Any]) -> None:
        """Runs one day, {as_of_date, known_until}."""
        day = {name: step[name] for name in ("as_of_date", "known_until")}
        # the day's temporary tables go with its session
        with self.connection.cursor() as session:
            session.execute(sql_of("history/replay_set_day"), day)
            for model, statements in self.statements_by_model.items():
                for statement in statements:
                    self.execute(session, model, statement)

    def execute(self, session: duckdb.DuckDBPyConnection, model: str, statement: str) -> None:
        """Executes one statement of a model; says which model it was if that fails."""
        try:
            session.execute(statement)
        except duckdb.Error as error:
            raise CannotRun(f"{model.split('.')[-1]}: {explain(str(error))}") from None

    def end(self) -> None:
        """Notes that the models are as the last day left them."""
        self._note("success")

    def _note(self, status: str) -> None:
        models = list(self.statements_by_model)
        self.connection.execute(filled("history/replay_note", models=models, status=status))
