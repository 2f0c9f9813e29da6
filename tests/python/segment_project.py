"""A small dbt project around the segment models, fed with tables made up here."""

import random
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import dbt_here
import duckdb
import yaml
from segment_world import PROJECT, definition

COPIED = (
    "macros",
    "models/marts/segments",
    "tests/generic",
)
EVALUATION = (
    "_int_segments__models.yml",
    "_int_segments__unit_tests.yml",
    "int_segment_evaluations.sql",
    "int_segment_previous_rules.sql",
    "int_segment_reasons.sql",
    "int_segment_run_days.sql",
    "int_segment_spans.sql",
    "int_segment_versions.sql",
)
FIRST_DAY = date(2024, 3, 1)
HISTORY = (
    "customer_segments",
    "segment_transitions",
    "segment_members",
    "segment_stats",
    "segment_overlap",
    "segment_migrations",
    "segment_runs",
)
MODELS = {
    "int_as_of_date": """
        select
            cast('{{ var("as_of_date") }}' as date) as as_of_date,
            cast('{{ var("as_of_date") }}' as timestamp) + interval '1 day' as as_of_end_at
    """,
    "stg_events": """
        select
            tenant_id, customer_id, event_type, cast(null as varchar) as event_properties,
            cast(event_value as decimal(18, 4)) as event_value, event_date,
            cast(event_date as timestamp) as event_at
        from {{ ref('events') }}
    """,
    "int_customer_event_days": """
        select
            tenant_id, customer_id, event_type, count(*) as event_count,
            count(event_value) as valued_event_count, sum(event_value) as event_value,
            min(event_value) as min_event_value, max(event_value) as max_event_value,
            event_date
        from {{ ref('stg_events') }}
        group by tenant_id, customer_id, event_type, event_date
    """,
    "int_customers": """
        select distinct
            tenant_id, customer_id, cast(null as varchar) as properties
        from {{ ref('stg_events') }}
        where event_date <= (select as_of_date from {{ ref('int_as_of_date') }})
    """,
    "customer_behavior_summary": """
        select
            tenant_id, customer_id,
            sum(event_value) as total_spent,
            case when count(*) % 3 = 0 then 'Well Known' else 'New' end as stage
        from {{ ref('stg_events') }}
        where event_date <= (select as_of_date from {{ ref('int_as_of_date') }})
        group by tenant_id, customer_id
    """,
}
# marts that the evaluation also reads, with nothing that the tests ask for
for other in (
    "customer_engagement",
    "pql_scores",
    "customer_value",
    "customer_ltv_predictions",
    "customer_demographics",
    "customer_classifications",
):
    MODELS[other] = "select tenant_id, customer_id from {{ ref('int_customers') }}"
# what a day's run must have written before it counts as finished
for other in ("int_segment_day_snapshots", "int_segment_first_evaluations"):
    MODELS[other] = "select as_of_date from {{ ref('int_as_of_date') }}"

COLUMNS = {
    "int_customers": {"tenant_id": "varchar", "customer_id": "varchar"},
    "stg_events": {"event_type": "varchar", "event_value": "decimal(18, 4)"},
    "customer_behavior_summary": {"total_spent": "decimal(38, 4)", "stage": "varchar"},
}


