#!/usr/bin/env python3
"""Measures ways of evaluating many segments at once, on data and definitions of its own.

    scripts/bench_segment_shapes.py                              1 million customers, 20 million events
    scripts/bench_segment_shapes.py --customers 50000 --events 1000000 --segments 30,120

A shape is how leaves are computed, then how members are read from them (`types+packed`),
or one query per segment on the per-day rollup (`queries`) or on raw events (`raw`).
Every shape must write the same rows; exit 1 if one does not. Judge by CPU seconds when
the machine is busy. docs/decisions/segment-evaluation-shape.md says what was chosen.
"""

from __future__ import annotations

import math
import random
from functools import partial
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
OPPOSITE = {">=": "<", "<": ">=", "<=": ">", ">": "<=", "=": "<>", "<>": "="}
OWN_QUERY_FROM = 3  # leaves; a type with fewer shares one query with others


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


def draw_definitions(database: Path, number: int) -> list[tuple[str, tuple]]:
    """Definitions whose sizes are spread around 3 % of customers, 0.1 to 30, by a sample."""
    draw = random.Random(7)
    candidates = [draw_criteria(draw) for _ in range(4 * number)]
    with duckdb.connect(str(database), read_only=True) as connection:
        total = connection.execute("select count(*) from summary").fetchall()[0][0]
        for table in ("summary", "event_days"):
            connection.execute(
                f"create temp table {table} as select * from {table} "
                f"where hash(customer_id) % {max(1, total // 20000)} = 0"
            )
        shares: list[float] = []
        for k in range(0, len(candidates), 200):
            some = [(str(n), tree) for n, tree in enumerate(candidates[k : k + 200])]
            (leaves, event) = wide_leaves(some, "case")
            counts = ", ".join(f"avg(({predicate(tree, event)})::int)" for _, tree in some)
            shares += connection.execute(
                f"{with_ctes(leaves)} select {counts} from summary join leaves using ({KEYS})"
            ).fetchall()[0]
    left = sorted((math.log(s), k) for k, s in enumerate(shares) if 0.001 <= s <= 0.3)
    chosen = []
    while len(chosen) < number:
        wanted = draw.gauss(math.log(0.03), 1.1)
        if math.log(0.001) <= wanted <= math.log(0.3):
            nearest = min(range(len(left)), key=lambda k: abs(left[k][0] - wanted))
            chosen.append((f"segment_{len(chosen):04d}", candidates[left.pop(nearest)[1]]))
    return chosen


def with_ctes(ctes: list[tuple[str, str]]) -> str:
    return "with " + ", ".join(f"{name} as ({query})" for name, query in ctes)


def events_of(tree: tuple) -> list[tuple]:
    if tree[0] == "event":
        return [tree]
    parts = [] if tree[0] == "column" else [tree[1]] if tree[0] == "not" else tree[1]
    return [event for part in parts for event in events_of(part)]


def leaves_of(definitions: list) -> list[tuple]:
    """Each distinct (types, window, measure)."""
    return sorted({event[1:4] for _, tree in definitions for event in events_of(tree)})


def predicate(tree: tuple, event, negated: bool = False) -> str:
    """Negations are moved down to the conditions: above them a null is as good as false."""
    if tree[0] == "not":
        return predicate(tree[1], event, not negated)
    if tree[0] in ("all", "any"):
        word = " and " if (tree[0] == "all") != negated else " or "
        return "(" + word.join(predicate(part, event, negated) for part in tree[1]) + ")"
    if tree[0] == "event":
        return event(tree, negated)
    comparison = f"{tree[1]} {tree[2]} {tree[3]}"
    return f"not coalesce({comparison}, false)" if negated else comparison


def by_value(names: dict, tree: tuple, negated: bool) -> str:
    return f"{names[tree[1:4]]} {OPPOSITE[tree[4]] if negated else tree[4]} {tree[5]}"


def of_types(types: tuple) -> list[str]:
    return [] if types == ("*",) else [f"event_type in ('{"', '".join(types)}')"]


def of_window(window: str) -> list[str]:
    first, last = WINDOWS[window]
    start = [] if window == "ever" else [f"event_date > {TODAY} - {first}"]
    return [*start, f"event_date <= {TODAY} - {last}"]


def is_days_of_several(leaf: tuple) -> bool:
    return leaf[2] == "days" and (len(leaf[0]) > 1 or leaf[0] == ("*",))


def aggregate(leaf: tuple, how: str, typed: bool = True, raw: bool = False) -> str:
    condition = " and ".join([*(of_types(leaf[0]) if typed else []), *of_window(leaf[1])])
    value = {"count": "1" if raw else "event_count", "sum": "event_value", "days": "1"}[leaf[2]]
    function = "sum("
    if leaf[2] == "days" and typed and (raw or is_days_of_several(leaf)):
        function, value = "count(distinct ", "event_date"
    if how == "filter":
        return f"coalesce({function}{value}) filter (where {condition}), 0)"
    return f"coalesce({function}case when {condition} then {value} end), 0)"


def wide_leaves(definitions: list, how: str) -> tuple:
    """One pass over the rollup, one column per leaf."""
    names = {leaf: f"leaf_{n}" for n, leaf in enumerate(leaves_of(definitions))}
    columns = "".join(f", {aggregate(leaf, how)} as {name}" for leaf, name in names.items())
    kept = "".join(f", coalesce({name}, 0) as {name}" for name in names.values())
    return [
        ("wide", f"select {KEYS}{columns} from event_days group by {KEYS}"),
        ("leaves", f"select summary.{KEYS}{kept} from summary left join wide using ({KEYS})"),
    ], partial(by_value, names)
