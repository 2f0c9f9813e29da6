"""Values and operators by hand: missing values, types, texts, dates."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from oracle.small_worlds import customer, is_member, property_holds, world_of

CASES = [
    # missing values: false, and the complement true
    (None, {"equals": "x"}, False),
    (None, {"not_equals": "x"}, True),
    (None, {"not_in": ["x"]}, True),
    (None, {"not_contains": "x"}, True),
    (None, {"lt": 5}, False),
    (None, {"is_set": False}, True),
    ("null", {"is_set": True}, False),
    ("null", {"not_equals": "x"}, True),
    ('""', {"is_set": True}, True),
    ('""', {"equals": ""}, True),
    ("[1]", {"is_set": True}, True),
    ("[1]", {"contains": "1"}, False),
    ('{"y": 1}', {"not_contains": "1"}, True),
    ('{"y": 1}', {"is_set": False}, False),
    # numbers
    ("12", {"equals": 12}, True),
    ("12.0", {"equals": 12}, True),
    ('" 12 "', {"equals": 12}, True),
    ('"+1.2e1"', {"equals": 12}, True),
    ('".5"', {"lt": 1}, True),
    ('"1_000"', {"gte": 0}, False),
    ('"1,000"', {"gte": 0}, False),
    ('"NaN"', {"not_equals": 1}, True),
    ('"inf"', {"gt": 1}, False),
    ('"0x1F"', {"gte": 0}, False),
    ('"\uff17"', {"equals": 7}, False),
    ('""', {"equals": 0}, False),
    ("true", {"equals": 1}, False),
    ("0.3", {"equals": 0.3}, True),
    ("5", {"between": [5, 7]}, True),
    ("7", {"between": [5, 7]}, True),
    ("7.0001", {"between": [5, 7]}, False),
    ("5", {"gte": 5, "lt": 5}, False),
    # booleans
    ("true", {"equals": True}, True),
    ('"true"', {"equals": True}, True),
    ('"TRUE"', {"equals": True}, False),
    ("1", {"equals": True}, False),
    ('"yes"', {"not_equals": False}, True),
    # texts
    ("12", {"equals": "12"}, True),
    ("12.0", {"equals": "12"}, False),
    ("12.0", {"equals": "12.0"}, True),
    ("true", {"equals": "true"}, True),
    ('"Pro"', {"equals": "pro"}, False),
    ('"Pro"', {"equals": "pRO", "ignore_case": True}, True),
    ('"Pro"', {"starts_with": "PR", "ignore_case": True}, True),
    ('"Zoe"', {"lt": "adam"}, True),
    ('"Zoe"', {"lt": "adam", "ignore_case": True}, False),
    ('"\U0001f600"', {"gt": "\uffee"}, True),
    ('"10"', {"lt": "9"}, True),
    ("10", {"lt": "9"}, True),
    ('"e\u0301"', {"equals": "\u00e9"}, False),
    ('"a"', {"in": [1, True, "a"]}, True),
    ("1", {"in": ["1", "b"]}, True),
    ('"it\'s; --"', {"ends_with": "'s; --"}, True),
    ('"abc"', {"matches": "b"}, True),
    ('"abc"', {"matches": "^b"}, False),
    ('"abc\\n"', {"matches": "c$"}, False),
    ('"a\\nc"', {"matches": "a.c"}, False),
    ('"\u0663"', {"matches": r"\d"}, False),
    ("12", {"matches": "^[0-9]{2}$"}, True),
    # dates
    ('"2024-03-01"', {"before": "2024-03-02"}, True),
    ('"2024-03-01"', {"before": "2024-03-01"}, False),
    ('"2024-03-01"', {"after": "2024-02-29"}, True),
    ('"2024-03-01"', {"after": "2024-03-01"}, False),
    ('"2024-03-01T23:30:00Z"', {"after": "2024-03-01"}, False),
    ('"2024-03-01T23:30:00-05:00"', {"after": "2024-03-01"}, True),
    ('"2024-03-01 00:30:00+0530"', {"before": "2024-03-01"}, True),
    ('"2024-02-30"', {"after": "2000-01-01"}, False),
    ('"2024-3-1"', {"after": "2000-01-01"}, False),
    ('" 2024-03-01"', {"after": "2000-01-01"}, False),
    ('"2024-03-01x"', {"after": "2000-01-01"}, False),
    ("20240301", {"after": "2000-01-01"}, False),
    ('"2024-03-01T10:00"', {"equals": "2024-03-01"}, False),
    ('"2024-03-31"', {"within_last": "1d"}, True),
    ('"2024-03-30"', {"within_last": "1d"}, False),
    ('"2024-04-01"', {"within_last": "30d"}, False),
    ('"2024-04-01"', {"older_than": "30d"}, False),
    ('"2024-03-02"', {"within_last": "30d"}, True),
    ('"2024-03-02"', {"older_than": "30d"}, False),
    ('"2024-03-01"', {"older_than": "30d"}, True),
    ('"2024-03-31"', {"within_last": "24h"}, True),
    ('"2024-03-31"', {"within_last": "23h"}, False),
    ('"2024-03-31"', {"older_than": "23h"}, True),
    ('"2024-03-31"', {"older_than": "24h"}, False),
    ('"soon"', {"older_than": "1d"}, False),
]


@pytest.mark.parametrize(("json_text", "operators", "expected"), CASES)
def test_property_of_json(json_text, operators, expected):
    assert property_holds(json_text, operators) is expected


@pytest.mark.parametrize(("json_text", "operators", "expected"), CASES)
def test_not_is_the_complement(json_text, operators, expected):
    text = None if json_text is None else f'{{"x": {json_text}}}'
    world = world_of(customers=[customer("a", properties=text)])
    assert is_member({"not": {"property": "x", **operators}}, world) is not expected


@pytest.mark.parametrize(
    ("zone", "expected"),
    [("UTC", True), ("America/New_York", False), ("Asia/Kolkata", True)],
)
def test_an_offset_counts_in_the_projects_timezone(zone, expected):
    text = '"2024-03-02T03:00:00Z"'
    assert property_holds(text, {"after": "2024-03-01"}, zone) is expected


def test_a_text_without_offset_is_on_the_projects_clock():
    text = '"2024-03-01T23:30:00"'
    assert not property_holds(text, {"after": "2024-03-01"}, "Asia/Kolkata")


COLUMNS = [
    ("age", 12, {"equals": "12"}, True),
    ("birth_date", date(1990, 2, 3), {"equals": "1990-02-03"}, True),
    ("birth_date", date(1990, 2, 3), {"contains": "02-03"}, True),
    ("birth_date", date(1990, 2, 3), {"lt": "1990-02-03"}, False),
    ("birth_date", date(1990, 2, 3), {"gt": 5}, False),
    ("signed_up_at", datetime(2024, 3, 1, 23, 59, 59), {"lte": "2024-03-01"}, True),
    ("signed_up_at", datetime(2024, 3, 1, 10), {"in": ["2024-03-01", "x"]}, True),
    (
        "signed_up_at",
        datetime(2024, 3, 1, 10),
        {"starts_with": "2024-03-01 10:00"},
        True,
    ),
    ("signed_up_at", datetime(2024, 3, 1), {"between": ["2024-03-01"] * 2}, True),
]


@pytest.mark.parametrize(("name", "value", "operators", "expected"), COLUMNS)
def test_property_of_a_column(name, value, operators, expected):
    world = world_of(customers=[customer("a", **{name: value})])
    assert is_member({"property": name, **operators}, world) is expected


def test_the_day_of_a_timestamp_is_that_of_the_project():
    signed_up = customer("a", signed_up_at=datetime(2024, 3, 1, 20))
    criteria = {"property": "signed_up_at", "equals": "2024-03-02"}
    assert is_member(criteria, world_of(customers=[signed_up], zone="Asia/Kolkata"))
    assert not is_member(criteria, world_of(customers=[signed_up]))


@pytest.mark.parametrize(
    ("value", "operators", "expected"),
    [
        (Decimal("12.0000"), {"equals": "12"}, True),
        (Decimal("12.5000"), {"equals": "12.5"}, True),
        (Decimal("100.0000"), {"ends_with": "00"}, True),
        (12.0, {"equals": "12"}, True),
        (0.1, {"equals": 0.1}, True),
        (True, {"equals": "true"}, True),
        (True, {"gte": 1}, False),
        (None, {"not_equals": True}, True),
    ],
)
def test_metric(value, operators, expected):
    world = world_of(customers=[customer("a")], metrics={"a": {"score": value}})
    assert is_member({"metric": "score", **operators}, world) is expected
