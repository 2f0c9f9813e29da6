"""Runs compiled definitions on a world in an in-memory DuckDB, as the models would."""

import duckdb
from segment_world import CUSTOMER_COLUMNS, EVENT_COLUMNS, PROJECT, Language, model

DAYS = """
create table int_customer_event_days as
select
    tenant_id, customer_id, event_type, count(*) as event_count,
    count(event_value) as valued_event_count,
    cast(sum(event_value) as decimal(38, 4)) as event_value,
    min(event_value) as min_event_value, max(event_value) as max_event_value, event_date
from stg_events
group by tenant_id, customer_id, event_type, event_date
"""


class Engine:
    """One world: tables, and a language that knows its columns."""

    def __init__(self, relations: dict, timezone: str, mart: str) -> None:
        self.connection = duckdb.connect(config={"threads": 2})
        self.connection.execute("set TimeZone = 'UTC'")
        for name, (types, rows) in relations.items():
            if name not in ("int_customer_event_days", "customers", "subscriptions"):
                self.load(name, types, rows)
        self.connection.execute(DAYS)
        self.language = Language(PROJECT, {"timezone": timezone})
        self.language.set_graph(
            {
                "exposures": {},
                "nodes": {
                    "customers": model("int_customers", CUSTOMER_COLUMNS),
                    "events": model("stg_events", EVENT_COLUMNS),
                    "mart": model(mart, relations[mart][0], customer_mart=True),
                },
            }
        )

    def load(self, name: str, types: dict, rows: list) -> None:
        columns = ", ".join(f"{column} {type_}" for column, type_ in types.items())
        self.connection.execute(f"create table {name} ({columns})")
        marks = f"({', '.join('?' * len(types))})"
        for start in range(0, len(rows), 100):
            part = rows[start : start + 100]
            self.connection.execute(
                f"insert into {name} values {', '.join([marks] * len(part))}",
                [value for row in part for value in row],
            )

    def compile(self, definitions: list) -> tuple[dict, str]:
        """The context and the query of one flag per definition."""
        context = self.language.context(definitions)
        problems = self.language.validate_segments(definitions, context)
        errors = [one for one in problems if one["severity"] == "error"]
        assert not errors, [self.language.problem_line(one) for one in errors]
        flags = {
            f"flag_{number}": self.language.compile_segment(one["name"], context)
            for number, one in enumerate(definitions)
        }
        return context, self.language.flags_query(flags, context)

    def members(self, definitions: list) -> dict[str, set]:
        """The members of each definition: {name: {(tenant_id, customer_id)}}.

        The query is that of the model int_segment_evaluations.
        """
        graph = self.language.graph
        graph["exposures"] = {
            one["name"]: one | {"original_file_path": one["file"], "config": {"meta": one["meta"]}}
            for one in definitions
        }
        found: dict[str, set] = {one["name"]: set() for one in definitions}
        sql = self.language.segment_evaluations_query(self.language.segment_build())
        for tenant_id, segment_id, customer_id in self.connection.execute(sql).fetchall():
            found[segment_id].add((tenant_id, customer_id))
        return found

    def flags(self, definitions: list) -> list[tuple]:
        """One row per customer: the key, then what each definition says of it."""
        return self.connection.execute(self.compile(definitions)[1]).fetchall()
