"""Classifications by what a customer does: first match wins."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from .scores import days_inactive
from .summary import Summary


def first(default: str, *rules: tuple[str, bool]) -> str:
    return next((label for label, holds in rules if holds), default)


def activity_class(row: Summary) -> str:
    days = row["days_since_active"]
    if days is None:
        return "Churned"
    limits = {"Super Active": 1, "Active": 7, "Regular": 30, "Inactive": 90, "Dormant": 365}
    return first("Churned", *((label, days <= limit) for label, limit in limits.items()))


def value_class(row: Summary) -> str:
    spent, tickets = row["total_spent"], row["support_tickets"]
    return first(
        "Low-Value Customer",
        ("High-Value Customer", spent > 1000 and tickets < 5),
        ("Medium-Value Customer", 100 < spent <= 1000),
        ("High-Maintenance Customer", tickets > 20),
    )


def feature_adoption(row: Summary) -> str:
    percent = row["features_tried_percent"] or 0
    return first(
        "Limited User",
        ("Power User", percent >= 80),
        ("Feature Explorer", percent >= 50),
        ("Basic User", percent >= 20),
    )


def usage_frequency(row: Summary) -> str:
    days = row["active_days_28d"]
    return first("Occasional", ("Daily", days >= 20), ("Weekly", days >= 4), ("Monthly", days >= 1))


def purchase_behavior(row: Summary) -> str:
    orders = row["total_purchases"]
    return first(
        "Regular",
        ("Never", orders == 0),
        ("High-Value", row["total_spent"] >= 1000),
        ("One-time", orders == 1),
    )


def engagement_tier(score: Decimal) -> str:
    return first(
        "Low Engagement", ("Highly Engaged", score >= 60), ("Moderately Engaged", score >= 30)
    )


def engagement_band(score: Decimal) -> str:
    return first(
        "churning",
        ("champion", score >= 80),
        ("engaged", score >= 60),
        ("casual", score >= 40),
        ("at_risk", score >= 20),
    )


def lifecycle_stage(row: Summary) -> str:
    since_signup, idle, gap = row["days_since_signup"], days_inactive(row), row["return_gap_days"]
    pays = row["subscription_status"] in ("active", "past_due") or (row["mrr"] or 0) > 0
    return first(
        "Active",
        ("New", since_signup is not None and since_signup < 30),
        ("At-Risk", (idle is None or idle > 30) and pays),
        ("Churned", idle is None or idle > 90),
        ("At-Risk", idle is not None and idle > 30),
        ("Reactivated", gap is not None and gap >= 90),
    )


def support_cost(row: Summary) -> str:
    tickets = row["support_tickets"]
    return first("Automated", ("High-touch", tickets > 20), ("Self-service", tickets >= 1))


def revenue_contribution(row: Summary) -> str:
    mrr = row["mrr"] or Decimal(0)
    return first("Freemium", ("Premium", mrr >= 200), ("Standard", mrr > 0))


def retention_risk(churn_probability: float | None) -> str:
    if churn_probability is None:
        return "Unknown"
    limits = {"Loyal": 0.2, "Stable": 0.5, "At-risk": 0.8}
    return first("Critical", *((label, churn_probability < end) for label, end in limits.items()))


def clv_tier(tercile: int | None) -> str:
    return {3: "High-value", 2: "Medium-value"}.get(tercile, "Low-value")


def lifestyle(row: Summary, told: str | None) -> str:
    sessions = row["total_sessions"]

    def mostly(name: str) -> bool:
        return sessions > 0 and Fraction(row[name], sessions) >= Fraction(6, 10)

    return told or first(
        "Unknown",
        ("Mobile-first", mostly("mobile_sessions")),
        ("Desktop-focused", mostly("desktop_sessions")),
    )


def age_group(age: int | None) -> str:
    limits = ((18, "Under 18"), (25, "18-24"), (35, "25-34"), (45, "35-44"), (55, "45-54"))
    return _group(age, (*limits, (65, "55-64")), "65+")


def age_band(age: int | None) -> str:
    limits = ((18, "Under 18"), (26, "18-25"), (36, "26-35"), (46, "36-45"), (56, "46-55"))
    return _group(age, limits, "56+")


def _group(age: int | None, limits: tuple, last: str) -> str:
    if age is None:
        return "Unknown"
    return next((label for below, label in limits if age < below), last)


def income_bracket(person: dict[str, Any]) -> str:
    """The bracket as given, or by the percent of the tenant's incomes that are higher."""
    names = ("High Income", "Above Average", "Average", "Low Income")
    higher = person["income_percentile"]
    if higher is None:
        given = (person["income_name"] or "").strip()
        known = (name for name in names if name.lower() == given.lower())
        return next(known, given or "Unknown")
    limits = zip(names, (10, 20, 50), strict=False)
    return next((name for name, end in limits if higher < end), names[-1])


