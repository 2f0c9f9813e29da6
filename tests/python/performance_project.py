"""A small dbt project around the per-day marts: real rollups over events that come late."""

import csv
from datetime import timedelta
from pathlib import Path

import dbt_here
from performance_oracle import FIRST_DAY, TIMEZONE, World
from segment_project import EVALUATION, MODELS, SegmentProject

INTERMEDIATES = (
    "_int_performance__models.yml",
    "int_activity_events.sql",
    "int_begun_sessions.sql",
    "int_customer_event_days.sql",
    "int_customer_message_days.sql",
    "int_customer_messages.sql",
    "int_customer_order_days.sql",
    "int_seen_id_sessions.sql",
    "int_seen_session_keys.sql",
    "int_seen_sessions.sql",
    "int_segment_calendar_snapshots.sql",
    "int_segment_current_members.sql",
    "int_segment_customer_measures.sql",
    "int_segment_day_activity.sql",
    "int_segment_day_checksums.sql",
    "int_segment_day_snapshots.sql",
    "int_segment_distant_checksums.sql",
    "int_segment_first_evaluations.sql",
    "int_segment_late_customer_days.sql",
    "int_sessions.sql",
)
ROLES = {
    "visit": "page_view", "look": "product_view", "cart": "add_to_cart",
    "purchase": "purchase", "refund": "refund",
}  # fmt: skip
EMAILS = ("email_sent", "email_open", "email_click", "sms_sent", "sms_open")
ROLES |= {name: name for name in EMAILS}
NAMES = ("email_messages_30d", "email_messages_opened_30d", "email_messages_clicked_30d",
         "sms_messages_30d", "sms_messages_opened_30d")  # fmt: skip
READ = "from read_csv('{{ var(\"folder\") }}/%s.csv', nullstr = '', all_varchar = true)"
ROLE_ROWS = ", ".join(f"('{name}', '{role}')" for name, role in ROLES.items())
ROLE_FLAGS = ", ".join(f"role = '{role}' as is_{role}" for role in ROLES.values())
STUBS = MODELS | {
    "event_roles": f"select * from (values {ROLE_ROWS}) as rows (event_type, role)",
    "int_event_type_roles": f"""
        select event_type, {ROLE_FLAGS}, role not in ('email_sent', 'sms_sent') as is_inbound
        from {{{{ ref('event_roles') }}}}
    """,
    "int_as_of_date": """
        select as_of_date, loaded, {{ midnight_after('as_of_date') }} as as_of_end_at
        from read_csv('{{ var("folder") }}/run.csv')
    """,
    "stg_events": """
        select
            event_id, tenant_id, customer_id, event_type, session_id, order_id,
            '{"message_id": "' || message_id || '"}' as event_properties,
            cast(null as varchar) as device_type,
            cast(event_value as decimal(18, 4)) as event_value,
            {{ local_date('cast(event_at as timestamp)') }} as event_date,
            cast(event_at as timestamp) as event_at
        """
    + READ % "events"
    + " where cast(loaded as integer) <= (select loaded from {{ ref('int_as_of_date') }})",
    "int_event_day_checksums": """
        {{ config(materialized='table') }}
        select event_date, bit_xor(hash(event_id)) as day_checksum
        from {{ ref('stg_events') }} group by event_date
    """,
    "int_customers": """
        {{ config(materialized='table') }}
        with day as (from {{ ref('int_as_of_date') }}),
        signed as (
            select tenant_id, customer_id, cast(signed_up_at as timestamp) as signed_up_at
            """
    + READ % "customers"
    + """
            where cast(loaded as integer) <= (select loaded from day)
                and cast(signed_up_at as timestamp) < (select as_of_end_at from day)
        ),
        seen as (
            select tenant_id, customer_id,
                min(event_at) filter (where event_type not in ('email_sent', 'sms_sent'))
                    as first_event_at
            from {{ ref('stg_events') }}
            where event_at < (select as_of_end_at from day) group by all
        )
        select tenant_id, customer_id, cast(null as varchar) as properties,
            signed_up_at, first_event_at
        from signed full join seen using (tenant_id, customer_id)
    """,
    "customer_behavior_summary": """
        {{ config(materialized='table') }}
        with seen as (
            select events.*, as_of_date - event_date < 30 as is_recent,
                event_type not in ('email_sent', 'sms_sent') as is_inbound
            from {{ ref('stg_events') }} as events cross join {{ ref('int_as_of_date') }}
            where event_date <= as_of_date
        ),
        orders as (
            select tenant_id, customer_id, min(event_date) as order_date
            from seen where event_type = 'purchase' and coalesce(event_value, 0) >= 0
            group by tenant_id, customer_id, order_id
        ),
        order_counts as (
            select tenant_id, customer_id, count(*) as total_purchases,
                count(*) filter (where order_date > (
                    select as_of_date - 30 from {{ ref('int_as_of_date') }}
                )) as orders_30d
            from orders group by all
        ),
        counts as (
            select tenant_id, customer_id,
                max(event_date) filter (where is_inbound) as last_event_date,
                sum(case event_type when 'purchase' then event_value
                    when 'refund' then -event_value end) as total_spent,
                count(distinct event_date) filter (where is_recent and is_inbound)
                    as active_days_30d
            from seen group by all
        )
        select customers.tenant_id, customers.customer_id, signed_up_at, first_event_at,
            last_event_date, coalesce(total_purchases, 0) as total_purchases,
            coalesce(orders_30d, 0) as orders_30d,
            coalesce(active_days_30d, 0) as active_days_30d,
            cast(coalesce(total_spent, 0) as decimal(18, 4)) as total_spent, NAMES
        from {{ ref('int_customers') }} as customers
        left join counts using (tenant_id, customer_id)
        left join order_counts using (tenant_id, customer_id)
        left join {{ ref('int_customer_messages') }} using (tenant_id, customer_id)
    """.replace("NAMES", ", ".join(f"coalesce({name}, 0) as {name}" for name in NAMES)),
    "customer_engagement": """
        select tenant_id, customer_id,
            cast(active_days_30d * 3.5 as decimal(9, 4)) as engagement_score
        from {{ ref('customer_behavior_summary') }}
    """,
    "customer_classifications": """
        select tenant_id, customer_id,
            case
                when last_event_date is null then 'New'
                when as_of_date - last_event_date <= 1 then 'Active'
                when as_of_date - last_event_date <= 3 then 'At-Risk'
                else 'Churned'
            end as lifecycle_stage
        from {{ ref('customer_behavior_summary') }} cross join {{ ref('int_as_of_date') }}
    """,
}
for name in ("int_customer_event_days", "int_segment_day_snapshots"):
    STUBS.pop(name)
