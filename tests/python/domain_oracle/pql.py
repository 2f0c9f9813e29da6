"""pql_scores: signals of a product qualified lead, from the summary and the person."""

from __future__ import annotations

import re
from fractions import Fraction
from math import prod
from typing import Any

from .events import text
from .scores import decimal
from .summary import Summary

#: What a signal is worth, and whether the customer shows it.
Signals = dict[str, tuple[Any, bool]]
WEIGHTS = {"behavioral": "0.60", "firmographic": "0.25", "engagement": "0.15"}
THRESHOLD = 70


def pql(row: Summary, facts: dict[str, Any], person: dict[str, Any]) -> dict[str, Any]:
    """`facts` are those of the customers input, `person` is the row of customer_demographics."""
    groups = {
        "behavioral": _behavioral(row),
        "firmographic": _firmographic(facts, person),
        "engagement": _interest(row),
    }
    signals = {name: shown for group in groups.values() for name, (_, shown) in group.items()}
    urgency = _urgency(row)
    multiplier = prod(Fraction(factor) for factor, applies in urgency.values() if applies)
    found, total = {}, Fraction(0)
    for name, group in groups.items():
        possible = sum(points for points, _ in group.values())
        earned = sum(points for points, shown in group.values() if shown)
        found |= {f"{name}_points": earned, f"{name}_points_possible": possible}
        total += Fraction(WEIGHTS[name]) * 100 * earned / possible
    score = decimal(min(Fraction(100), total * multiplier))
    return found | {
        "pql_score": score,
        "is_pql": score >= THRESHOLD,
        "urgency_multiplier": multiplier,
        "earned_signals": _joined(name for name, shown in signals.items() if shown),
        "missing_signals": _joined(name for name, shown in signals.items() if not shown),
        "urgency_signals": _joined(name for name, (_, applies) in urgency.items() if applies),
    }


def _behavioral(row: Summary) -> Signals:
    return {
        "completed_onboarding": (15, row["onboarding_completed"]),
        "reached_aha_moment": (20, row["aha_moment_reached"]),
        "used_premium_feature": (10, row["premium_feature_uses"] > 0),
        "invited_team_member": (15, row["invites_sent"] > 0),
        "integrated_tool": (10, row["integrations_connected"] > 0),
        "daily_active_user": (10, row["active_days_7d"] >= 5),
        "created_x_items": (10, row["items_created"] >= 10),
    }


def _firmographic(facts: dict[str, Any], person: dict[str, Any]) -> Signals:
    low, high = person["company_size_from"], person["company_size_to"]

    def has_word(name: str, *words: str) -> bool:
        said = re.findall(r"\w+", (text(facts.get(name)) or "").lower())
        return any(word in said for word in words)

    return {
        "company_size_fit": (15, None not in (low, high) and low >= 10 and high <= 500),
        "industry_fit": (10, has_word("industry", "tech", "saas")),
        "job_title_fit": (10, has_word("job_title", "manager", "director", "vp")),
    }


def _interest(row: Summary) -> Signals:
    return {
        "visited_pricing_page": (10, row["pricing_views"] > 0),
        "clicked_upgrade_cta": (15, row["upgrade_clicks"] > 0),
        "engaged_with_sales_content": (10, row["sales_content_views"] > 0),
    }


def _urgency(row: Summary) -> Signals:
    days = row["trial_days_remaining"]
    return {
        "trial_ending_7_days": ("1.2", days is not None and 0 <= days <= 7),
        "multiple_pricing_views": ("1.15", row["pricing_views_7d"] >= 2),
        "competitor_comparison": ("1.1", row["competitor_comparisons_30d"] > 0),
    }


def _joined(names: Any) -> str | None:
    return ", ".join(names) or None
