"""Numbers and names as people read them; the figures themselves come from the marts."""

from __future__ import annotations

import json
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

NOTHING = "–"
ARROWS = {"up": "↑", "down": "↓", "flat": "→", None: NOTHING}
GOALS = {
    "keep": "keep them",
    "win_back": "win them back",
    "convert": "convert them",
    "grow": "grow them",
    "reward": "reward them",
}


def count(value: Any) -> str:
    return NOTHING if value is None else f"{value:,.0f}"


def rounded(value: Any, digits: int) -> Decimal:
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


def decimal(value: Any, digits: int = 1) -> str:
    return NOTHING if value is None else f"{rounded(value, digits):,}"


def share(value: Any) -> str:
    return NOTHING if value is None else f"{rounded(100 * value, 1):,}%"


def money(value: Any, currency: str, digits: int = 2) -> str:
    if value is None:
        return NOTHING
    amount = f"{abs(rounded(value, digits)):,}"
    sign = "-" if value < 0 else ""
    return f"{sign}${amount}" if currency == "USD" else f"{sign}{amount} {currency}"


def arrow(trend: str | None, change: int | None, is_redefined: bool = False) -> str:
    """↑ +12; a star where an edit of the definition has a part in it."""
    if trend is None:
        return NOTHING
    return f"{ARROWS[trend]} {change:+,}{'*' if is_redefined else ''}"


def words(name: str) -> str:
    return name.replace("_", " ")


def titled(name: str) -> str:
    """A column's name as a title: Customer segment, RFM segment."""
    text = words(name)
    return (text[0].upper() + text[1:]).replace("Rfm ", "RFM ")


def label_of(row: dict[str, Any]) -> str:
    """A segment's label; of a value of a dimension, the dimension and the value."""
    dimension, colon, value = row["name"].partition(": ")
    if row["segment_id"].startswith(f"{dimension}."):
        return f"{titled(dimension)}{colon}{value}"
    return row["name"]


def listed(text: str | None) -> str:
    """A list that a mart holds as JSON or as text."""
    if not text:
        return NOTHING
    return ", ".join(json.loads(text)) if text.startswith("[") else text