def engagement_level(row: Summary) -> str:
    orders, seconds = row["total_purchases"], row["avg_session_duration_seconds"] or 0
    return first(
        "Occasional Viewer",
        ("Repeat Purchaser", orders >= 2),
        ("Single Purchaser", orders == 1),
        ("Cart Abandoner", row["total_cart_views"] > 0),
        ("High Engagement Viewer", seconds >= 600 or row["total_events"] >= 8),
        ("Frequent Viewer", row["total_sessions"] >= 3),
    )


def customer_segment(row: Summary, commerce_score: Decimal) -> str:
    orders = row["total_purchases"]
    return first(
        "Regular Customer",
        ("High-Value Customer", row["total_spent"] >= 500 and orders >= 2),
        ("Loyal Customer", commerce_score >= 70 and orders >= 1),
        ("High-Potential Customer", commerce_score >= 60 and orders == 0),
        ("At-Risk Customer", commerce_score <= 30 and orders >= 1),
        ("New Customer", commerce_score <= 50 and orders == 1),
        ("Casual Browser", commerce_score <= 40 and orders == 0),
    )


def journey_stage(row: Summary) -> str:
    orders = row["total_purchases"]

    def any_of(*names: str) -> bool:
        return any(row[name] > 0 for name in names)

    return first(
        "awareness",
        ("advocacy", orders >= 2 and any_of("total_reviews", "total_shares", "total_referrals")),
        ("retention", orders >= 2 or (orders > 0 and row["days_since_purchase"] > 60)),
        ("decision", orders >= 1 or any_of("total_checkouts")),
        (
            "consideration",
            any_of(
                "total_product_views", "total_wishlist_adds", "total_add_to_cart",
                "total_cart_views",
            ),
        ),
    )  # fmt: skip


#: Those that need nothing but the summary.
FROM_SUMMARY: dict[str, Callable[[Summary], str]] = {
    "activity_class": activity_class,
    "value_class": value_class,
    "feature_adoption": feature_adoption,
    "usage_frequency": usage_frequency,
    "purchase_behavior": purchase_behavior,
    "lifecycle_stage": lifecycle_stage,
    "support_cost": support_cost,
    "revenue_contribution": revenue_contribution,
    "engagement_level": engagement_level,
    "journey_stage": journey_stage,
}


def classifications(
    row: Summary, scores: dict[str, Any], value: dict[str, Any], person: dict[str, Any]
) -> dict[str, str]:
    """Every dimension; `person` is the row of customer_demographics."""
    score = scores["engagement_score"]
    found = {name: rule(row) for name, rule in FROM_SUMMARY.items()}
    found |= {
        "engagement_tier": engagement_tier(score),
        "engagement_band": engagement_band(score),
        "customer_segment": customer_segment(row, scores["commerce_score"]),
        "retention_risk": retention_risk(value["churn_probability"]),
        "clv_tier": clv_tier(value["clv_tercile"]),
        "rfm_segment": value["rfm_segment_name"],
        "personal_values": person["stated_values"] or "Unknown",
        "personality": person["stated_personality"] or "Unknown",
        "motivations": person["stated_motivations"] or "Unknown",
        "lifestyle": lifestyle(row, person["stated_lifestyle"]),
        "age_group": age_group(person["age_years"]),
        "age_band": age_band(person["age_years"]),
        "gender": person["gender_name"] or "Unknown",
        "income_bracket": income_bracket(person),
        "traffic_category": person["main_traffic_category"] or "Other",
        "us_region": person["census_region"] or "Other",
    }
    return found
