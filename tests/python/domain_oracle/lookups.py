"""The project's seeds, read as text: roles of event types, currency rates, RFM map."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
CENT_OF_CENT = Decimal("0.0001")
TEN_DECIMALS = Decimal("1e-10")
FIRST_DAY = date(1, 1, 1)


def seed(name: str) -> list[dict[str, str]]:
    with open(PROJECT / "seeds" / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def roles_by_type() -> dict[str, frozenset[str]]:
    roles: dict[str, set[str]] = defaultdict(set)
    for row in seed("event_roles"):
        roles[row["event_type"]] |= {row["role"]} - {""}
    return {event_type: frozenset(found) for event_type, found in roles.items()}


def types_done_to_customers() -> frozenset[str]:
    """Event types that are no activity: each of their rows says so, or is a message sent."""
    inbound: dict[str, bool] = {}
    for row in seed("event_roles"):
        sent = row["role"] in ("email_sent", "sms_sent")
        said = {"true": True, "false": False}.get(row.get("inbound") or "", not sent)
        before = inbound.setdefault(row["event_type"], True)
        inbound[row["event_type"]] = before and said
    bought = {row["event_type"] for row in seed("event_roles") if row["role"] == "purchase"}
    return frozenset(name for name, is_in in inbound.items() if not is_in) - bought


def rounded(amount: Decimal) -> Decimal:
    """Money that is shown has four decimals; halves go away from zero."""
    return amount.quantize(CENT_OF_CENT, ROUND_HALF_UP)


def kept(amount: Decimal) -> Decimal:
    """An amount keeps ten decimals until it is summed."""
    return amount.quantize(TEN_DECIMALS, ROUND_HALF_UP)


class Rates:
    """US dollars for a unit of a currency, by day. The reporting currency is the dollar."""

    def __init__(self) -> None:
        self._rates: dict[str, list[tuple[date, Decimal]]] = defaultdict(list)
        for row in seed("currency_rates"):
            day = date.fromisoformat(row["valid_from"])
            self._rates[row["currency"]].append((day, Decimal(row["rate_to_usd"])))
        for rates in self._rates.values():
            rates.sort()

    def knows(self, currency: str | None) -> bool:
        return currency is None or currency in self._rates

    def in_dollars(self, amount: Decimal | None, currency: str | None, day: date) -> Decimal | None:
        if amount is None or currency is None:
            return amount
        rates = self._rates[currency]
        # the first rate of a currency also holds for the time before it
        held = [rate for valid_from, rate in rates if valid_from <= day] or [rates[0][1]]
        return kept(amount * held[-1])
