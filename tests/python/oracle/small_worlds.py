"""Worlds of a few rows, for examples that are worked out by hand."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from oracle.relations import CUSTOMER_TYPES, EVENT_TYPES
from oracle.segment_oracle import evaluate

AS_OF = date(2024, 3, 31)


def event(customer_id, at, event_type="buy", tenant_id="t", value=None, **columns):
    """An event; `at` is an ISO text, in UTC."""
    row = dict.fromkeys(EVENT_TYPES)
    row.update(
        event_id=f"{customer_id} {event_type} {at}",
        tenant_id=tenant_id,
        customer_id=customer_id,
        event_type=event_type,
        event_at=datetime.fromisoformat(at),
        event_value=None if value is None else Decimal(value),
        **columns,
    )
    return row


def events_on_days_back(as_of=AS_OF):
    """One event at noon of each of 400 days, by a customer named for the days back."""
    return [event(str(back), f"{as_of - timedelta(days=back)}T12:00") for back in range(400)]


def customer(customer_id, tenant_id="t", **columns):
    """A customer, signed up at an unknown time unless said otherwise."""
    row = dict.fromkeys(CUSTOMER_TYPES)
    row.update(tenant_id=tenant_id, customer_id=customer_id, **columns)
    return row


def subscription(customer_id, subscription_id, started_at, plan="pro"):
    """A subscription; started_at is an ISO text or None."""
    return {
        **{"tenant_id": "t", "customer_id": customer_id, "plan": plan},
        **{"subscription_id": subscription_id, "status": "active", "currency": "USD"},
        **{"mrr": Decimal("12.0000"), "trial_ends_at": None, "cancelled_at": None},
        "started_at": started_at and datetime.fromisoformat(started_at),
    }


def world_of(events=(), customers=(), subscriptions=(), metrics=(), zone="UTC"):
    """A world with these rows; metrics: customer_id -> column -> value."""
    return {
        "events": list(events),
        "customers": list(customers),
        "subscriptions": list(subscriptions),
        "metrics": {("t", name): row for name, row in dict(metrics).items()},
        "timezone": zone,
        "as_of": AS_OF,
    }


def members(criteria, world, as_of=None, **others):
    """The sorted customer ids in a segment; others: names of further segments."""
    definitions = [{"name": "it", "criteria": criteria}]
    definitions += [{"name": name, **others[name]} for name in others]
    return sorted(one for _, one in evaluate(definitions, world, as_of)["it"])


def is_member(criteria, world):
    """Whether customer a is in."""
    return "a" in members(criteria, world)


def property_holds(json_text, operators, zone="UTC"):
    """Whether operators hold for the property x of a customer; None: no such key."""
    text = None if json_text is None else f'{{"x": {json_text}}}'
    world = world_of(customers=[customer("a", properties=text)], zone=zone)
    return is_member({"property": "x", **operators}, world)
