"""What compiled conditions hold for: each operator at its edges, each leaf parameter."""

import json
from datetime import date, datetime
from decimal import Decimal

import pytest
from segment_engine import Engine
from segment_world import CUSTOMER_COLUMNS, EVENT_COLUMNS, METRICS, definition

KEYS = {"tenant_id": "varchar", "customer_id": "varchar"}
AS_OF = date(2024, 3, 31)


def rows(types: dict, *given: dict) -> tuple[dict, list]:
    return types, [tuple(row.get(column) for column in types) for row in given]


def event(customer: str, day: str, kind: str = "purchase", at: str = "12:00", **more):
    moment = datetime.fromisoformat(f"{day} {at}")
    details = more.pop("properties", None)
    return {
        "event_id": f"{customer}-{day}-{at}-{kind}-{len(more)}",
        "tenant_id": more.pop("tenant", "acme"),
        "customer_id": customer,
        "event_type": kind,
        "event_date": moment.date(),
        "event_at": moment,
        "event_properties": None if details is None else json.dumps(details),
        **more,
    }


def world(customers: list[dict], events: list[dict], timezone: str = "UTC") -> Engine:
    people = [
        {"tenant_id": "acme", **one, "properties": json.dumps(one.get("properties"))}
        for one in customers
    ]
    metrics = [
        {key: one.get(key) for key in (*KEYS, *METRICS)} | {"tenant_id": one["tenant_id"]}
        for one in people
    ]
    return Engine(
        {
            "int_as_of_date": rows(
                {"as_of_date": "date", "as_of_end_at": "timestamp"},
                {"as_of_date": AS_OF, "as_of_end_at": datetime(2024, 4, 1)},
            ),
            "int_customers": rows(CUSTOMER_COLUMNS, *people),
            "stg_events": rows(EVENT_COLUMNS, *events),
            "customer_behavior_summary": rows(KEYS | METRICS, *metrics),
        },
        timezone,
        "customer_behavior_summary",
    )


def members(engine: Engine, criteria: dict, **meta) -> set[str]:
    found = engine.members([definition(criteria, **meta)])["wanted"]
    return {customer for _, customer in found}


VALUES = {
    "text": "Pro plan",
    "empty": "",
    "number": 12,
    "decimal": 12.5,
    "zero": 0,
    "number_text": " 12 ",
    "exponent": "1.2e1",
    "bad_number": "1_2",
    "yes": True,
    "yes_text": "true",
    "day": "2024-03-31",
    "instant": "2024-03-31T23:30:00-02:00",
    "bad_day": "2024-02-30",
    "none": None,
    "object": {"a": 1},
    "list": [1, "a"],
}
NUMBERS = {"number", "number_text", "exponent"}
TEXTS = set(VALUES) - {"none", "object", "list"}


@pytest.fixture(scope="module")
def people() -> Engine:
    customers = [
        {"customer_id": name, "properties": {"v": value}} for name, value in VALUES.items()
    ]
    customers.append({"customer_id": "absent", "properties": {}})
    return world(customers, [])


ALL = set(VALUES) | {"absent"}
OPERATORS = [
    ({"equals": 12}, NUMBERS),
    ({"equals": "12"}, {"number"}),
    ({"equals": "Pro plan"}, {"text"}),
    ({"equals": "pro PLAN"}, set()),
    ({"equals": "pro PLAN", "ignore_case": True}, {"text"}),
    ({"equals": True}, {"yes", "yes_text"}),
    ({"equals": "true"}, {"yes", "yes_text"}),
    ({"equals": ""}, {"empty"}),
    ({"not_equals": 12}, ALL - NUMBERS),
    ({"gt": 12}, {"decimal"}),
    ({"gte": 12}, NUMBERS | {"decimal"}),
    ({"lt": 12}, {"zero"}),
    ({"lte": 12}, NUMBERS | {"zero"}),
    ({"between": [0, 12]}, NUMBERS | {"zero"}),
    ({"gte": "Pro", "lt": "Q"}, {"text"}),
    ({"in": [12, "Pro plan", True]}, NUMBERS | {"text", "yes", "yes_text"}),
    ({"not_in": [12, "Pro plan"]}, ALL - NUMBERS - {"text"}),
    (
        {"contains": "2"},
        {"number", "decimal", "number_text", "exponent", "bad_number", "day", "instant", "bad_day"},
    ),
    ({"not_contains": "o"}, ALL - {"text"}),
    ({"starts_with": "Pro"}, {"text"}),
    ({"ends_with": "plan"}, {"text"}),
    ({"starts_with": "pro", "ignore_case": True}, {"text"}),
    ({"matches": "^P.*n$"}, {"text"}),
    ({"matches": "[0-9]_"}, {"bad_number"}),
    ({"is_set": True}, ALL - {"none", "absent"}),
    ({"is_set": False}, {"none", "absent"}),
    ({"before": "2024-04-01"}, {"day"}),
    ({"after": "2024-03-31"}, {"instant"}),
    ({"within_last": "1d"}, {"day"}),
    ({"older_than": "1d"}, set()),
    ({"gte": 12, "lt": 12.5}, NUMBERS),
]


