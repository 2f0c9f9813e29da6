"""A small dbt project around the cohort models, over a random world of events."""

import csv
import random
import shutil
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import dbt_here
import duckdb
import yaml

PROJECT = Path(__file__).resolve().parents[2]
AS_OF = date(2024, 4, 10)
COPIED = (
    "macros/classification/stop_at_problems.sql",
    "macros/cohorts",
    "macros/histories",
    "macros/language",
    "macros/platform",
    "macros/rollups",
    "models/marts/cohorts",
)
MODELS = {
    "int_as_of_date": f"select date '{AS_OF}' as as_of_date",
    "segment_transitions": "from {{ file('transitions') }}",
    "stg_events": """
        select
            * replace (cast(event_value as decimal(18, 4)) as event_value),
            {{ local_date('event_at') }} as event_date
        from {{ file('events') }}
    """,
    "int_customers": """
        select tenant_id, customer_id, signed_up_at from {{ file('customers') }}
        where signed_up_at is null or signed_up_at < {{ midnight_after(
            '(select as_of_date from ' ~ ref('int_as_of_date') ~ ')') }}
    """,
    "int_customer_event_days": """
        select
            tenant_id, customer_id, event_type, count(*) as event_count,
            sum(event_value) as event_value,
            sum(event_value) filter (where event_value < 0) as negative_event_value,
            event_date, min(event_at) as first_event_at
        from {{ ref('stg_events') }} group by all
    """,
    "int_customer_order_days": """
        select
            tenant_id, customer_id,
            coalesce('order ' || order_id, 'event ' || event_id) as order_key,
            event_date, min(event_at) as first_line_at
        from {{ ref('stg_events') }}
        where event_type = 'purchase' and coalesce(event_value, 0) >= 0 group by all
    """,
    "int_event_type_roles": """
        select column0 as event_type, column0 = 'purchase' as is_purchase,
            column0 = 'refund' as is_refund, true as is_inbound
        from (values ('purchase'), ('refund')) as roles (column0)
    """,
    "customer_classes": "select 'a' as tenant_id, 'c' as customer_id, 'x' as stage",
}
FILE_MACRO = """
{% macro file(name) %}
    {{ return("read_csv('" ~ var('folder') ~ "/" ~ name ~ ".csv', nullstr = '',
        types = {'event_value': 'decimal(18, 4)', 'order_id': 'varchar'}
    )" if name == 'events' else "read_csv('" ~ var('folder') ~ "/" ~ name ~ ".csv')") }}
{% endmacro %}
"""


def make_world(rng: random.Random) -> dict[str, list[dict]]:
    """Events, customers and transitions of two tenants, some of them after the day."""
    events, customers, transitions = [], [], []
    first = datetime(2023, 11, 20)
    for tenant, people in (("acme", 40), ("globex", 25), ("quiet", 2)):
        for number in range(people):
            key = {"tenant_id": tenant, "customer_id": f"c{number}"}
            came = first + timedelta(days=rng.randrange(-60, 150), minutes=rng.randrange(1440))
            signed = came if rng.random() < 0.8 else None
            customers.append(key | {"signed_up_at": signed})
            for _ in range(0 if tenant == "quiet" else rng.choice([0, 1, 4, 12])):
                kind = rng.choice(["purchase", "purchase", "refund", "visit", "feature"])
                at = max(first, came) + timedelta(
                    days=rng.choice([0, 1, 6, 7, 30, rng.randrange(-20, 140)]),
                    minutes=rng.randrange(1440),
                )
                events.append(
                    key
                    | {
                        "event_id": f"e{len(events)}",
                        "event_type": kind,
                        "event_value": None
                        if kind == "visit" or rng.random() < 0.1
                        else Decimal(rng.randrange(-2000, 9000)) / 100,
                        "order_id": f"o{number}-{rng.randrange(4)}" if rng.random() < 0.6 else None,
                        "event_at": at,
                    }
                )
            for segment in ("loyal", "stage.well_known"):
                days = sorted(rng.sample(range(160), rng.choice([0, 1, 2, 3, 4])))
                for step, day in enumerate(days):
                    transitions.append(
                        key
                        | {
                            "segment_id": segment,
                            "transition": "left" if step % 2 else "entered",
                            "reason": rng.choice(["data", "first_load", "definition"]),
                            "as_of_date": date(2023, 12, 1) + timedelta(day),
                        }
                    )
    return {"events": events, "customers": customers, "transitions": transitions}


