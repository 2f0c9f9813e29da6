"""A small random world at every edge: midnight, the session gap, ties, gaps in the data.

Written as CSV files, whose columns have the canonical names. The day is the one before
clocks go forward in New York.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from .events import Calendar
from .inputs import CUSTOMER_COLUMNS, EVENT_COLUMNS, SUBSCRIPTION_COLUMNS, Row
from .lookups import seed

TIMEZONE = "America/New_York"
DAY = date(2025, 3, 8)
END = Calendar(TIMEZONE).end_of(DAY)
AROUND = (-3600, -1801, -1800, -1799, -900, -1, 0, 1, 600, 1799, 1800, 1801)
DAYS_BACK = (0, 1, 2, 6, 7, 8, 13, 14, 15, 27, 28, 29, 30, 31, 60, 61, 90, 91, 120, 365, 400)
VALUES = (None, "0", "-5", "5", "10.00005", "3.3333", "49.99", "0.0001", "1000", "12.5", "12.5")
PROPERTIES = (
    None, None, "{}", '{"order_id":"o1"}', '{"order_id":"o2"}', '{"order_id":3}',
    '{"order_id":""}', '{"order_id":null}', '{"feature":"a"}', '{"feature":"b"}',
    '{"feature":""}', '{"feature":5}', '{"order_id":"o1","feature":"c"}', "[1]", '"x"', "5",
    "{broken", '{"message_id":"m1"}', '{"message_id":"m2"}', '{"message_id":1}',
)  # fmt: skip
PSYCHOGRAPHICS = (
    None, None, "{}", '{"values":"Innovation","lifestyle":"Traditional"}',
    '{"values":"","lifestyle":null,"personality":"Social","motivations":"Status"}',
)  # fmt: skip


def write_edge_world(folder: Path, number: int, customers: int) -> None:
    rng = Random(number)
    events = [*_events(rng, customers), *_regulars(rng, customers)]
    _write(folder / "events.csv", EVENT_COLUMNS, events)
    _write(folder / "customers.csv", CUSTOMER_COLUMNS, _customers(rng, customers))
    _write(folder / "subscriptions.csv", SUBSCRIPTION_COLUMNS, _subscriptions(rng, customers))


def _moment(rng: Random) -> datetime:
    if rng.random() < 0.25:
        return END + timedelta(seconds=rng.choice(AROUND))
    moved = rng.choice((*AROUND, rng.randint(-40_000, 40_000)))
    return END - timedelta(days=rng.choice(DAYS_BACK), seconds=-moved)


def _events(rng: Random, customers: int) -> list[Row]:
    types = [row["event_type"] for row in seed("event_roles")]
    types += ["unlisted", "refund", "nps"] + 3 * ["purchase"] + 2 * ["feature_used"]
    rows = []
    for _ in range(customers):
        tenant_id = rng.choice(("t1", "t2", None, "default"))
        customer_id = f"c{rng.randrange(customers)}"
        for _ in range(rng.choice((0, 1, 2, 3, 10, 30))):
            at = _moment(rng)
            loaded_at = at + timedelta(minutes=rng.choice((-61, *5 * (-60, 0, 60, 1440, 2880))))
            row = {
                "event_id": rng.choice((None, f"e{rng.randrange(customers)}", *3 * [len(rows)])),
                "tenant_id": tenant_id,
                "customer_id": customer_id,
                "event_type": rng.choice(types),
                "event_at": at.isoformat(" "),
                "loaded_at": loaded_at.isoformat(" "),
                "event_value": rng.choice(VALUES),
                "currency": rng.choice((None, "USD", " eur", "JPY", "gbp ", "XXX")),
                "event_properties": rng.choice(PROPERTIES),
                "source": rng.choice((None, None, "google", "(direct)", "newsletter")),
                "medium": rng.choice((None, None, "cpc", "email")),
                "device_type": rng.choice((None, "mobile", "desktop", "tablet")),
                "product_category": rng.choice((None, "x", "y", "z")),
                "session_id": rng.choice((None, None, "s1", "s2")),
            }
            rows.append(row)
            if rng.random() < 0.05:
                rows.append(row | rng.choice(({}, {"event_value": "77"})))
    rng.shuffle(rows)
    return rows


def _regulars(rng: Random, customers: int) -> Iterable[Row]:
    """A tenant of five features, whose customers come daily and meet thresholds exactly."""
    for number in range(customers):
        seconds, length = rng.choice((0, 599, 600, 601, 1800)), rng.choice((1, 2, 4, 5, 9, 10))
        orders, price = rng.choice((0, 1, 2, 5)), rng.choice((50, 100, 250, 500, 1000))
        features = rng.sample("abcde", rng.randint(1, 5))
        visits = rng.choice((1, 3, 4, 11, 12, 19, 20, 21, 28))
        told = [("feature_used", f'{{"feature":"{feature}"}}', None) for feature in features]
        told += [("support_ticket", None, None)] * rng.choice((0, 1, 4, 5, 20, 21))
        told += [("purchase", None, price)] * orders + [("review", None, None)] * (number % 2)
        for visit in range(visits):
            began_at = END - timedelta(hours=6 + 24 * visit)
            for step in range(length):
                kind, properties, value = told.pop() if told else ("search", None, None)
                yield {
                    "tenant_id": "regulars",
                    "customer_id": f"c{number}",
                    "event_type": kind,
                    "event_properties": properties,
                    "event_value": value,
                    "event_at": began_at + timedelta(seconds=seconds * step // max(1, length - 1)),
                    "loaded_at": END + timedelta(days=1),
                    "event_id": f"{number}-{visit}-{step}",
                    "session_id": f"{visit}",
                }


def _customers(rng: Random, customers: int) -> Iterable[Row]:
    for number in range(customers + 5):
        for _ in range(rng.choice((0, 1, 1, 1, 2))):
            yield {
                "tenant_id": rng.choice(("t1", "t2", None)),
                "customer_id": f"c{number}",
                "signed_up_at": rng.choice((None, _moment(rng).isoformat(" "))),
                "birth_date": rng.choice((None, "1990-03-08", "1990-03-09", "2007-03-09")),
                "age": rng.choice(
                    (None, "45-54", "65+", "17", "18", "24", "25", "26", "55", "56", "64", "65")
                ),
                "gender": rng.choice((None, "M", "f", "Female", "Non-Binary", "x", " Male ")),
                "income": rng.choice((None, "High Income", "average", *"123456789", "x")),
                "country": rng.choice((None, "US", "United States", "DE")),
                "region": rng.choice((None, "Texas", "tx", "CA", "New York", "Bavaria")),
                "company_size": rng.choice((None, "10", "9", "500", "501", "10-50", "500+")),
                "industry": rng.choice((None, "Tech", "SaaS", "Retail")),
                "job_title": rng.choice((None, "VP Marketing", "Product Manager", "Teacher")),
                "properties": rng.choice(PSYCHOGRAPHICS),
            }


def _subscriptions(rng: Random, customers: int) -> Iterable[Row]:
    for number in range(customers + 8):
        for _ in range(rng.choice((0, 1, 1, 2))):
            status = rng.choice(("trialing", "active", "past_due", "cancelled"))
            ends_at = rng.choice((None, _moment(rng) + timedelta(days=rng.choice((0, 3, 7, 8)))))
            in_trial = status == "trialing" or (status == "active" and rng.random() < 0.4)
            yield {
                "tenant_id": rng.choice(("t1", "t2", None)),
                "customer_id": f"c{number}",
                "subscription_id": rng.choice("ab"),
                "plan": rng.choice(("pro", "trial")),
                "status": status,
                "mrr": rng.choice((None, "0", "19", "199.99", "200", "250.5")),
                "currency": rng.choice((None, "eur", "XXX", "JPY ")),
                "started_at": rng.choice((_moment(rng), _moment(rng), None)),
                "trial_ends_at": ends_at if in_trial else None,
                "cancelled_at": ends_at if status == "cancelled" else None,
            }


def _write(path: Path, columns: Iterable[str], rows: Iterable[Row]) -> None:
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)