@pytest.mark.parametrize(("operators", "expected"), OPERATORS)
def test_an_operator_on_a_path(people: Engine, operators: dict, expected: set) -> None:
    assert members(people, {"property": "v", **operators}) == expected


@pytest.mark.parametrize(("operators", "expected"), OPERATORS)
def test_not_is_the_exact_complement(people: Engine, operators, expected) -> None:
    criteria = {"not": {"property": "v", **operators}}
    assert members(people, criteria) == ALL - expected


def test_conditions_are_never_null(people: Engine) -> None:
    many = [
        definition({"property": "v", **operators}, f"s{number}")
        for number, (operators, _) in enumerate(OPERATORS)
    ]
    assert all(value is not None for row in people.flags(many) for value in row)


def test_the_first_and_last_day_of_windows() -> None:
    days = ["2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02", "2024-03-31"]
    engine = world([{"customer_id": day} for day in days], [event(day, day) for day in days])
    window = {"event": "purchase"}
    assert members(engine, {**window, "within": "30d"}) == set(days[3:])
    assert members(engine, {**window, "within": "31d"}) == set(days[2:])
    assert members(engine, {**window, "within": "1mo"}) == set(days[2:])
    assert members(engine, {**window, "within": "1d"}) == {"2024-03-31"}
    assert members(engine, {**window, "between_ago": ["32d", "30d"]}) == set(days[1:3])
    assert members(engine, {**window, "between": [days[0], days[2]]}) == set(days[:3])


def test_hours_include_their_first_instant_and_no_later_event() -> None:
    engine = world(
        [{"customer_id": "first"}, {"customer_id": "before"}, {"customer_id": "later"}],
        [
            event("first", "2024-03-31", at="00:00:00"),
            event("before", "2024-03-30", at="23:59:59"),
            event("later", "2024-04-01", at="00:00:00"),
        ],
    )
    assert members(engine, {"event": "purchase", "within": "24h"}) == {"first"}
    assert members(engine, {"event": "*"}) == {"first", "before"}


def test_measures_without_events() -> None:
    engine = world([{"customer_id": "nobody"}], [])
    nothing = {"event": "purchase"}
    for measure in ("count", "days"):
        assert members(engine, {**nothing, measure: {"lt": 1}})
    for measure in ("sum", "distinct"):
        assert members(engine, {**nothing, measure: {"of": "event_value", "equals": 0}})
    for measure in ("avg", "min", "max"):
        value = {"of": "event_value", "lt": 5}
        assert not members(engine, {**nothing, measure: value})
        assert members(engine, {**nothing, measure: {"of": "x", "not_equals": 5}})
    assert members(engine, {**nothing, "occurred": False})


# Each pair differs in one parameter of a leaf, and so do its members.
LEAF = {
    "event": "purchase",
    "within": "30d",
    "where": {"property": "color", "equals": "red"},
    "sum": {"of": "event_value", "gte": 10},
}
CHANGES = {
    "event": {"event": "refund"},
    "events": {"event": ["purchase", "refund"]},
    "where value": {"where": {"property": "color", "equals": "blue"}},
    "where name": {"where": {"property": "size", "equals": "red"}},
    "where operator": {"where": {"property": "color", "not_equals": "red"}},
    "window length": {"within": "60d"},
    "window unit": {"within": "30h"},
    "field": {"sum": {"of": "amount", "gte": 10}},
    "comparison": {"sum": {"of": "event_value", "gte": 11}},
    "operator": {"sum": {"of": "event_value", "gt": 10}},
    "measure count": {"sum": None, "count": {"gte": 1}},
    "measure days": {"sum": None, "days": {"gte": 2}},
    "measure distinct": {"sum": None, "distinct": {"of": "event_value", "gte": 2}},
    "measure avg": {"sum": None, "avg": {"of": "event_value", "gte": 10}},
    "measure min": {"sum": None, "min": {"of": "event_value", "gte": 10}},
    "measure max": {"sum": None, "max": {"of": "event_value", "gte": 10}},
    "no where": {"where": None},
    "no window": {"within": None},
    "between_ago": {"within": None, "between_ago": ["60d", "30d"]},
    "between_ago end": {"within": None, "between_ago": ["60d", "40d"]},
    "between": {"within": None, "between": ["2024-02-01", "2024-03-15"]},
    "between end": {"within": None, "between": ["2024-02-01", "2024-02-20"]},
    "occurred": {"sum": None, "occurred": False},
}


