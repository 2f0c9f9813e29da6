"""Data and definitions for bench_segment_shapes.py; the same for the same arguments."""

from __future__ import annotations

import random
from pathlib import Path

import duckdb

KEYS = "tenant_id, customer_id"
TODAY = "date '2024-12-31'"
TYPES = ["page_view", "session_start", "product_view", "search", "click", "video_rendered", "add_to_cart", "cart_view", "login", "feature_use", "checkout", "purchase", "email_open", "email_click", "item_created", "share", "comment", "review", "wishlist", "invite", "support_ticket", "refund", "upgrade_click", "nps", "integration"]
VALUED = ["purchase", "refund", "checkout", "add_to_cart"]
WORDS = [
    ["free", "starter", "pro", "enterprise"],
    ["growing", "stable", "declining"],
    ["mobile", "desktop", "tablet"],
    ["us", "de", "fr", "gb", "es", "it", "br", "in", "jp", "ca"],
]
WINDOWS = {
    "7d": (7, 0),
    "14d": (14, 0),
    "30d": (30, 0),
    "60d": (60, 0),
    "90d": (90, 0),
    "180d": (180, 0),
    "ever": (9999, 0),
    "60d_to_30d": (60, 30),
}


def create_data(database: Path, customers: int, events: int) -> None:
    """Raw events, their per-day rollup and a wide table of customers; all from hash()."""

    def share(of: str, salt: int) -> str:
        return f"(hash({of}, {salt}) % 1000000 / 1000000.0::double)"

    columns = [
        f"({[10, 30, 100, 400, 1000][k % 5]} * {share('n', 100 + k)} ** {[2, 3, 5][k % 3]})"
        f"::bigint as number_{k}"
        for k in range(30)
    ]
    columns += [
        f"case when hash(n, {200 + k}) % 10 < {[10, 6, 3][k % 3]} then (2000 * "
        f"{share('n', 200 + k)} ** {2 + k % 3})::decimal(18, 4) end as amount_{k}"
        for k in range(14)
    ]
    columns += [
        f"case when hash(n, {400 + k}) % 10 < {10 - k // 2} then {WORDS[k % 4]}[1 + floor("
        f"{len(WORDS[k % 4])} * {share('n', 300 + k)} ** 1.8)::int] end as text_{k}"
        for k in range(8)
    ]
    columns += [
        f"hash(n, {500 + k}) % 100 < {[5, 10, 20, 40][k % 4]} as flag_{k}" for k in range(8)
    ]
    with duckdb.connect(str(database)) as connection:
        for sql in (
            f"""create table summary as select ['acme', 'beta', 'gamma'][1 + (hash(n, 1) % 3)::int]
                as tenant_id, substr(md5(n::varchar), 1, 16) as customer_id, {", ".join(columns)}
                from range({customers}) as customers (n)""",
            f"""create table events as select n as event_id, ['acme', 'beta', 'gamma']
                [1 + (hash(customer, 1) % 3)::int] as tenant_id, substr(md5(customer::varchar), 1, 16)
                as customer_id, event_type, case when event_type in ('{"', '".join(VALUED)}')
                then (5 + 200 * {share("n", 5)} ** 3)::decimal(18, 4) end as event_value,
                {TODAY} - (365 * {share("visit", 4)} ** 1.2)::int as event_date from (select n, visit,
                least({customers} - 1, floor({customers} * {share("visit", 3)} ** 2.6)::bigint) as
                customer, {TYPES}[1 + floor(25 * {share("n", 2)} ** 5)::int] as event_type
                from (select n, n // 16 as visit from range({events}) as events (n)))""",
            f"""create table event_days as select {KEYS}, event_type, count(*) as event_count,
                sum(event_value) as event_value, event_date from events group by all
                order by event_date""",
        ):
            connection.execute(sql)


def draw_event(draw: random.Random) -> tuple:
    types = tuple(draw.choices(TYPES, [1 / (k + 2) for k in range(25)]))
    window = draw.choices(list(WINDOWS), [12, 6, 35, 6, 16, 6, 14, 5])[0]
    kind = draw.random()
    if kind < 0.10:
        types = ("*",) if kind < 0.04 else tuple(sorted(draw.sample(TYPES, draw.choice([2, 3]))))
    measure = draw.choices(["count", "sum", "days"], [65, 20, 15])[0]
    if measure == "sum":
        types = (draw.choice(VALUED),) if kind >= 0.10 else types
        limits = [(">=", 50), (">=", 100), (">=", 200), (">=", 500), (">=", 1000), ("<", 5)]
    elif measure == "days":
        limits = [(">=", 2), (">=", 3), (">=", 5), (">=", 10), (">=", 20), ("=", 0)]
    else:
        limits = [(">=", n) for n in (1, 1, 2, 3, 5, 10, 20)] + [("=", 0), ("=", 0), ("<=", 2)]
    return ("event", types, window, measure, *draw.choice(limits))


def draw_column(draw: random.Random) -> tuple:
    kind, sign = draw.random(), draw.choice([">=", ">=", "<"])
    if kind < 0.5:
        k = int(30 * draw.random() ** 1.5)
        part = draw.choice([0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7])
        return ("column", f"number_{k}", sign, max(1, int([10, 30, 100, 400, 1000][k % 5] * part)))
    if kind < 0.65:
        return (
            "column",
            f"amount_{draw.randrange(14)}",
            sign,
            draw.choice([10, 50, 200, 500, 1000]),
        )
    if kind < 0.9:
        k = draw.randrange(8)
        words = sorted(draw.sample(WORDS[k % 4], draw.choice([1, 1, 2])))
        return ("column", f"text_{k}", "in", "('" + "', '".join(words) + "')")
    return ("column", f"flag_{draw.randrange(8)}", "=", "true")


def draw_criteria(draw: random.Random) -> tuple:
    events = draw.choice([1, 1, 2, 2, 3]) if draw.random() < 0.5 else 0
    conditions = [draw_event(draw) for _ in range(events)]
    conditions += [
        draw_column(draw) for _ in range(draw.choice([0, 1, 1, 2] if events else [1, 2, 3, 4]))
    ]
    conditions = [("not", c) if draw.random() < 0.12 else c for c in conditions]

    def nest(some: list, depth: int) -> tuple:
        if len(some) == 1:
            return some[0]
        form = draw.choices(["all", "any"], [8, 2] if depth == 1 else [4, 6])[0]
        if depth < 3 and len(some) > 2:
            middle = draw.randrange(1, len(some))
            some = [nest(some[:middle], depth + 1), nest(some[middle:], depth + 1)]
        nested = (form, tuple(some))
        return ("not", nested) if depth > 1 and draw.random() < 0.15 else nested

    return nest(conditions, 1)
