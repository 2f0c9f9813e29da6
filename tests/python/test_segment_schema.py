"""The JSON Schema is the vocabulary's, and agrees with the macros on structure."""

import json

import jsonschema
import pytest
import yaml
from segment_world import PROJECT, language
from test_segment_validation import LIMITS, META, PLAYBOOKS, WRONG

from segments.schema import schema_text, segment_schema

VOCABULARY = language().segment_vocabulary()
VALIDATOR = jsonschema.Draft202012Validator(segment_schema(VOCABULARY))

# Structure is all that a schema sees: names, dates, orders and cycles are for the macros.
BEYOND_A_SCHEMA = {
    "an unknown metric",
    "a property as a metric",
    "a property without a name",
    "a number that is none",
    "a date that does not exist",
    "a bad regular expression",
    "a duration of ages",
    "a reversed window",
    "reversed dates",
    "a date that is none in a window",
    "two windows",
    "a reversed range",
    "a range of two types",
    "every event and another",
    "an unknown segment",
    "an unknown dimension",
    "a cycle of one",
    "an unknown template",
    "a shorthand that ends early",
    "a reversed shorthand",
}


def file_of(**meta: object) -> dict:
    return {
        "exposures": [
            {"name": "a", "type": "application", "owner": {"name": "b"}, "config": {"meta": meta}}
        ]
    }


def test_the_checked_in_schema_is_current() -> None:
    text = (PROJECT / "schemas" / "segments.schema.json").read_text(encoding="utf-8")
    assert text == schema_text(VOCABULARY), "write it anew: scripts/run.py segments schema"


@pytest.mark.parametrize("path", sorted(PROJECT.glob("segments/*.yml")), ids=lambda p: p.name)
def test_shipped_segments_follow_the_schema(path) -> None:
    content = json.loads(json.dumps(yaml.safe_load(path.read_text()), default=str))
    VALIDATOR.validate(content)


@pytest.mark.parametrize("mistake", sorted(set(WRONG) - BEYOND_A_SCHEMA))
def test_the_schema_refuses_wrong_structure(mistake: str) -> None:
    assert not VALIDATOR.is_valid(file_of(criteria=WRONG[mistake][0]))


@pytest.mark.parametrize("key", sorted(set(META) - {"expected_share"}))
def test_the_schema_refuses_wrong_meta(key: str) -> None:
    good = {"criteria": {"event": "purchase"}}
    assert VALIDATOR.is_valid(file_of(**good))
    assert not VALIDATOR.is_valid(file_of(**good, **{key: META[key][0]}))


# that an item of a list stands once, by one of its keys, no schema can say; blanks neither
@pytest.mark.parametrize(
    ("key", "value"),
    [
        (key, mistakes[name][0])
        for key, mistakes in (("playbook", PLAYBOOKS), ("monitoring", LIMITS))
        for name in sorted(set(mistakes) - {"a priority twice", "a type twice", "an empty tone"})
    ],
)
def test_the_schema_refuses_wrong_playbooks_and_limits(key: str, value: object) -> None:
    assert not VALIDATOR.is_valid(file_of(criteria={"event": "purchase"}, **{key: value}))