class CohortProject:
    """The project in a folder, with its world as CSV files."""

    def __init__(self, folder: Path, seed: int = 1) -> None:
        self.folder = folder
        for part in COPIED:
            (folder / part).parent.mkdir(parents=True, exist_ok=True)
            copy = shutil.copytree if (PROJECT / part).is_dir() else shutil.copy
            copy(PROJECT / part, folder / part)
        (folder / "models" / "stubs").mkdir()
        (folder / "cohorts").mkdir()
        (folder / "segments").mkdir()
        for pattern in ("*int_cohort*", "int_customer_days.sql", "int_customer_order_totals.sql"):
            for path in PROJECT.glob(f"models/intermediate/*/{pattern}"):
                shutil.copy(path, folder / "models" / "stubs")
        # what the page says of int_customer_days and the unit tests need no other models
        for path in folder.glob("models/**/*unit_tests.yml"):
            path.unlink()
        (folder / "macros" / "file.sql").write_text(FILE_MACRO)
        for name, sql in MODELS.items():
            (folder / "models" / "stubs" / f"{name}.sql").write_text(sql)
        self.world = make_world(random.Random(seed))
        for name, rows in self.world.items():
            with (folder / f"{name}.csv").open("w", newline="") as file:
                writer = csv.DictWriter(file, list(rows[0]))
                writer.writeheader()
                writer.writerows(rows)
        self._write(
            "dbt_project.yml",
            {
                "name": "segmentation",
                "profile": "test",
                "model-paths": ["models", "segments", "cohorts"],
                "on-run-start": ["{{ check_cohorts() }}"],
                "vars": {"timezone": "UTC", "folder": str(folder)},
                "models": {
                    "segmentation": {
                        "marts": {"+contract": {"enforced": True}, "+materialized": "table"}
                    }
                },
            },
        )
        output = {"type": "duckdb", "path": str(folder / "w.duckdb"), "threads": 2}
        output["settings"] = {"TimeZone": "UTC"}
        self._write("profiles.yml", {"test": {"target": "dev", "outputs": {"dev": output}}})
        stage = {
            "name": "stage",
            "data_type": "varchar",
            "config": {"meta": {"track": True, "values": ["New", "Well Known"]}},
        }
        mart = {
            "name": "customer_classes",
            "config": {"meta": {"customer_mart": True}},
            "columns": [stage],
        }
        self._write("models/stubs/stubs.yml", {"models": [mart]})
        self._define("segments/all.yml", {"loyal": {"criteria": {"event": "visit"}}})

    def _write(self, name: str, content: object) -> None:
        (self.folder / name).write_text(yaml.safe_dump(content, sort_keys=False))

    def _define(self, name: str, metas: dict[str, dict | None]) -> None:
        exposures = [
            {
                "name": name,
                "label": f"The {name}",
                "type": "application",
                "owner": {"name": "Growth"},
                "config": {"enabled": meta is not None, "meta": meta or {"cohort_type": "value"}},
            }
            for name, meta in metas.items()
        ]
        self._write(name, {"exposures": exposures})

    def define(self, metas: dict[str, dict | None]) -> None:
        """Writes the cohorts; a meta of None archives."""
        self._define("cohorts/all.yml", metas)

    def run(self, **variables: object) -> object:
        return dbt_here.invoke(self.folder, "run", vars={"folder": str(self.folder), **variables})

    def rows(self, sql: str) -> list[dict]:
        with duckdb.connect(str(self.folder / "w.duckdb"), read_only=True) as connection:
            cursor = connection.execute(sql)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
