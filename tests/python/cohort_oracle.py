"""Cohorts recomputed in plain Python, with none of the models' code or ideas of it.

Periods are whole numbers here (days, weeks, months, quarters since the year 1), so that a
period since joining is a difference.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

Key = tuple[str, str]


def number_of(period: str, day: date) -> int:
    month = day.year * 12 + day.month - 1
    return {
        "day": day.toordinal(),
        "week": (day.toordinal() - 1) // 7,
        "month": month,
        "quarter": month // 3,
    }[period]


def first_day_of(period: str, number: int) -> date:
    if period == "day":
        return date.fromordinal(number)
    if period == "week":
        return date.fromordinal(number * 7 + 1)
    month = number * 3 if period == "quarter" else number
    return date(month // 12, month % 12 + 1, 1)


def name_of(period: str, number: int) -> str:
    day = first_day_of(period, number)
    if period == "month":
        return f"{day:%Y-%m}"
    return f"{day.year}-Q{number % 4 + 1}" if period == "quarter" else day.isoformat()


def rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@dataclass
class Joined:
    day: date
    at: datetime
    left: datetime | None = None
    reason: str | None = None


class CohortOracle:
    def __init__(self, world: dict[str, list[dict]], as_of: date, zone: str) -> None:
        self.world, self.as_of, self.zone = world, as_of, ZoneInfo(zone)
        self.seen = [
            event | {"day": self.local(event["event_at"])}
            for event in world["events"]
            if self.local(event["event_at"]) <= as_of
        ]
        self.first_days: dict[str, date] = {}
        for event in self.seen:
            known = self.first_days.get(event["tenant_id"], as_of)
            self.first_days[event["tenant_id"]] = min(known, event["day"])
        self.customers = {
            (one["tenant_id"], one["customer_id"]): one["signed_up_at"]
            for one in world["customers"]
            if not one["signed_up_at"] or self.local(one["signed_up_at"]) <= as_of
        }
        self.spent: dict[Key, list[tuple[date, Decimal]]] = defaultdict(list)
        self.active: dict[Key, set[date]] = defaultdict(set)
        first_lines: dict[tuple, datetime] = {}
        for event in self.seen:
            key = (event["tenant_id"], event["customer_id"])
            value = event["event_value"] or Decimal(0)
            self.active[key].add(event["day"])
            if event["event_type"] == "refund":
                self.spent[key].append((event["day"], -abs(value)))
            elif event["event_type"] == "purchase":
                self.spent[key].append((event["day"], value))
                if value >= 0:
                    order = (*key, event["order_id"] or event["event_id"])
                    known = first_lines.get(order, event["event_at"])
                    first_lines[order] = min(known, event["event_at"])
        self.orders: dict[Key, list[datetime]] = defaultdict(list)
        for (tenant, customer, _), at in first_lines.items():
            self.orders[tenant, customer].append(at)

    def local(self, at: datetime) -> date:
        return at.replace(tzinfo=UTC).astimezone(self.zone).date()

    def joined(self, meta: dict) -> dict[Key, Joined]:
        if "entered_segment" in meta:
            return self.entered(meta["entered_segment"])
        times: dict[Key, list[datetime]] = defaultdict(list)
        if meta.get("starts_with") == "sign_up":
            times.update({key: [at] for key, at in self.customers.items() if at})
        elif meta.get("starts_with") == "first_order":
            times = self.orders
        else:
            wanted = meta.get("first", {}).get("event")
            for event in self.seen:
                if wanted is None or event["event_type"] in wanted:
                    times[event["tenant_id"], event["customer_id"]].append(event["event_at"])
        return {key: Joined(self.local(min(ats)), min(ats)) for key, ats in times.items()}

    def entered(self, segment: str) -> dict[Key, Joined]:
        found: dict[Key, Joined] = {}
        segment = segment.replace("Well Known", "well_known")
        for step in sorted(self.world["transitions"], key=lambda one: one["as_of_date"]):
            key, day = (step["tenant_id"], step["customer_id"]), step["as_of_date"]
            if step["segment_id"] != segment or day > self.as_of:
                continue
            at = datetime.combine(day, time())
            if key not in found:
                found[key] = Joined(day, at, reason=step["reason"])
            elif found[key].left is None:
                found[key].left = at
        return found

    def members(self, name: str, meta: dict) -> dict[tuple[str, str], dict[str, Joined]]:
        """Who is in the cohorts of a definition: {(tenant, cohort): {customer: Joined}}."""
        cohorts: dict[tuple[str, str], dict[str, Joined]] = defaultdict(dict)
        allowed = meta.get("tenants") or {tenant for tenant, _ in self.customers}
        for (tenant, customer), one in self.joined(meta).items():
            if tenant not in allowed:
                continue
            if "every" in meta:
                label = name_of(meta["every"], number_of(meta["every"], one.day))
                cohorts[tenant, f"{name}.{label}"][customer] = one
            elif meta["between"][0] <= one.day.isoformat() <= meta["between"][1]:
                cohorts[tenant, name][customer] = one
        return cohorts

    def last_day(self, meta: dict, members: dict[str, Joined]) -> date:
        if "between" in meta:
            return date.fromisoformat(meta["between"][1])
        number = number_of(meta["every"], next(iter(members.values())).day)
        return first_day_of(meta["every"], number + 1) - timedelta(1)

    def retention(self, name: str, meta: dict) -> dict[tuple, dict]:
        """{(tenant, cohort, period number): figures}."""
        period = meta.get("periods") or meta.get("every") or "month"
        cohorts = self.members(name, meta)
        rows: dict[tuple, dict] = {}
        for (tenant, cohort), members in cohorts.items():
            oldest = min(
                number_of(period, one.day)
                for (other, _), group in cohorts.items()
                if other == tenant
                for one in group.values()
            )
            total = Decimal(0)
            for number in range(number_of(period, self.as_of) - oldest + 1):
                row = self.figures(tenant, period, number, members)
                total += row["revenue"] or 0
                if row["active_count"] is not None:
                    row["cumulative_revenue"] = total
                    row["cumulative_revenue_per_customer"] = rounded(total / len(members), 4)
                row["is_complete"] &= self.last_day(meta, members) <= self.as_of
                if number <= meta.get("up_to", number):
                    rows[tenant, cohort, number] = row
        return rows

    def figures(self, tenant: str, period: str, number: int, members: dict) -> dict:
        own = {customer: number_of(period, one.day) + number for customer, one in members.items()}
        first_day = self.first_days.get(tenant)
        known = (
            first_day is not None
            and max(own.values()) <= number_of(period, self.as_of)
            and min(own.values()) >= number_of(period, first_day)
        )
        counts = {"active": 0, "bought": 0, "active_or_later": 0}
        orders, revenue = 0, Decimal(0)
        for customer, wanted in own.items():
            key = (tenant, customer)
            periods = {number_of(period, day) for day in self.active.get(key, ())}
            bought = [number_of(period, self.local(at)) for at in self.orders.get(key, ())]
            counts["active"] += wanted in periods
            counts["active_or_later"] += max(periods, default=-1) >= wanted
            counts["bought"] += wanted in bought
            orders += bought.count(wanted)
            revenue += sum(
                value for day, value in self.spent.get(key, ()) if number_of(period, day) == wanted
            )
        row = {f"{word}_count": count for word, count in counts.items()}
        row |= {
            f"{word}_share": rounded(Decimal(count) / len(own), 6) for word, count in counts.items()
        }
        row |= {"order_count": orders, "revenue": revenue}
        row |= {"cumulative_revenue": None, "cumulative_revenue_per_customer": None}
        if not known:
            row = dict.fromkeys(row)
        tomorrow = number_of(period, self.as_of + timedelta(1))
        return row | {
            "customer_count": len(own),
            "is_complete": known and max(own.values()) < tomorrow,
            "period": period,
            "period_start_date": first_day_of(period, min(own.values())),
            "period_end_date": first_day_of(period, max(own.values()) + 1) - timedelta(1),
        }
