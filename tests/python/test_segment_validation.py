"""Wrong definitions, each with a different mistake, and what is said about it."""

import random
import time

import pytest
from segment_world import definition, language

HERE = "segments/test.yml: wanted: "
EVENT = {"event": "purchase"}


def said(criteria: object, spoken=None, others: list | None = None, **meta) -> list[str]:
    """What is said about one definition, and others beside it."""
    spoken = spoken or language()
    definitions = [definition(criteria, **meta), *(others or [])]
    context = spoken.context(definitions)
    problems = spoken.validate_segments(definitions, context)
    return [spoken.problem_line(problem) for problem in problems]


def template(criteria: object, parameters: dict | None = None, name: str = "often"):
    made = definition(criteria, f"template_{name}", template=name)
    if parameters:
        made["meta"]["parameters"] = parameters
    return made


WRONG = {
    "an unknown form": (
        {"evnt": "purchase"},
        'criteria: a condition without a form; found ["evnt"]; did you mean "event"?'
        " allowed: all, any, not, event, property, metric, segment, match, template",
    ),
    "two forms": (
        {"all": [EVENT], "any": [EVENT]},
        'criteria: a condition has exactly one form; found ["all", "any"]',
    ),
    "a condition that is a text": (
        {"all": ["purchase"]},
        'criteria.all[0]: a condition is a mapping with one form; found "purchase"',
    ),
    "an empty all": ({"all": []}, "criteria.all: a list of conditions, at least one"),
    "an empty any": (
        {"not": {"any": []}},
        "criteria.not.any: a list of conditions, at least one",
    ),
    "an empty match": ({"match": {}}, "criteria.match: a mapping of names to values"),
    "an empty in": (
        {"property": "plan", "in": []},
        "criteria.in: a value of the wrong type; found []; expected a list, at least one",
    ),
    "an unknown operator": (
        {"metric": "total_spent", "gtee": 5, "lt": 9},
        'criteria: unknown operator of metric; found "gtee"; did you mean "gte"?'
        " allowed: equals, not_equals,",
    ),
    "an unknown metric": (
        {"metric": "total_spnt", "gte": 5},
        'criteria.metric: unknown metric; found "total_spnt"; did you mean "total_spent"?'
        " allowed: as_of_date,",
    ),
    "a property as a metric": (
        {"metric": "country", "equals": "FR"},
        "criteria.metric: unknown metric (there is a property of this name)",
    ),
    "no operator": (
        {"property": "plan"},
        'criteria: a property without an operator; found ["property"]; allowed: equals,',
    ),
    "a property without a name": (
        {"property": "a..b", "equals": 1},
        'criteria.property: a property has a name; found "a..b"',
    ),
    "a list where a value belongs": (
        {"property": "plan", "equals": ["a"]},
        'criteria.equals: a value of the wrong type; found ["a"]; expected a text, a',
    ),
    "null as a value": (
        {"property": "plan", "equals": None},
        "criteria.equals: a value of the wrong type;",
        "is_set: false finds missing values",
    ),
    "a boolean with an order": (
        {"property": "plan", "gt": True},
        "criteria.gt: a value of the wrong type; found true; expected a number or a text",
    ),
    "a number that is none": (
        {"metric": "total_spent", "gt": float("inf")},
        "criteria.gt: a value of the wrong type",
    ),
    "a number in contains": (
        {"property": "plan", "contains": 5},
        "criteria.contains: a value of the wrong type; found 5; expected a text",
    ),
    "an empty text to begin with": (
        {"property": "plan", "starts_with": ""},
        'criteria.starts_with: a value of the wrong type; found ""; expected a text that',
    ),
    "a text in is_set": (
        {"property": "plan", "is_set": "yes"},
        'criteria.is_set: a value of the wrong type; found "yes"; expected true or false',
    ),
    "a text in ignore_case": (
        {"property": "plan", "equals": "a", "ignore_case": "no"},
        "criteria.ignore_case: a value of the wrong type",
    ),
    "a date that does not exist": (
        {"property": "signed_up_at", "before": "2023-02-29"},
        'criteria.before: a value of the wrong type; found "2023-02-29"; expected a day',
    ),
    "a bad regular expression": (
        {"property": "plan", "matches": "a(b"},
        'criteria.matches: a bad regular expression; found "a(b"; expected RE2 syntax',
    ),
    "a bad duration": (
        {**EVENT, "within": "30 days"},
        'criteria.within: a bad duration; found "30 days"; expected a whole number and',
    ),
    "a window of no length": (
        {**EVENT, "within": "0d"},
        'criteria.within: a window of no length; found "0d"; expected at least 1',
    ),
    "a duration of ages": (
        {"property": "signed_up_at", "older_than": "101y"},
        "criteria.older_than: a duration of more than a century",
    ),
    "a reversed window": (
        {**EVENT, "between_ago": ["30d", "60d"]},
        "criteria.between_ago: a reversed range holds nothing",
        "expected the longer duration first",
    ),
    "a window with one end": (
        {**EVENT, "between_ago": ["30d"]},
        "criteria.between_ago: a window between two durations ago",
    ),
    "reversed dates": (
        {**EVENT, "between": ["2024-12-31", "2024-10-01"]},
        "criteria.between: a reversed range holds nothing",
        "expected the first day first",
    ),
    "a date that is none in a window": (
        {**EVENT, "between": ["2024-10-01", "2024-13-01"]},
        "criteria.between: a window between two days",
    ),
    "two windows": (
        {**EVENT, "within": "7d", "between": ["2024-10-01", "2024-12-31"]},
        'criteria: an event has one window; found ["within", "between"]',
    ),
    "a bare count": (
        {**EVENT, "count": 3},
        "criteria.count: a measure is compared with an operator; found 3; expected count: {gte: 3}",
    ),
    "a measure without an operator": (
        {**EVENT, "sum": {"of": "event_value"}},
        "criteria.sum: a measure without an operator",
    ),
    "a sum of nothing": (
        {**EVENT, "sum": {"gte": 3}},
        'criteria.sum: sum reads a field of the event; found {"gte": 3}; expected of:',
    ),
    "a count of a field": (
        {**EVENT, "count": {"of": "event_value", "gte": 3}},
        'criteria.count: unknown operator of count; found "of"',
    ),
    "a text as a measure": (
        {**EVENT, "days": {"gte": "3"}},
        'criteria.days.gte: a value of the wrong type; found "3"; expected a number',
    ),
    "a reversed range": (
        {"metric": "total_spent", "between": [9, 5]},
        "criteria.between: a reversed range holds nothing; found [9, 5]; expected the",
    ),
    "a range of two types": (
        {"property": "seats", "between": [5, "9"]},
        'criteria.between: a value of the wrong type; found [5, "9"]',
    ),
    "an event without a name": (
        {"event": []},
        "criteria.event: an event has a name; found []",
    ),
    "every event and another": (
        {"event": ["*", "purchase"]},
        'criteria.event: an event has a name; found ["*", "purchase"]',
    ),
    "occurred that is no boolean": (
        {**EVENT, "occurred": "never"},
        'criteria.occurred: a value of the wrong type; found "never"',
    ),
    "a metric in where": (
        {**EVENT, "where": {"all": [{"metric": "mrr", "gt": 1}]}},
        'criteria.where.all[0]: this form does not stand in where; found "metric";'
        " allowed: all, any, not, property",
    ),
    "a key beside all": (
        {"all": [EVENT], "within": "7d"},
        'criteria: unknown key of all; found "within"; expected no other key beside it',
    ),
    "an unknown option of an event": (
        {**EVENT, "witin": "7d"},
        'criteria: unknown key of event; found "witin"',
        'did you mean "within"?',
    ),
    "an unknown segment": (
        {"segment": "wnted"},
        'criteria.segment: unknown segment; found "wnted"; did you mean "wanted"? allowed: wanted',
    ),
    "an unknown dimension": (
        {"segment": "trend.growing"},
        'criteria.segment: unknown dimension; found "trend"; allowed: engagement_trend,'
        " plan, preferred_device",
    ),
    "a cycle of one": (
        {"not": {"segment": "wanted"}},
        'criteria.not.segment: a cycle of segments; found "wanted → wanted"',
    ),
    "an unknown template": (
        {"template": "oftn"},
        'criteria.template: unknown template; found "oftn"; allowed: nothing yet',
    ),
    "a shorthand that ends early": (
        {"match": {"total_spent": ">= "}},
        "criteria.match.total_spent: a shorthand says what to compare with",
    ),
    "a reversed shorthand": (
        {"match": {"weekly_sessions": "4-2"}},
        "criteria.match.weekly_sessions.between: a reversed range holds nothing",
    ),
    "an operator in match": (
        {"match": {"weekly_sessions": {"gte": 5}}},
        "criteria.match.weekly_sessions: a shorthand says what to compare with",
    ),
}


