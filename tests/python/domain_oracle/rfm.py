"""Both RFM models: fixed ranges of activity, and quintiles of a tenant's buyers."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from .lookups import seed
from .people import Key
from .summary import Summary

QUINTILES = tuple(Fraction(percent, 100) for percent in (20, 40, 60, 80))


def rfm_scores(summaries: dict[Key, Summary]) -> dict[tuple[str, str, str], dict[str, Any]]:
    segments = {
        row["rfm_code"]: row["segment"]
        for row in seed("rfm_segment_map")
        if row["segment_map"] == "framework"
    }
    scored = [("activity", row, *_activity(row)) for row in summaries.values()]
    for tenant_id in sorted({key[0] for key in summaries}):
        buyers = [
            row
            for row in summaries.values()
            if row["tenant_id"] == tenant_id and row["total_purchases"] > 0
        ]
        scored += [("purchase", *each) for each in _by_quintiles(buyers)]
    return {
        (row["tenant_id"], row["customer_id"], model): {
            "tenant_id": row["tenant_id"],
            "customer_id": row["customer_id"],
            "rfm_model": model,
            "rfm_code": f"{r}{f}{m}",
            "segment": segments[f"{r}{f}{m}"],
            "rule_segment": rule_segment(r, f, m),
            "r": r,
            "f": f,
            "m": m,
            "recency": recency,
            "frequency": frequency,
            "monetary": monetary,
        }
        for model, row, (recency, frequency, monetary), (r, f, m) in scored
    }


def rule_segment(r: int, f: int, m: int) -> str:
    rules = [
        ("Champions", r >= 4 and f >= 4 and m >= 4),
        ("Loyal Customers", r >= 3 and f >= 3 and m >= 3),
        ("New Customers", r >= 4 and f <= 2),
        ("Potential Loyalists", r >= 3 and f <= 2 and m >= 3),
        ("Promising", r >= 3 and f >= 3 and m <= 2),
        ("Need Attention", r <= 2 and f >= 3 and m >= 3),
        ("About to Sleep", r <= 2 and f >= 3 and m <= 2),
        ("At Risk", r <= 2 and f <= 2 and m >= 3),
        ("Cannot Lose Them", r <= 2 and f <= 2 and m <= 2),
        ("Others", True),
    ]
    return next(label for label, holds in rules if holds)


def _activity(row: Summary) -> tuple[tuple, tuple[int, int, int]]:
    days, sessions = row["days_since_active"], row["sessions_30d"]
    money = row["mrr_or_total_spent"]
    r = 1 if days is None else 5 - sum(days > limit for limit in (7, 14, 30, 60))
    f = 1 + sum(sessions >= limit for limit in (2, 4, 10, 20))
    m = 1 + (money > 0) + sum(money >= limit for limit in (50, 200, 500))
    return (days, sessions, money), (r, f, m)


def _by_quintiles(buyers: list[Summary]) -> Iterable[tuple]:
    metrics = ("days_since_purchase", "total_purchases", "total_spent")
    cuts = {metric: cut_points([row[metric] for row in buyers]) for metric in metrics}
    for row in buyers:
        values = tuple(row[metric] for metric in metrics)
        days, orders, spent = values
        r = 5 - sum(days > cut for cut in cuts["days_since_purchase"])
        f = 1 + sum(orders > cut for cut in cuts["total_purchases"])
        m = 1 + sum(Fraction(spent) > cut for cut in cuts["total_spent"])
        yield row, values, (r, f, m)


def cut_points(
    values: list[int] | list[Decimal] | list[Fraction], shares: tuple[Fraction, ...] = QUINTILES
) -> list[Fraction]:
    """The values at shares of the ordered ones, interpolated between neighbours, exactly."""
    ordered = sorted(Fraction(value) for value in values)
    points = []
    for share in shares:
        place = share * (len(ordered) - 1)
        below = int(place)
        above = min(below + 1, len(ordered) - 1)
        points.append(ordered[below] + (ordered[above] - ordered[below]) * (place - below))
    return points