class SegmentProject:
    """The project in a folder; `run` is one daily run."""

    copied = COPIED
    intermediates = EVALUATION
    models = MODELS
    histories = HISTORY
    columns = COLUMNS
    tracked = {"stage": ["New", "Well Known"]}  # noqa: RUF012
    hooks = (
        "{{ check_segments() }}",
        "{{ upgrade_warehouse() }}",
        "{{ create_rollup_days() }}",
        "{{ set_run_day() }}",
    )
    timezone = "UTC"

    def __init__(self, folder: Path, seed: int = 1, days: int = 40) -> None:
        self.folder = folder
        for part in self.copied:
            (folder / part).parent.mkdir(parents=True, exist_ok=True)
            copy = shutil.copytree if (PROJECT / part).is_dir() else shutil.copy
            copy(PROJECT / part, folder / part)
        (folder / "models" / "stubs").mkdir(parents=True)
        (folder / "segments").mkdir()
        for name in self.intermediates:
            (path,) = PROJECT.glob(f"models/intermediate/*/{name}")
            shutil.copy(path, folder / "models" / "stubs")
        for name, sql in self.models.items():
            (folder / "models" / "stubs" / f"{name}.sql").write_text(sql)
        self._write(
            "dbt_project.yml",
            {
                "name": "segmentation",
                "profile": "test",
                "model-paths": ["models", "segments"],
                "on-run-start": list(self.hooks),
                "vars": {"timezone": self.timezone, **self.variables()},
                "models": {"segmentation": {"marts": {"+contract": {"enforced": True}}}},
            },
        )
        self._write(
            "profiles.yml",
            {
                "test": {
                    "target": "dev",
                    "outputs": {
                        "dev": {
                            "type": "duckdb",
                            "path": str(folder / "w.duckdb"),
                            "threads": 2,
                            "settings": {"TimeZone": "UTC"},
                        }
                    },
                }
            },
        )
        self._write(
            "models/stubs/stubs.yml",
            {
                "models": [
                    {
                        "name": name,
                        "config": {"meta": {"customer_mart": name.startswith("customer_")}},
                        "columns": [
                            {"name": column, "data_type": data_type}
                            | (
                                {
                                    "config": {
                                        "meta": {
                                            "track": True,
                                            "segment_type": "lifecycle",
                                            "values": self.tracked[column],
                                        }
                                    }
                                }
                                if column in self.tracked
                                else {}
                            )
                            for column, data_type in columns.items()
                        ],
                    }
                    for name, columns in self.columns.items()
                ]
            },
        )
        self._seed(random.Random(seed), days)

    def variables(self) -> dict[str, object]:
        """The vars that a project has beside the time zone."""
        return {}

    def _write(self, name: str, content: object) -> None:
        (self.folder / name).write_text(yaml.safe_dump(content, sort_keys=False))

    def _seed(self, rng: random.Random, days: int) -> None:
        lines = ["tenant_id,customer_id,event_type,event_value,event_date"]
        for _number in range(days * 12):
            tenant = rng.choice(["acme", "globex"])
            kind = rng.choice(["purchase", "visit", "visit"])
            value = rng.randint(1, 30) if kind == "purchase" else ""
            day = FIRST_DAY + timedelta(rng.randrange(days))
            lines.append(f"{tenant},c{rng.randrange(25)},{kind},{value},{day}")
        (self.folder / "seeds").mkdir()
        (self.folder / "seeds" / "events.csv").write_text("\n".join(lines) + "\n")
        dbt_here.invoke(self.folder, "seed")

    def define(self, **criteria: object) -> None:
        """Writes the segments; a criteria of None archives."""
        self._write(
            "segments/all.yml",
            {
                "exposures": [
                    {
                        "name": name,
                        "type": "application",
                        "owner": {"name": "Growth"},
                        "config": {
                            "enabled": rule is not None,
                            "meta": definition(rule or {"event": "visit"})["meta"],
                        },
                    }
                    for name, rule in criteria.items()
                ]
            },
        )

    def run(
        self,
        day: int,
        *arguments: str,
        listeners: tuple[Callable[[Any], None], ...] = (),
        **variables: object,
    ) -> object:
        """A run for a day; listeners: of what dbt tells, see dbt_here."""
        variables = {"as_of_date": str(FIRST_DAY + timedelta(day)), **variables}
        return dbt_here.invoke(self.folder, "run", *arguments, vars=variables, listeners=listeners)

    def rows(self, sql: str) -> list[tuple]:
        with duckdb.connect(str(self.folder / "w.duckdb"), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def history(self) -> dict[str, list[tuple]]:
        """Everything that the histories and what is derived from them say."""
        return {name: sorted(self.rows(f"from {name}"), key=repr) for name in self.histories}
