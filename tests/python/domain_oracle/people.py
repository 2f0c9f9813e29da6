"""Customers, and their current subscriptions, as they are known on a day."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal

from .events import Calendar, Event, currency_code, moment, number, text
from .inputs import Row
from .lookups import Rates, rounded

Key = tuple[str, str]


@dataclass
class Person:
    """One customer, with the events that have happened by the end of the day."""

    key: Key
    facts: Row = field(default_factory=dict)
    subscription: Subscription | None = None
    events: list[Event] = field(default_factory=list)

    @property
    def signed_up_at(self) -> datetime | None:
        return moment(self.facts.get("signed_up_at"))


@dataclass
class Subscription:
    subscription_id: str
    plan: str | None
    status: str | None
    mrr: Decimal | None
    started_at: datetime | None
    trial_ends_at: datetime | None
    cancelled_at: datetime | None


def people_on(
    day: date, calendar: Calendar, rows: dict[str, list[Row]], events: list[Event]
) -> dict[Key, Person]:
    """Everyone with a sign-up, a subscription or an event by the end of the day."""
    end = calendar.end_of(day)
    people: dict[Key, Person] = {}
    facts = {_key(row): row for row in rows["customers"] if text(row["customer_id"])}
    for key, row in facts.items():
        signed_up_at = moment(row["signed_up_at"])
        if signed_up_at is None or signed_up_at < end:
            people[key] = Person(key)
    last_loaded_at = max((event.loaded_at for event in events), default=end)
    subscriptions = _subscriptions(rows["subscriptions"], day, end, last_loaded_at)
    for key, subscription in subscriptions.items():
        people.setdefault(key, Person(key)).subscription = subscription
    for event in sorted(events, key=lambda event: (event.at, event.event_id)):
        if event.at < end:
            key = (event.tenant_id, event.customer_id)
            people.setdefault(key, Person(key)).events.append(event)
    for key, person in people.items():
        signed_up_at = moment(facts.get(key, {}).get("signed_up_at"))
        # who signs up after the day has told nothing yet
        if signed_up_at is None or signed_up_at < end:
            person.facts = facts.get(key, {})
    return people


def _subscriptions(
    rows: list[Row], day: date, end: datetime, last_loaded_at: datetime
) -> dict[Key, Subscription]:
    last_told: dict[tuple, Row] = {}
    for row in rows:
        last_told[_key(row), text(row["subscription_id"])] = row
    known: dict[Key, list[Subscription]] = {}
    for (key, _), row in last_told.items():
        started_at = moment(row["started_at"])
        if started_at is None or started_at < end:
            known.setdefault(key, []).append(_as_of(row, day, end, last_loaded_at))
    return {key: _chosen(subscriptions) for key, subscriptions in known.items()}


def _chosen(subscriptions: list[Subscription]) -> Subscription:
    """The paid one that brings in most, else a trial, else the latest; with what all bring in."""

    def latest(some: list[Subscription]) -> Subscription:
        return max(some, key=lambda s: (s.started_at or datetime.min, s.subscription_id or ""))

    paid = [s for s in subscriptions if _is_paid(s)]
    amounts = [s.mrr for s in paid if s.mrr is not None]
    if amounts:
        chosen = latest([s for s in paid if s.mrr == max(amounts)])
    else:
        trials = [s for s in subscriptions if s.status == "trialing"]
        chosen = latest(paid or trials or subscriptions)
    total = (rounded(sum(amounts)) if amounts else None) if paid else Decimal(0)
    return replace(chosen, mrr=total)


def _is_paid(subscription: Subscription) -> bool:
    if subscription.status is None:
        return subscription.cancelled_at is None
    return subscription.status in ("active", "past_due")


def _as_of(row: Row, day: date, end: datetime, last_loaded_at: datetime) -> Subscription:
    status = text(row["status"])
    trial_ends_at, cancelled_at = moment(row["trial_ends_at"]), moment(row["cancelled_at"])
    is_in_trial = trial_ends_at is not None and trial_ends_at >= end
    if cancelled_at is not None and cancelled_at >= end:
        # it will be cancelled, but nobody can know it on that day
        cancelled_at = None
        if status == "cancelled":
            status = "trialing" if is_in_trial else "active"
    # what the source says now it said before the trial ended, if that is still to come
    if status in ("active", "past_due") and is_in_trial and trial_ends_at <= last_loaded_at:
        status = "trialing"
    rates, currency, mrr = Rates(), currency_code(row["currency"]), number(row["mrr"])
    return Subscription(
        subscription_id=text(row["subscription_id"]),
        plan=text(row["plan"]),
        status=status,
        mrr=rates.in_dollars(mrr, currency, day) if rates.knows(currency) else None,
        started_at=moment(row["started_at"]),
        trial_ends_at=trial_ends_at,
        cancelled_at=cancelled_at,
    )


def _key(row: Row) -> Key:
    return text(row["tenant_id"]) or "default", row["customer_id"]
