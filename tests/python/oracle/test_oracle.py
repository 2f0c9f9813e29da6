"""The forms of the segment language by hand: logic, measures, match, who exists."""

from datetime import date, datetime

import pytest
from oracle.segment_oracle import evaluate
from oracle.small_worlds import (
    customer,
    event,
    is_member,
    members,
    subscription,
    world_of,
)

PEOPLE = [customer("a", country="DE"), customer("b"), customer("c", country="US")]
EVENTS = [
    event("a", "2024-03-30T10:00", value="10", event_properties='{"k": 1, "n": "2"}'),
    event("a", "2024-03-30T11:00", value="10.5", event_properties='{"k": "1"}'),
    event("a", "2024-03-31T10:00", event_properties='{"k": 1.0, "n": "many"}'),
    event("b", "2024-03-01T10:00", value="-4", event_properties='{"k": null}'),
    event("b", "2024-03-31T10:00", "see", value="1000", product_id="7"),
]
WORLD = world_of(EVENTS, PEOPLE)
VALUE = {"of": "event_value"}
MEASURES = [
    ({}, "ab"),
    ({"occurred": False}, "c"),
    ({"occurred": True}, "ab"),
    ({"count": {"gte": 3}}, "a"),
    ({"count": {"lt": 5}}, "abc"),
    ({"count": {"equals": 0}}, "c"),
    ({"count": {"between": [1, 3]}}, "ab"),
    ({"count": {"gte": 1, "lt": 3}}, "b"),
    ({"count": {"not_in": [0, 1]}}, "a"),
    ({"days": {"equals": 2}}, "a"),
    ({"days": {"equals": 0}}, "c"),
    ({"sum": {**VALUE, "equals": 20.5}}, "a"),
    ({"sum": {**VALUE, "lt": 5}}, "bc"),
    ({"sum": {**VALUE, "equals": 0}}, "c"),
    ({"avg": {**VALUE, "equals": 10.25}}, "a"),  # the event without a value is no zero
    ({"avg": {**VALUE, "lt": 5}}, "b"),
    ({"avg": {**VALUE, "not_equals": 5}}, "abc"),
    ({"min": {**VALUE, "gte": 10}}, "a"),
    ({"min": {**VALUE, "equals": 10}}, "a"),
    ({"max": {**VALUE, "lte": 10.5}}, "ab"),
    ({"max": {**VALUE, "not_in": [-4]}}, "ac"),
    ({"sum": {"of": "n", "equals": 2}}, "a"),  # the text "2" is a number, "many" is not
    (
        {"distinct": {"of": "k", "equals": 2}},
        "a",
    ),  # 1 and "1" are one text, 1.0 another
    ({"distinct": {"of": "k", "equals": 0}}, "bc"),  # null is not a value
    ({"count": {"gte": 3}, "days": {"gte": 3}}, ""),
    ({"occurred": True, "sum": {**VALUE, "lt": 5}}, "b"),
    ({"occurred": False, "count": {"gte": 1}}, ""),
    ({"where": {"property": "event_value", "gte": 10.5}}, "a"),
    ({"where": {"property": "k", "equals": 1}, "count": {"equals": 3}}, "a"),
    ({"where": {"property": "k", "equals": "1"}, "count": {"equals": 2}}, "a"),
    ({"where": {"property": "event_value", "is_set": False}}, "a"),
    ({"where": {"not": {"property": "n", "is_set": True}}, "count": {"gte": 1}}, "ab"),
    ({"where": {"property": "event_at", "older_than": "30d"}}, "b"),
]


@pytest.mark.parametrize(("options", "expected"), MEASURES)
def test_measures(options, expected):
    assert members({"event": "buy", **options}, WORLD) == list(expected)


def test_event_names():
    assert members({"event": ["buy", "see"], "count": {"equals": 2}}, WORLD) == ["b"]
    assert members({"event": "*", "count": {"equals": 2}}, WORLD) == ["b"]
    assert members({"event": "Buy"}, WORLD) == []
    assert members({"event": "*", "sum": {**VALUE, "gte": 996}}, WORLD) == ["b"]


def test_logic():
    german = {"property": "country", "equals": "DE"}
    buyer = {"event": "buy"}
    assert members({"all": [german, buyer]}, WORLD) == ["a"]
    assert members({"any": [german, buyer]}, WORLD) == ["a", "b"]
    assert members({"not": german}, WORLD) == ["b", "c"]
    neither = members({"not": {"any": [german, buyer]}}, WORLD)
    assert neither == members({"all": [{"not": german}, {"not": buyer}]}, WORLD) == ["c"]
    not_both = members({"not": {"all": [german, buyer]}}, WORLD)
    assert not_both == members({"any": [{"not": german}, {"not": buyer}]}, WORLD)


def test_not_equals_is_true_for_a_missing_value():
    assert members({"property": "country", "not_equals": "DE"}, WORLD) == ["b", "c"]


