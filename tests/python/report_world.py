"""Two tenants for the reports: one with a history and odd names, one with next to nothing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

DAY = date(2025, 6, 30)
BEFORE = DAY - timedelta(days=28)
ODD = 'Odd | <b>&"name"_* `x`'


def profile(tenant: str, segment: str, name: str, members: int, **others: Any) -> dict[str, Any]:
    return {
        "tenant_id": tenant,
        "segment_id": segment,
        "name": name,
        "description": f"About {name}.",
        "segment_type": "behavioral",
        "criteria": "{}",
        "member_count": members,
        "share_of_customers": members / 1000,
        "revenue_per_customer": 12.345,
        "yearly_value": 100,
        "conversion_rate_30d": 0.125,
        "share_of_revenue": 0.25,
        "is_redefined": False,
        "compared_date": BEFORE,
        "as_of_date": DAY,
    } | others


def recommendation(rank: int, segment: str, goal: str, stake: float, **others: Any) -> dict:
    return {
        "tenant_id": "acme",
        "segment_id": segment,
        "name": segment,
        "segment_type": "behavioral",
        "goal": goal,
        "action": f"Do {segment}",
        "recommendation_rank": rank,
        "member_count": 7,
        "payer_count": 3,
        "value_base": stake,
        "rate": 1,
        "money_at_stake": stake,
        "yearly_value": 1000,
        "lost_yearly_value": 0,
        "share_of_yearly_value": 0.5,
        "as_of_date": DAY,
    } | others


def grouped(rank: int, segment: str, goal: str, customer: str, stake: float, **others: Any) -> dict:
    return {
        "tenant_id": "acme",
        "customer_id": customer,
        "segment_id": segment,
        "segment_name": segment,
        "goal": goal,
        "action": f"Do {segment}",
        "group_rank": rank,
        "yearly_value": stake,
        "lost_yearly_value": 0,
        "money_at_stake": stake,
        "as_of_date": DAY,
    } | others


def value(dimension: str, name: str, customers: int, share: float) -> dict[str, Any]:
    return {
        "tenant_id": "acme",
        "dimension": dimension,
        "dimension_value": name,
        "customer_count": customers,
        "share_of_customers": share,
    }


def trend(segment: str, members: int, day: date, **others: Any) -> dict[str, Any]:
    return {
        "tenant_id": "acme",
        "segment_id": segment,
        "member_count": members,
        "previous_member_count": members,
        "entered_count": 0,
        "left_count": 0,
        "net_change": 0,
        "date": day,
    } | others


MARTS: dict[str, list[dict[str, Any]]] = {
    "tenant_insights": [
        {
            "tenant_id": "acme",
            "dominant_age_group": "25-34",
            "dominant_gender": "Female",
            "dominant_income_bracket": "Average",
            "top_traffic_category": "Social Media",
            "top_source": "facebook",
            "top_revenue_segment": "Loyal Customer",
            "currency": "USD",
            "customer_count": 50000,
            "total_revenue": 1250000.005,
            "revenue_per_customer": 25.0001,
            "as_of_date": DAY,
        },
        {
            "tenant_id": "small",
            "currency": "EUR",
            "customer_count": 0,
            "total_revenue": 0,
            "as_of_date": DAY,
        },
    ],
    "classification_summary": [
        value("customer_segment", "Casual Browser", 10000, 0.2),
        value("customer_segment", "Regular Customer", 40000, 0.8),
        value("engagement_level", "Cart Abandoner", 50000, 1),
        value("gender", "Female", 50000, 1),
    ],
    "segmentation_kpis": [
        {
            "tenant_id": "acme",
            "total_segments": 3,
            "active_segments": 2,
            "total_members": 1234567,
            "dimension_values": 2,
            "average_size": 411522.33,
            "as_of_date": day,
        }
        for day in (DAY, BEFORE)
    ],
    "segment_profiles": [
        profile("acme", "odd", ODD, 500, trend="up", member_change=12, action="Go", goal="keep"),
        profile("acme", "edited", "Edited", 3, trend="down", member_change=-1, is_redefined=True),
        profile("acme", "young", "Young", 1, segment_type="rfm", criteria='{"a": 1}'),
        profile(
            "acme", "engagement_band.at_risk", "engagement_band: at_risk", 20,
            dimension="engagement_band", dimension_value="at_risk", trend="flat", member_change=0,
        ),
        profile(
            "acme", "engagement_band.champion", "engagement_band: champion", 2,
            dimension="engagement_band", dimension_value="champion", trend="up", member_change=1,
        ),
    ],
    "segment_trends": [
        trend("engagement_band.at_risk", 20, BEFORE),
        trend("engagement_band.at_risk", 20, DAY),
        trend("engagement_band.champion", 1, BEFORE),
        trend("engagement_band.champion", 2, DAY, entered_count=1, net_change=1),
        trend("odd", 488, BEFORE),
        trend("odd", 500, DAY, entered_count=15, left_count=3, net_change=12),
    ],
    "score_bands": [
        {
            "tenant_id": "acme",
            "score": score,
            "band": band,
            "band_number": number,
            "customer_count": 10 * number,
            "active_count": 4 * number,
            "conversion_rate_30d": 0.5 / number,
            "revenue": 99.5,
        }
        for score, band, number in (
            ("engagement", "at_risk", 2), ("engagement", "champion", 1), ("pql", "qualified", 1),
        )
    ],
    "rfm_segment_summary": [
        {
            "tenant_id": "acme",
            "rfm_model": "activity",
            "segment": name,
            "action": action,
            "customer_count": customers,
            "revenue_per_customer": 10,
        }
        for name, action, customers in (("Lost", None, 3), ("Champions", "Thank them", 9))
    ],
    "rfm_grid": [
        {"tenant_id": "acme", "rfm_model": "activity", "r": r, "f": f, "customer_count": r * f}
        for r in range(1, 6)
        for f in range(1, 6)
    ],
    "personalization_playbook": [
        {
            "tenant_id": "acme",
            "segment_id": "odd",
            "name": ODD,
            "segment_type": "behavioral",
            "urgency": "high",
            "channels": "email, push",
            "cadence": "daily",
            "content_type": content,
            "content_priority": priority,
            "member_count": 500,
        }
        for content, priority in (("second_thing", 2), ("first_thing", 1), ("tenth_thing", 10))
    ],
    "segment_recommendations": [
        recommendation(2, "second", "convert", 100, rate=0.25, value_base=400),
        recommendation(1, "first", "keep", 1234.5, trend="up"),
        recommendation(3, "third", "win_back", 50, segment_type="rfm", lost_yearly_value=25.5),
        *(recommendation(n, f"more {n}", "keep", 1, segment_type="rfm") for n in range(4, 9)),
    ],
    "customer_recommendations": [
        grouped(2, "second", "convert", "bob", 100),
        grouped(1, "first", "keep", "ada", 1234.5),
        grouped(1, "first", "keep", "cyd", 65.5, lost_yearly_value=12),
    ],
}  # fmt: skip
