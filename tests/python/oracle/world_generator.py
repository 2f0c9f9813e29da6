"""Random worlds: small, crowded at the edges of windows, full of odd values."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from oracle.hostile import (
    NAMES,
    any_number,
    any_text,
    boolean_like,
    date_like,
    day_back,
    number_like,
    some_of,
)
from oracle.relations import CUSTOMER_TYPES, DIMENSIONS, EVENT_TYPES, METRIC_TYPES
from oracle.windows import Clock

TENANTS = ("acme", "o'neil")
ZONES = ("UTC", "America/New_York", "Asia/Kolkata", "Europe/Berlin")
CLOCK_CHANGES = {
    "America/New_York": (date(2024, 3, 10), date(2024, 11, 3)),
    "Europe/Berlin": (date(2024, 3, 31), date(2024, 10, 27)),
}
TYPES = ("page_view", "video_rendered", "purchase", "refund", "Page_view")
RARE_TYPES = ("it's; drop", "\u0441\u043e\u0431\u044b\u0442\u0438\u0435", "{{ 7*7 }}")
EDGES = ("1h", "24h", "25h", "48h", "72h", "1d", "7d", "14d", "30d", "60d", "90d")
MONTH_EDGES = ("1w", "4w", "1mo", "2mo", "3mo")
MICROSECOND = timedelta(microseconds=1)


def random_world(rng):
    """A world of two tenants that share customer ids."""
    zone = rng.choice(ZONES)
    as_of = _as_of(rng, zone)
    clock = Clock(as_of, zone)
    ids = [f"c{number:02}" for number in range(rng.randint(18, 36))]
    ids += ["c'02", "c; --", "\u04463", "C01"]
    keys = [(tenant, one) for tenant in TENANTS for one in ids]
    world = {
        "timezone": zone,
        "as_of": as_of,
        "metric_types": METRIC_TYPES,
        "customers": [_customer(rng, key, clock) for key in keys if rng.random() < 0.85],
        "subscriptions": [
            _subscription(rng, key, clock, number)
            for key in keys
            for number in range(rng.choice((0, 0, 1, 1, 2, 3)))
        ],
        "metrics": {
            key: {
                name: None if rng.random() < 0.12 else _metric(rng, name, clock)
                for name in METRIC_TYPES
            }
            for key in keys
        },
    }
    active = [key for key in keys if rng.random() < 0.85]
    instants = [_instant(rng, clock) for _ in range(rng.randint(600, 1400))]
    instants += _edges(clock)
    world["events"] = [
        _event(rng, rng.choice(active), number, instant, clock)
        for number, instant in enumerate(instants)
    ]
    return world


def _as_of(rng, zone):
    draw = rng.random()
    if draw < 0.4 and zone in CLOCK_CHANGES:
        return rng.choice(CLOCK_CHANGES[zone]) + timedelta(days=rng.randint(-1, 2))
    if draw < 0.6:
        ends = (
            date(2023, 3, 31),
            date(2024, 3, 31),
            date(2024, 2, 29),
            date(2024, 5, 30),
        )
        return rng.choice(ends)
    return date(2024, 1, 1) + timedelta(days=rng.randint(0, 365))


def _instant(rng, clock):
    day = clock.as_of - timedelta(days=day_back(rng))
    draw = rng.random()
    if draw < 0.15:
        return clock.start_of(day)
    if draw < 0.3:
        return clock.start_of(day + timedelta(days=1)) - MICROSECOND
    # second by second, as most sources have it; never in an hour that clocks change
    wall = time(rng.choice((0, 4, 8, 12, 19, 23)), rng.randint(0, 59), rng.randint(0, 59))
    return clock.to_utc(datetime.combine(day, wall))


def _edges(clock):
    starts = [clock.first_instant(duration) for duration in EDGES + MONTH_EDGES]
    starts.append(clock.end)
    return starts + [start - MICROSECOND for start in starts]


def _event(rng, key, number, instant, clock):
    value = None
    if rng.random() < 0.6:
        value = Decimal(rng.choice((0, 5, 10, 10, 25, 99.99, 12.5, -5, 0.0001, 1200)))
        value = value.quantize(Decimal("0.0001"))
    event = dict.fromkeys(EVENT_TYPES)
    event.update(
        event_id=f"e{number // 2}" if number % 2 == TENANTS.index(key[0]) else f"f{number}",
        tenant_id=key[0],
        customer_id=key[1],
        event_type=rng.choice(TYPES if rng.random() < 0.9 else RARE_TYPES),
        event_category=_maybe(rng, any_text(rng)),
        product_id=_maybe(rng, rng.choice(("1", "2", "10", "p-3", " 4 "))),
        product_category=_maybe(rng, any_text(rng)),
        currency=rng.choice(("USD", "EUR")),
        event_properties=_maybe(rng, _details(rng, clock.as_of)),
        page_url=_maybe(rng, rng.choice(("https://a.example/?q=1%20", "/pricing", "/"))),
        source=_maybe(rng, rng.choice(("google", "Google", "news'letter"))),
        campaign=_maybe(rng, any_text(rng)),
        device_type=_maybe(rng, rng.choice(("mobile", "desktop"))),
        country=_maybe(rng, rng.choice(("DE", "US", "IN"))),
        session_id=_maybe(rng, f"s{rng.randint(1, 30)}"),
        event_value=value,
        latitude=_maybe(rng, Decimal(rng.randint(-900, 900)) / 10),
        event_date=clock.day_of(instant),
        event_at=instant,
        loaded_at=instant + timedelta(hours=rng.randint(0, 72)),
    )
    return event


def _details(rng, as_of):
    if rng.random() < 0.02:
        return rng.choice(("[1, 2]", '"text"', "5", "null", "{}"))
    makers = {
        "feature": lambda: any_text(rng),
        "amount": lambda: number_like(rng),
        "ok": lambda: boolean_like(rng),
        "due": lambda: date_like(rng, as_of),
        "cart": lambda: _nested(rng, {"items": number_like(rng), "list": [1, 2]}),
        "event_value": lambda: 777,
        rng.choice(NAMES): lambda: any_text(rng),
    }
    return some_of(rng, makers, 0.7)


def _nested(rng, content):
    odd = ('{"items": 5}', [content], None, 7)
    return content if rng.random() < 0.85 else rng.choice(odd)


def _customer(rng, key, clock):
    row = dict.fromkeys(CUSTOMER_TYPES)
    row.update(
        tenant_id=key[0],
        customer_id=key[1],
        gender=_maybe(rng, rng.choice(("Female", "Male", "female"))),
        income=_maybe(rng, str(number_like(rng))),
        country=_maybe(rng, rng.choice(("DE", "US", "IN", "us", ""))),
        city=_maybe(rng, any_text(rng)),
        job_title=_maybe(rng, any_text(rng)),
        company_size=_maybe(rng, rng.choice(("10", "11-50", "1000", " 50", "1e3"))),
        properties=_maybe(rng, _properties(rng, clock.as_of)),
        age=_maybe(rng, rng.randint(16, 70)),
        team_size=_maybe(rng, rng.randint(1, 12)),
        birth_date=_maybe(rng, date(1960, 2, 29) + timedelta(days=rng.randint(0, 15000))),
        signed_up_at=_maybe(rng, _instant(rng, clock)),
    )
    return row


def _properties(rng, as_of):
    if rng.random() < 0.03:
        return rng.choice(("[1, 2]", "null", "{}", "3"))
    makers = {
        "color": lambda: any_text(rng),
        "seats": lambda: number_like(rng),
        "active": lambda: boolean_like(rng),
        "renewal": lambda: date_like(rng, as_of),
        "address": lambda: _nested(
            rng, {"city": any_text(rng), "geo": {"0": any_number(rng), "zip": "0" * 5}}
        ),
        "tags": lambda: [any_text(rng), {"0": 1}],
        "address.city": lambda: "never reached",
        "country": lambda: "shadowed by the column",
        "total_events": lambda: number_like(rng),
        "engagement_band": lambda: any_text(rng),
    }
    makers |= {name: lambda: any_text(rng) for name in rng.sample(NAMES, 6)}
    return some_of(rng, makers, 0.75)


def _subscription(rng, key, clock, number):
    started_at = _maybe(rng, _instant(rng, clock))
    return {
        "tenant_id": key[0],
        "customer_id": key[1],
        "subscription_id": f"{rng.choice('sS')}{10 - number}",
        "plan": _maybe(rng, rng.choice(("free", "pro", "Pro", "enterprise", "it's"))),
        "status": rng.choice(("trialing", "active", "past_due", "cancelled")),
        "currency": "USD",
        "mrr": _maybe(rng, Decimal(rng.choice(("0.0000", "12.0000", "12.5000", "200.0000")))),
        "started_at": started_at,
        "trial_ends_at": _maybe(rng, _instant(rng, clock)),
        "cancelled_at": _maybe(rng, _instant(rng, clock), 0.7),
    }


def _metric(rng, name, clock):
    kind = METRIC_TYPES[name]
    if DIMENSIONS.get(name):
        return rng.choice(DIMENSIONS[name])
    if name == "engagement_trend":
        return rng.choice(("growing", "stable", "declining"))
    if kind == "varchar":
        return any_text(rng)
    if kind == "integer":
        return rng.randint(0, 40)
    if kind == "double":
        return rng.choice((0.0, 12.0, 79.5, 80.0, round(rng.uniform(0, 100), 2)))
    if kind == "boolean":
        return rng.random() < 0.5
    if kind == "date":
        return clock.as_of - timedelta(days=day_back(rng))
    if kind == "timestamp":
        return _instant(rng, clock)
    return Decimal(rng.randint(0, 99999)) / 100


def _maybe(rng, value, missing=0.15):
    return None if rng.random() < missing else value