@pytest.fixture(scope="module")
def shop() -> Engine:
    red, blue = {"color": "red", "amount": 1}, {"color": "blue", "amount": 12}
    cases = {
        "ten": [("2024-03-20", "purchase", 10, red)],
        "two fives": [
            ("2024-03-20", "purchase", 4, red),
            ("2024-03-21", "purchase", 6, red),
        ],
        "twelve": [("2024-03-31", "purchase", 12, red)],
        "blue": [("2024-03-20", "purchase", 20, blue)],
        "red size": [("2024-03-20", "purchase", 20, {"size": "red", "amount": 3})],
        "small": [("2024-03-20", "purchase", 3, {"color": "red", "amount": 99})],
        "refund": [("2024-03-20", "refund", 20, red)],
        "old": [("2024-02-10", "purchase", 20, red)],
        "older": [("2024-02-25", "purchase", 20, red)],
        "oldest": [("2023-02-10", "purchase", 20, red)],
        "nothing": [],
    }
    return world(
        [{"customer_id": name} for name in cases],
        [
            event(name, day, kind, event_value=Decimal(value), properties=properties)
            for name, found in cases.items()
            for day, kind, value, properties in found
        ],
    )


def _leaf(change: dict) -> dict:
    merged = LEAF | change
    return {key: value for key, value in merged.items() if value is not None}


@pytest.mark.parametrize("change", CHANGES)
def test_every_leaf_parameter_matters(shop: Engine, change: str) -> None:
    pair = [definition(LEAF, "a"), definition(_leaf(CHANGES[change]), "b")]
    found = shop.members(pair)
    assert found["a"] != found["b"]
    assert found["a"] == shop.members(pair[:1])["a"]


def test_all_leaves_together_are_as_each_alone(shop: Engine) -> None:
    many = [definition(_leaf(CHANGES[one]), f"s{n}") for n, one in enumerate(CHANGES)]
    together = shop.members(many)
    for one in many:
        assert together[one["name"]] == shop.members([one])[one["name"]]


def test_equal_leaves_are_one(shop: Engine) -> None:
    twice = [
        definition({"event": "purchase", "within": "28d", "count": {"gte": 2}}, "a"),
        definition({"event": ["purchase"], "within": "4w", "count": {"gte": 3}}, "b"),
    ]
    context, _ = shop.compile(twice)
    assert len(context["leaves"]) == 1


def test_a_reference_respects_tenants() -> None:
    engine = world([{"customer_id": "a"}, {"customer_id": "b", "tenant_id": "globex"}], [])
    limited = definition({"event": "*", "occurred": False}, "limited", tenants=["acme"])
    found = engine.members(
        [
            limited,
            definition({"segment": "limited"}, "in"),
            definition({"not": {"segment": "limited"}}, "out"),
        ]
    )
    assert found["in"] == found["limited"] == {("acme", "a")}
    assert found["out"] == {("globex", "b")}


def test_templates_and_match_are_what_they_stand_for(shop: Engine) -> None:
    template = definition(
        {"event": {"parameter": "name"}, "count": {"gte": {"parameter": "times"}}},
        "template_often",
        template="often",
        parameters={"name": {"type": "event"}, "times": {"type": "number", "default": 2}},
    )
    used = {"template": "often", "with": {"name": "purchase"}}
    written = {"event": "purchase", "count": {"gte": 2}}
    one = definition(used, "one")
    context = shop.language.context([template, one])
    assert shop.language.compile_condition(used, context) == (
        shop.language.compile_condition(written, context)
    )
    assert shop.language.compile_condition({"match": {"mrr": "2-4"}}, context) == (
        shop.language.compile_condition({"all": [{"metric": "mrr", "between": [2, 4]}]}, context)
    )
