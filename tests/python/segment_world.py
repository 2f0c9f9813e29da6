"""A small world for tests of the segment language: columns, types and definitions."""

import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "scripts"))

from segments.language import Language  # noqa: E402

CUSTOMER_COLUMNS = {
    "tenant_id": "varchar",
    "customer_id": "varchar",
    "email_hash": "varchar",
    "gender": "varchar",
    "income": "varchar",
    "country": "varchar",
    "region": "varchar",
    "city": "varchar",
    "timezone": "varchar",
    "language": "varchar",
    "occupation": "varchar",
    "company_size": "varchar",
    "industry": "varchar",
    "job_title": "varchar",
    "properties": "varchar",
    "subscription_id": "varchar",
    "plan": "varchar",
    "subscription_status": "varchar",
    "subscription_currency": "varchar",
    "age": "integer",
    "team_size": "integer",
    "mrr": "decimal(18, 4)",
    "birth_date": "date",
    "signed_up_at": "timestamp",
    "subscription_started_at": "timestamp",
    "trial_ends_at": "timestamp",
    "cancelled_at": "timestamp",
}
EVENT_COLUMNS = {
    **dict.fromkeys(
        [
            "event_id",
            "tenant_id",
            "customer_id",
            "event_type",
            "event_category",
            "product_id",
            "product_name",
            "product_category",
            "currency",
            "event_properties",
            "page_url",
            "referrer_url",
            "source",
            "medium",
            "campaign",
            "ip_address_hash",
            "user_agent",
            "device_type",
            "browser",
            "os",
            "country",
            "region",
            "city",
            "session_id",
        ],
        "varchar",
    ),
    "event_value": "decimal(18, 4)",
    "latitude": "decimal(5, 1)",
    "longitude": "decimal(5, 1)",
    "event_date": "date",
    "event_at": "timestamp",
    "loaded_at": "timestamp",
}
METRICS = {
    "total_events": "bigint",
    "total_purchases": "bigint",
    "total_spent": "decimal(38, 4)",
    "avg_order_value": "double",
    "weekly_sessions": "bigint",
    "features_used": "bigint",
    "days_since_active": "integer",
    "preferred_device": "varchar",
    "engagement_trend": "varchar",
    "onboarding_completed": "boolean",
    "plan": "varchar",
    "mrr": "decimal(18, 4)",
    "last_purchase_date": "timestamp",
    "as_of_date": "date",
}


def model(name: str, columns: dict[str, str], **meta: object) -> dict:
    """A model as dbt's graph has it, as far as the macros look."""
    return {
        "name": name,
        "resource_type": "model",
        "config": {"meta": meta},
        "columns": {
            column: {"name": column, "data_type": data_type, "config": {}}
            for column, data_type in columns.items()
        },
    }


def graph(metrics: dict[str, str] | None = None) -> dict:
    metrics = {"tenant_id": "varchar", "customer_id": "varchar"} | (metrics or METRICS)
    return {
        "exposures": {},
        "nodes": {
            "customers": model("int_customers", CUSTOMER_COLUMNS),
            "events": model("stg_events", EVENT_COLUMNS),
            "summary": model("customer_behavior_summary", metrics, customer_mart=True),
        },
    }


def language(metrics: dict[str, str] | None = None, **variables: object) -> Language:
    spoken = Language(PROJECT, variables)
    spoken.set_graph(graph(metrics))
    return spoken


def definition(criteria: object, name: str = "wanted", **meta: object) -> dict:
    return {
        "name": name,
        "file": "segments/test.yml",
        "label": name,
        "description": "",
        "owner": {"name": "Growth"},
        "maturity": None,
        "tags": [],
        "meta": {"criteria": criteria, **meta},
    }