@pytest.mark.parametrize("mistake", WRONG)
def test_a_wrong_condition_is_explained(mistake: str) -> None:
    criteria, *parts = WRONG[mistake]
    lines = said(criteria)
    assert len(lines) == 1, lines
    assert lines[0].startswith(HERE + parts[0])
    for part in parts[1:]:
        assert part in lines[0]


def test_a_missing_condition_is_explained() -> None:
    lines = said(None)
    assert lines[0].startswith(HERE + "criteria: a condition is a mapping with one form")


META = {
    "segment_type": ("behaviour", 'unknown segment type; found "behaviour"', "behavioral"),
    "tenants": ([], "a value of the wrong type; found []; expected a list of names"),
    "priority": ("high", 'a value of the wrong type; found "high"; expected a whole'),
    "exclusive_set": (3, "a value of the wrong type; found 3; expected a name"),
    "expected_share": ([0.2, 0.1], "a value of the wrong type; found [0.2, 0.1]"),
    "playbook": ("call", 'a value of the wrong type; found "call"; expected a mapping'),
    "monitoring": ([1], "a value of the wrong type; found [1]; expected a mapping"),
    "critera": ({}, "unknown key of a segment", 'did you mean "criteria"?'),
}


@pytest.mark.parametrize("key", META)
def test_wrong_meta_is_explained(key: str) -> None:
    value, *parts = META[key]
    lines = said(EVENT, **{key: value})
    assert len(lines) == 1, lines
    assert lines[0].startswith(HERE)
    for part in parts:
        assert part in lines[0]


