"""customer_engagement and customer_value. Exact: fractions, rounded at the very end."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from .events import Calendar
from .lookups import rounded
from .people import Key
from .rfm import cut_points
from .summary import Summary, ratio

Scores = dict[str, Any]


def of(text: str) -> Fraction:
    return Fraction(text)


def decimal(exact: Fraction) -> Decimal:
    """Four decimals, halves away from zero."""
    tenths = rounded(Decimal(0)).as_tuple().exponent
    units = abs(exact) * 10**-tenths + Fraction(1, 2)
    return Decimal(int(units) if exact >= 0 else -int(units)).scaleb(tenths)


def step(value: Any, *steps: tuple[Any, int], below: int = 0) -> int:
    """The points of the first step that the value reaches."""
    if value is None:
        return below
    return next((points for limit, points in steps if value >= limit), below)


def engagement(row: Summary) -> Scores:
    parts = {
        "recency_score": _recency(row),
        "frequency_score": _frequency(row),
        "depth_score": _depth(row),
        "breadth_score": _breadth(row),
    }
    weights = ("0.30", "0.30", "0.25", "0.15")
    total = sum(of(weight) * part for weight, part in zip(weights, parts.values(), strict=True))
    commerce = _commerce(row)
    return {
        **parts,
        **commerce,
        "engagement_score": decimal(total),
        "commerce_score": sum(commerce.values()),
        "days_inactive": days_inactive(row),
        "active_days_per_week": row["active_days_28d"] / 4,
        "avg_session_minutes": ratio(row["total_session_seconds"], 60 * row["total_sessions"]),
    }


def days_inactive(row: Summary) -> int | None:
    """Days since the last event, or since the sign-up of one who never had an event."""
    return row["days_since_signup" if row["total_events"] == 0 else "days_since_active"]


def _recency(row: Summary) -> int:
    days = row["days_since_active"]
    limits = ((0, 100), (7, 80), (30, 50), (90, 20))
    return 0 if days is None else next((points for end, points in limits if days <= end), 0)


def _frequency(row: Summary) -> int:
    per_week = Fraction(row["active_days_28d"], 4)
    if per_week > 5:
        return 100
    return step(per_week, (3, 80), (1, 60), below=30 if row["active_days_30d"] > 0 else 10)


def _depth(row: Summary) -> int:
    if row["sessions_30d"] == 0:
        return 0
    per_session = Fraction(row["actions_30d"], row["sessions_30d"])
    return step(per_session, (10, 100), (5, 70), (2, 40), (1, 10))


def _breadth(row: Summary) -> int:
    percent = row["features_used_percent"]
    return step(percent, (80, 100), (50, 70), (25, 40), below=20 if percent else 0)


def _commerce(row: Summary) -> dict[str, Decimal]:
    sessions = row["total_sessions"]
    minutes = Fraction(row["total_session_seconds"], 60 * sessions) if sessions else Fraction(0)

    def part(points: int, value: Fraction | int, cap: int) -> Decimal:
        return decimal(points * min(Fraction(value) / cap, Fraction(1)))

    return {
        "commerce_orders_score": part(40, row["total_purchases"], 5),
        "commerce_duration_score": part(25, minutes, 30),
        "commerce_events_score": part(20, row["total_events"], 50),
        "commerce_sessions_score": part(15, sessions, 10),
    }


def values(
    summaries: dict[Key, Summary], rfm: dict[tuple, Scores], calendar: Calendar
) -> dict[Key, Scores]:
    """customer_value without its key."""
    buying = {
        key: _days_of_buying(row, calendar)
        for key, row in summaries.items()
        if row["total_purchases"] > 0
    }
    clvs = {key: decimal(_clv(summaries[key], days)) for key, days in buying.items()}
    cuts = {
        tenant_id: cut_points(
            [clv for key, clv in clvs.items() if key[0] == tenant_id],
            (Fraction(1, 3), Fraction(2, 3)),
        )
        for tenant_id in {key[0] for key in clvs}
    }
    found = {}
    for key, row in summaries.items():
        scored, clv = rfm[(*key, "activity")], clvs.get(key)
        days = buying.get(key, 1)
        found[key] = {
            "rfm_code": scored["rfm_code"],
            "rfm_segment_name": scored["segment"],
            "historic_clv": clv or Decimal(0),
            "clv_tercile": None if clv is None else 1 + sum(clv > cut for cut in cuts[key[0]]),
            "orders_per_year": row["total_purchases"] * 365 / days,
            "lifespan_years": max(1.0, days / 365),
            "churn_probability": None,
        }
    return found


def _days_of_buying(row: Summary, calendar: Calendar) -> int:
    """Days between the first and the last order, at least one."""
    first, last = (row[f"{end}_purchase_date"] for end in ("first", "last"))
    return max(1, (calendar.day_of(last) - calendar.day_of(first)).days)


def _clv(row: Summary, days: int) -> Fraction:
    """Average order * orders per year * years, as STRATEGY has it."""
    orders, years = row["total_purchases"], Fraction(days, 365)
    return Fraction(row["total_spent"]) / orders * (orders / years) * max(Fraction(1), years)
