"""What the dashboard shows beside the report's marts, for one of the two tenants."""

from __future__ import annotations

from datetime import date

from report_world import BEFORE, DAY, MARTS

TENANT = {"tenant_id": "acme"}


def moved(customer: str, segment: str, what: str, day: date) -> dict:
    return TENANT | {
        "segment_id": segment,
        "customer_id": customer,
        "transition": what,
        "reason": "data",
        "as_of_date": day,
    }


def cohort(name: str, began: date) -> dict:
    return TENANT | {
        "cohort_id": name,
        "cohort_name": f"Joined {name}",
        "definition_id": "joined",
        "cohort_type": "acquisition",
        "acquisition_start_date": began,
    }


MORE = {
    "customer_segments": [
        TENANT
        | {
            "segment_id": row["segment_id"],
            "name": row["name"],
            "description": row["description"],
            "status": "active",
            "owner": "Growth",
            "dimension": row.get("dimension"),
            "dimension_value": row.get("dimension_value"),
            "criteria": '{"metric": "orders", "gte": 1}',
            "predicate": "orders >= 1",
            "version": 1,
            "member_count": row["member_count"],
            "is_current": True,
            "valid_from": BEFORE,
        }
        for row in MARTS["segment_profiles"]
    ],
    "segment_members": [
        TENANT
        | {
            "segment_id": "odd",
            "customer_id": customer,
            "joined_reason": "data",
            "joined_at": joined,
        }
        for customer, joined in (("c1", BEFORE), ("c2", DAY))
    ],
    "segment_transitions": [moved("c1", "odd", "entered", BEFORE)],
    "behavioral_analytics": [
        TENANT | {"segment_id": "all", "revenue": 12.5, "date": day} for day in (BEFORE, DAY)
    ],
    "segment_overlap": [
        TENANT
        | {
            "segment_id": "edited",
            "other_segment_id": "odd",
            "shared_count": 2,
            "share_of_segment": 0.75,
            "share_of_other": 0.004,
        }
    ],
    "cohorts": [cohort("2025-05", date(2025, 5, 1)), cohort("2025-06", date(2025, 6, 1))],
    "cohort_retention": [
        TENANT
        | {
            "cohort_id": name,
            "definition_id": "joined",
            "period_number": number,
            "customer_count": 8,
            "active_share": share,
            "active_count": share and int(8 * share),
        }
        for name, number, share in (
            ("2025-05", 0, 1.0), ("2025-05", 1, 0.25), ("2025-06", 0, 0.5), ("2025-06", 1, None),
        )
    ],
    "journey_funnel": [
        TENANT
        | {
            "stage": stage,
            "stage_number": number,
            "reached_count": 100 // number,
            "as_of_date": DAY,
        }
        for number, stage in enumerate(("awareness", "consideration"), 1)
    ],
    "customer_360": [
        TENANT
        | {
            "customer_id": "c1",
            "gender": "Female",
            "total_spent": 1234.5,
            "is_pql": False,
            "first_event_at": BEFORE,
        }
    ],
}  # fmt: skip