def playbook(**parts: object) -> dict:
    """A playbook that is right, with some parts replaced, or left out: None."""
    whole = {
        "messaging": {"tone": "warm", "focus": "value", "urgency": "low"},
        "channels": ["email"],
        "cadence": "weekly",
        "content": [{"type": "tips", "priority": 1}],
    }
    return {name: part for name, part in (whole | parts).items() if part is not None}


ITEM = {"type": "tips", "priority": 1}
PLAYBOOKS = {
    "no messaging": (playbook(messaging=None), "playbook.messaging: a part of the playbook"),
    "no tone": (
        playbook(messaging={"focus": "a", "urgency": "low"}),
        "playbook.messaging.tone: a part of the playbook is missing",
    ),
    "an empty tone": (
        playbook(messaging={"tone": " ", "focus": "a", "urgency": "low"}),
        "playbook.messaging.tone: a value of the wrong type",
    ),
    "messaging as a text": (playbook(messaging="warm"), "playbook.messaging: a value of the"),
    "an unknown urgency": (
        playbook(messaging={"tone": "a", "focus": "a", "urgency": "now"}),
        'playbook.messaging.urgency: a value of the wrong type; found "now"; allowed: low',
    ),
    "an unknown part": (
        playbook(chanels=["a"]),
        'found "chanels"; did you mean "channels"? allowed: messaging',
    ),
    "no channel": (playbook(channels=[]), "playbook.channels: a value of the wrong type"),
    "a channel twice": (playbook(channels=["a", "a"]), "playbook.channels: a value of"),
    "a channel as a number": (playbook(channels=[1]), "playbook.channels: a value of"),
    "channels as a text": (playbook(channels="email"), "playbook.channels: a value of"),
    "no cadence": (playbook(cadence=None), "playbook.cadence: a part of the playbook"),
    "a cadence as a number": (playbook(cadence=7), "playbook.cadence: a value of the wrong"),
    "no content": (playbook(content=None), "playbook.content: a part of the playbook"),
    "empty content": (playbook(content=[]), "playbook.content: a value of the wrong type"),
    "content as names": (playbook(content=["tips"]), "playbook.content[0]: an item of"),
    "no priority": (playbook(content=[{"type": "tips"}]), "playbook.content[0]: an item of"),
    "a priority of 0": (
        playbook(content=[{"type": "tips", "priority": 0}]),
        "playbook.content[0]: an item of content is wrong",
    ),
    "a priority of true": (
        playbook(content=[{"type": "tips", "priority": True}]),
        "playbook.content[0]: an item of content is wrong",
    ),
    "a priority twice": (
        playbook(content=[ITEM, {"type": "news", "priority": 1}]),
        "playbook.content[1].priority: a second item of this priority; found 1",
    ),
    "a type twice": (
        playbook(content=[ITEM, {"type": "tips", "priority": 2}]),
        "playbook.content[1].type: a second item of this type",
    ),
}
LIMITS = {
    "an unknown check": ({"emtpy": {}}, 'found "emtpy"', 'did you mean "empty"?'),
    "a check of the project": ({"coverage": {"at_least": 1}}, 'found "coverage"'),
    "a setting of the project": ({"stale": {"dimensions": True}}, 'found "dimensions"'),
    "a limit as a text": ({"stale": {"days": "90d"}}, "monitoring.stale.days: a wrong setting"),
    "no days": ({"stale": {"days": 0}}, "expected a whole number from 1"),
    "a limit below 0": ({"size_change": {"at_most": -1}}, "expected a number from 0"),
    "an unknown severity": ({"empty": {"severity": "error"}}, "allowed: warn, fail, off"),
    "no settings": ({"empty": 3}, "monitoring.empty: a wrong setting; found 3"),
}


