"""Windows by hand: first and last day, months, hours, clocks that change."""

from datetime import date

import pytest
from oracle.small_worlds import event, events_on_days_back, members, world_of
from oracle.windows import Clock, months_before

DAILY = world_of(events_on_days_back())
# as_of is 2024-03-31; a customer is named for the days between his event and as_of
WINDOWS = [
    ({}, 0, 399),
    ({"within": "1d"}, 0, 0),
    ({"within": "30d"}, 0, 29),
    ({"within": "4w"}, 0, 27),
    ({"within": "1mo"}, 0, 30),  # from 1 March: the day after 29 February
    ({"within": "4mo"}, 0, 121),  # from 1 December: the day after 30 November
    ({"within": "1y"}, 0, 365),  # from 1 April 2023
    ({"within": "12mo"}, 0, 365),
    ({"within": "24h"}, 0, 0),
    ({"within": "36h"}, 0, 1),  # noon of the day before is the first instant
    ({"within": "35h"}, 0, 0),
    ({"between_ago": ["60d", "30d"]}, 30, 59),
    ({"between_ago": ["2mo", "1mo"]}, 31, 59),
    ({"between_ago": ["36h", "12h"]}, 1, 1),  # today's noon is 12h ago: not included
    ({"between_ago": ["2d", "12h"]}, 1, 1),
    ({"between": ["2024-03-01", "2024-03-03"]}, 28, 30),
    ({"between": ["2024-03-31", "2024-04-30"]}, 0, 0),
    ({"between": ["2024-03-30", "2024-03-30"]}, 1, 1),
]


@pytest.mark.parametrize(("window", "newest", "oldest"), WINDOWS)
def test_days_of_a_window(window, newest, oldest):
    found = [int(one) for one in members({"event": "buy", **window}, DAILY)]
    assert (min(found), max(found), len(found)) == (newest, oldest, oldest - newest + 1)


def test_a_window_in_the_future_is_empty():
    window = {"between": ["2024-04-01", "2024-04-30"]}
    assert members({"event": "buy", **window}, DAILY) == []


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2023, 3, 31), 1, date(2023, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2024, 5, 31), 1, date(2024, 4, 30)),
        (date(2024, 1, 15), 1, date(2023, 12, 15)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2024, 12, 31), 12, date(2023, 12, 31)),
    ],
)
def test_months_are_clamped(day, months, expected):
    assert months_before(day, months) == expected


def test_hours_include_the_first_instant_and_exclude_the_end():
    world = world_of(
        [
            event("first", "2024-03-31T00:00:00"),
            event("before", "2024-03-30T23:59:59.999999"),
            event("last", "2024-03-31T23:59:59.999999"),
            event("end", "2024-04-01T00:00:00"),
        ]
    )
    assert members({"event": "buy", "within": "24h"}, world) == ["first", "last"]
    assert members({"event": "buy"}, world) == ["before", "first", "last"]


def test_days_are_those_of_the_projects_timezone():
    # as_of ends at 04:00 UTC on 1 April in New York
    events = [event("in", "2024-04-01T03:59:59"), event("out", "2024-04-01T04:00:00")]
    world = world_of(events, zone="America/New_York")
    assert members({"event": "buy", "within": "1d"}, world) == ["in"]
    assert members({"event": "buy", "between": ["2024-03-31"] * 2}, world) == ["in"]


def test_the_day_that_clocks_change_is_shorter_in_hours():
    # Berlin, 31 March 2024: 23 hours, from 23:00 UTC to 22:00 UTC
    clock = Clock(date(2024, 3, 31), "Europe/Berlin")
    events = [
        event("day", "2024-03-30T23:00:00"),
        event("hours", "2024-03-30T22:00:00"),
    ]
    world = world_of(events, zone="Europe/Berlin")
    assert clock.end.isoformat() == "2024-03-31T22:00:00"
    assert members({"event": "buy", "within": "1d"}, world) == ["day"]
    assert members({"event": "buy", "within": "24h"}, world) == ["day", "hours"]


def test_an_earlier_as_of_sees_less():
    found = members({"event": "buy", "within": "1d"}, DAILY, date(2024, 3, 30))
    assert found == ["1"]


@pytest.mark.parametrize(
    "window",
    [
        {"within": "0d"},
        {"within": "30"},
        {"between_ago": ["30d", "30d"]},
        {"between_ago": ["30d", "60d"]},
        {"within": "30d", "between_ago": ["60d", "30d"]},
    ],
)
def test_a_bad_window_is_an_error(window):
    with pytest.raises(ValueError, match=r"duration|window"):
        members({"event": "buy", **window}, DAILY)
