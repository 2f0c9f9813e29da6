"""Who exists as of a day, with which columns; and the rows of a world's relations."""

from collections import defaultdict
from datetime import datetime

from oracle.relations import (
    CUSTOMER_TYPES,
    DAY_TYPES,
    EVENT_TYPES,
    METRIC_TYPES,
    SUBSCRIPTION_COLUMNS,
)
from oracle.windows import Clock


def key_of(row):
    """(tenant_id, customer_id) of a row."""
    return row["tenant_id"], row["customer_id"]


def population(world, clock):
    """key -> the row of int_customers, for everybody who exists as of the day."""
    seen = {key_of(event) for event in world["events"] if event["event_at"] < clock.end}
    customers, subscriptions = {}, defaultdict(list)
    for customer in world["customers"]:
        customers[key_of(customer)] = customer
        if _reached(customer["signed_up_at"], clock):
            seen.add(key_of(customer))
    for subscription in world["subscriptions"]:
        if _reached(subscription["started_at"], clock):
            subscriptions[key_of(subscription)].append(subscription)
            seen.add(key_of(subscription))
    return {key: _row(key, customers.get(key, {}), subscriptions[key]) for key in seen}


def _reached(instant, clock):
    return instant is None or instant < clock.end


def _row(key, customer, subscriptions):
    current = max(subscriptions, key=_recency, default={})
    row = {column: customer.get(column) for column in CUSTOMER_TYPES}
    row.update((name, current.get(own)) for name, own in SUBSCRIPTION_COLUMNS.items())
    row["tenant_id"], row["customer_id"] = key
    return row


def _recency(subscription):
    return subscription["started_at"] or datetime.min, subscription["subscription_id"]


def world_rows(world, as_of=None):
    """relation -> (column -> type, rows as tuples in that order).

    The relations: int_as_of_date, stg_events, int_customers, int_customer_event_days,
    customer_metrics (one row per customer of int_customers), and the two inputs of
    int_customers: customers and subscriptions.
    """
    clock = Clock(as_of or world["as_of"], world["timezone"])
    metric_types = world.get("metric_types", METRIC_TYPES)
    key_types = {"tenant_id": "varchar", "customer_id": "varchar"}
    people = population(world, clock)
    metrics = [
        {**dict(zip(key_types, key, strict=True)), **world["metrics"].get(key, {})}
        for key in sorted(people)
    ]
    own_columns = [name for name in CUSTOMER_TYPES if name not in SUBSCRIPTION_COLUMNS]
    tables = {
        "int_as_of_date": (
            {"as_of_date": "date", "as_of_end_at": "timestamp"},
            [{"as_of_date": clock.as_of, "as_of_end_at": clock.end}],
        ),
        "stg_events": (EVENT_TYPES, world["events"]),
        "int_customers": (CUSTOMER_TYPES, [people[key] for key in sorted(people)]),
        "int_customer_event_days": (DAY_TYPES, _event_days(world["events"], clock)),
        "customer_metrics": ({**key_types, **metric_types}, metrics),
        "customers": (
            {name: CUSTOMER_TYPES[name] for name in own_columns},
            world["customers"],
        ),
        "subscriptions": (
            key_types | {own: CUSTOMER_TYPES[name] for name, own in SUBSCRIPTION_COLUMNS.items()},
            world["subscriptions"],
        ),
    }
    return {
        name: (types, [tuple(row.get(column) for column in types) for row in rows])
        for name, (types, rows) in tables.items()
    }


def _event_days(events, clock):
    groups = defaultdict(list)
    for event in sorted(events, key=lambda one: (one["event_at"], one["event_id"])):
        day = clock.day_of(event["event_at"])
        groups[(*key_of(event), event["event_type"], day)].append(event)
    for (tenant_id, customer_id, event_type, day), group in groups.items():
        values = [one["event_value"] for one in group if one["event_value"] is not None]
        yield {
            "tenant_id": tenant_id,
            "customer_id": customer_id,
            "event_type": event_type,
            "event_count": len(group),
            "event_value": sum(values) if values else None,
            "last_event_value": group[-1]["event_value"],
            "event_date": day,
            "first_event_at": group[0]["event_at"],
            "last_event_at": group[-1]["event_at"],
        }