@pytest.mark.parametrize("mistake", PLAYBOOKS)
def test_a_wrong_playbook_is_explained(mistake: str) -> None:
    value, message = PLAYBOOKS[mistake]
    lines = said(EVENT, playbook=value)
    assert len(lines) == 1, lines
    assert message in lines[0]


@pytest.mark.parametrize("mistake", LIMITS)
def test_wrong_limits_are_explained(mistake: str) -> None:
    value, *parts = LIMITS[mistake]
    lines = said(EVENT, monitoring=value)
    assert len(lines) == 1, lines
    for part in parts:
        assert part in lines[0]


def test_right_playbooks_and_limits_are_fine() -> None:
    limits = {"stale": {"days": 365}, "empty": {"severity": "off"}}
    assert said(EVENT, playbook=playbook(), monitoring=limits) == []


def test_a_definition_without_meta_is_explained() -> None:
    spoken = language()
    empty = definition(EVENT) | {"meta": {}}
    problems = spoken.validate_segments([empty], spoken.context([empty]))
    assert "has its rules in config.meta" in spoken.problem_line(problems[0])


def test_a_definition_without_criteria_is_explained() -> None:
    spoken = language()
    bare = definition(EVENT) | {"meta": {"segment_type": "rfm"}}
    problems = spoken.validate_segments([bare], spoken.context([bare]))
    assert "a segment needs criteria" in spoken.problem_line(problems[0])


def test_a_name_stands_twice() -> None:
    lines = said(EVENT, others=[definition(EVENT) | {"file": "segments/other.yml"}])
    assert lines == [
        "segments/other.yml: wanted: name: a second definition of this name, the first is"
        ' in segments/test.yml; found "wanted"; expected unique names'
    ]


@pytest.mark.parametrize("name", ["a.b", "all", "1st", "a b"])
def test_a_name_that_is_none(name: str) -> None:
    spoken = language()
    one = [definition(EVENT, name)]
    problems = spoken.validate_segments(one, spoken.context(one))
    assert [problem["path"] for problem in problems] == ["name"]


def test_a_long_cycle_is_printed_once() -> None:
    others = [definition({"segment": "c"}, "b"), definition({"segment": "wanted"}, "c")]
    lines = said({"segment": "b"}, others=others)
    assert len(lines) == 1
    assert "a cycle of segments" in lines[0]
    assert lines[0].count("→") == 3