STUBS.pop("int_segment_first_evaluations")


class PerformanceProject(SegmentProject):
    """`run` sees the rows that were loaded up to the day that is given."""

    copied = (
        "macros",
        "models/marts/performance/_performance__models.yml",
        "models/marts/performance/behavioral_analytics.sql",
        "models/marts/performance/segment_performance.sql",
        "models/marts/performance/segment_trends.sql",
        "models/marts/segments/_segments__models.yml",
        "models/marts/segments/segment_runs.sql",
        "models/marts/segments/segment_transitions.sql",
        "tests/generic",
    )  # fmt: skip
    intermediates = (*EVALUATION[:1], *EVALUATION[2:], *INTERMEDIATES)
    models = STUBS
    timezone = TIMEZONE
    columns = {  # noqa: RUF012
        "int_customers": {"tenant_id": "varchar", "customer_id": "varchar"},
        "stg_events": {"event_type": "varchar", "event_value": "decimal(18, 4)"},
        "customer_behavior_summary": {"total_spent": "decimal(18, 4)"},
        "customer_classifications": {"lifecycle_stage": "varchar"},
    }
    tracked = {"lifecycle_stage": ["New", "Active", "At-Risk", "Churned"]}  # noqa: RUF012

    def __init__(self, folder: Path, world: World) -> None:
        super().__init__(folder)
        for name, rows in (("events", world.events), ("customers", world.customers)):
            with (folder / f"{name}.csv").open("w", newline="") as file:
                writer = csv.DictWriter(file, list(rows[0]))
                writer.writeheader()
                writer.writerows(rows)

    def variables(self) -> dict[str, object]:
        return {
            "folder": str(self.folder),
            "session_gap_minutes": 30,
            "use_source_sessions": True,
            "max_session_hours": 24,
        }

    def _seed(self, *_arguments: object) -> None:
        """The world is read from files, not seeded."""

    def known(self, day: int, loaded: int, *arguments: str, **variables: object) -> object:
        """A run for a day with what was loaded until another."""
        # in a file: dbt reads the whole project again when a variable is another one
        as_of = FIRST_DAY + timedelta(day)
        (self.folder / "run.csv").write_text(f"as_of_date,loaded\n{as_of},{loaded}\n")
        return dbt_here.invoke(self.folder, "run", *arguments, vars=variables)