PROPERTIES = (
    '{"country": "XX", "a": {"b": {"0": 5}}, "a.b": 1, "l": [7], "t": "{\\"x\\": 1}",'
    ' "*": "star", "Plan": "x", "city": "XX", "total": 3}'
)
NAMES = [
    ({"property": "country", "equals": "DE"}, True),
    ({"property": "city", "is_set": True}, False),
    ({"property": "a.b.0", "equals": 5}, True),
    ({"property": "a.b", "equals": 1}, False),
    ({"property": "a.b", "is_set": True}, True),
    ({"property": "l.0", "is_set": False}, True),
    ({"property": "t.x", "is_set": False}, True),
    ({"property": "country.x", "is_set": False}, True),
    ({"property": "*", "equals": "star"}, True),
    ({"property": "Plan", "equals": "x"}, True),
    ({"property": "plan", "is_set": True}, False),
    ({"property": "total", "equals": 3}, True),
    ({"metric": "total", "equals": 9}, True),
    ({"match": {"total": 9}}, True),
    ({"match": {"total": ">= 9"}}, True),
    ({"match": {"total": "<9"}}, False),
    ({"match": {"total": "8-9"}}, True),
    ({"match": {"total": "9.5-10"}}, False),
    ({"match": {"total": [1, 9]}}, True),
    ({"match": {"total": "9"}}, True),
    ({"match": {"total": "!= 9"}}, False),
    ({"match": {"country": "DE", "total": "> 8"}}, True),
    ({"match": {"country": "DE", "total": "> 9"}}, False),
    ({"match": {"country": "!= DE"}}, False),
    ({"match": {"done": True}}, True),
    ({"match": {"done": "!= true"}}, False),
    ({"match": {"nothing": "!= x"}}, True),
    ({"match": {"since": "2024-02-01"}}, True),
    ({"match": {"since": "< 2024-02-01"}}, False),
    ({"segment": "band.at risk"}, True),
    ({"segment": "band.cold"}, False),
]


@pytest.mark.parametrize(("criteria", "expected"), NAMES)
def test_names_and_match(criteria, expected):
    metrics = {
        "total": 9,
        "done": True,
        "since": datetime(2024, 2, 1, 8),
        "band": "at risk",
    }
    a = customer("a", country="DE", properties=PROPERTIES)
    assert is_member(criteria, world_of(customers=[a], metrics={"a": metrics})) is expected


def test_a_metric_that_is_missing_still_goes_before_a_property():
    a = customer("a", properties='{"total": 3}')
    world = world_of(customers=[a], metrics={"a": {"total": None}})
    assert not is_member({"match": {"total": 3}}, world)


def test_segments_keep_to_their_tenants():
    people = [customer("a", "t"), customer("b", "u"), customer("a", "u")]
    german = {"property": "country", "not_equals": "DE"}
    definitions = [
        {"name": "not_y", "criteria": {"not": {"segment": "y"}}},
        {"name": "x", "criteria": {"segment": "y"}},
        {"name": "y", "tenants": ["u"], "criteria": german},
        {"name": "z", "tenants": ["t"], "criteria": {"segment": "y"}},
    ]
    found = evaluate(definitions, world_of(customers=people))
    assert found["y"] == found["x"] == {("u", "a"), ("u", "b")}
    assert found["not_y"] == {("t", "a")}
    assert found["z"] == set()


def test_a_tenants_events_are_its_own():
    events = [event("a", "2024-03-31T10:00", tenant_id="u")]
    world = world_of(events, [customer("a", "t")])
    definitions = [{"name": "it", "criteria": {"event": "buy"}}]
    assert evaluate(definitions, world)["it"] == {("u", "a")}


def test_a_cycle_is_an_error():
    world = world_of(customers=[customer("a")])
    with pytest.raises(ValueError, match="cycle"):
        members({"segment": "y"}, world, y={"criteria": {"segment": "it"}})


def test_template_is_its_expansion():
    definitions = [{"name": "it", "criteria": {"template": "buyers", "with": {"n": 3}}}]
    templates = {"buyers": lambda n: {"event": "buy", "count": {"gte": n}}}
    assert evaluate(definitions, WORLD, templates=templates)["it"] == {("t", "a")}


def test_who_exists():
    world = world_of(
        [
            event("event", "2024-03-31T23:59:59"),
            event("late event", "2024-04-01T00:00"),
        ],
        [
            customer("known"),
            customer("signed up", signed_up_at=datetime(2024, 3, 31, 23, 59)),
            customer("not yet", signed_up_at=datetime(2024, 4, 1)),
        ],
        [
            subscription("subscribed", "s", "2024-03-31T12:00"),
            subscription("undated", "s", None),
            subscription("late subscription", "s", "2024-04-01T00:00"),
        ],
    )
    everybody = {"event": "never", "count": {"equals": 0}}
    found = ["event", "known", "signed up", "subscribed", "undated"]
    assert members(everybody, world) == found
    assert members(everybody, world, date(2024, 3, 30)) == ["known", "undated"]


def test_the_current_subscription_is_the_latest_started():
    world = world_of(
        subscriptions=[
            subscription("a", "s1", "2024-01-01T00:00", "old"),
            subscription("a", "s2", "2024-02-01T00:00", "tie"),
            subscription("a", "s3", "2024-02-01T00:00", "current"),
            subscription("a", "s4", "2024-05-01T00:00", "future"),
            subscription("a", "s9", None, "undated"),
        ]
    )
    assert is_member({"property": "plan", "equals": "current"}, world)
    assert is_member({"property": "subscription_status", "equals": "active"}, world)
    assert is_member({"property": "mrr", "equals": "12"}, world)
    assert members({"property": "plan", "equals": "old"}, world, date(2024, 1, 31)) == ["a"]
    assert is_member({"property": "status", "is_set": False}, world)


@pytest.mark.parametrize(
    "criteria",
    [
        {},
        {"event": "buy", "property": "country"},
        {"property": "country"},
        {"property": "country", "like": "x"},
        {"event": "buy", "counts": {"gte": 1}},
        {"event": "buy", "count": {}},
        {"event": "buy", "where": {"metric": "x", "gte": 1}},
        {"metric": "unknown", "gte": 1},
        {"segment": "unknown"},
    ],
)
def test_a_malformed_condition_is_an_error(criteria):
    with pytest.raises(ValueError, match=r"."):
        members(criteria, WORLD)