def test_who_refers_to_a_wrong_segment_is_wrong() -> None:
    lines = said({"segment": "b"}, others=[definition({"all": []}, "b")])
    assert len(lines) == 2
    assert 'refers to a segment that is wrong itself; found "b"' in lines[1]


def test_nesting_has_an_end() -> None:
    criteria: dict = EVENT
    for _ in range(40):
        criteria = {"not": criteria}
    assert "nested too deep" in said(criteria)[0]


PARAMETERS = {"times": {"type": "number", "default": 3}, "name": {"type": "event"}}
OFTEN = {"event": {"parameter": "name"}, "count": {"gte": {"parameter": "times"}}}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "a parameter of often is missing; expected name: a event"),
        ({"name": "a", "tims": 3}, 'unknown parameter of often; found "tims"'),
        ({"name": "a", "times": "3"}, "criteria.with.times: a value of the wrong type"),
        ({"name": ""}, "criteria.with.name: an event has a name"),
        ([], "criteria.with: a value of the wrong type"),
    ],
)
def test_wrong_parameters_are_explained(values: object, expected: str) -> None:
    lines = said({"template": "often", "with": values}, others=[template(OFTEN, PARAMETERS)])
    assert len(lines) == 1, lines
    assert expected in lines[0]


@pytest.mark.parametrize(
    ("criteria", "parameters", "expected"),
    [
        (OFTEN, {"name": {"type": "event"}}, 'unknown parameter; found "times"'),
        (EVENT, {"name": {"type": "event"}}, "a parameter that the criteria do not use"),
        (OFTEN, PARAMETERS | {"name": {"type": "evnt"}}, "a parameter has a type"),
        ({"all": []}, None, "template_often: criteria.all: a list of conditions"),
        ({"template": "often"}, None, "a template that uses itself"),
    ],
)
def test_wrong_templates_are_explained(criteria, parameters, expected) -> None:
    lines = said(EVENT, others=[template(criteria, parameters)])
    assert any(expected in line for line in lines), lines


def test_two_templates_of_one_name() -> None:
    second = template(EVENT) | {"name": "template_second"}
    lines = said(EVENT, others=[template(EVENT), second])
    assert "a second template of this name" in lines[0]


def test_every_problem_is_reported_at_once() -> None:
    criteria = {"all": [{"metric": "nope", "gtx": 1}, {"event": "a", "within": "x"}]}
    assert len(said(criteria, others=[definition({"any": []}, "b")])) == 5


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        ({"metric": "total_spent", "gte": "500"}, "compared letter by letter"),
        ({"metric": "onboarding_completed", "equals": 1}, "a boolean is never a number"),
        ({"metric": "total_spent", "within_last": "7d"}, "this column is never a date"),
        ({"property": "country", "in": ["DE", False, "SE"]}, "put it in quotes"),
        ({"property": "country", "equals": False}, "put it in quotes"),
        ({"property": "anything.else", "in": ["on", True]}, "put it in quotes"),
    ],
)
def test_a_suspicious_type_is_a_warning(criteria: dict, expected: str) -> None:
    spoken = language()
    one = [definition(criteria)]
    problems = spoken.validate_segments(one, spoken.context(one))
    assert [problem["severity"] for problem in problems] == ["warning"]
    assert expected in problems[0]["message"]


def test_long_values_are_cut_in_messages() -> None:
    assert len(said({"property": "x", "matches": "(" * 10_000})[0]) < 250


def test_three_hundred_definitions_are_checked_quickly() -> None:
    started = time.perf_counter()
    spoken = language()
    rng = random.Random(1)
    criteria = [WRONG[mistake][0] for mistake in WRONG] + [
        {"all": [{**EVENT, "within": "30d", "count": {"gte": 3}}, {"match": {"plan": "x"}}]}
    ]
    many = [definition(rng.choice(criteria), f"s{number}") for number in range(300)]
    spoken.validate_segments(many, spoken.context(many))
    print(f"300 definitions checked in {time.perf_counter() - started:.2f} s")
