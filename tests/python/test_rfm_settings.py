"""Every problem of every RFM model is told at once, with the nearest name."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

import pytest
from conftest import PROJECT

from segments.files import read_graph
from segments.language import Language, LanguageError

PART = {"metric": "total_spent", "cuts": [1, 2, 3, 4]}
RIGHT = {
    "population": "all",
    "segment_map": "framework",
    "recency": {"metric": "days_since_active", "cuts": [7, 14.5, 30, 60]},
    "frequency": {"metric": "total_purchases", "quintiles": True},
    "monetary": PART,
}
WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "key": ({"populations": "all"}, "found 'populations'. Did you mean 'population'?"),
    "population": ({"population": "buyer"}, "population: found 'buyer'. Did you mean 'buyers'?"),
    "segment_map": ({"segment_map": "it's"}, "segment_map: found 'it's'"),
    "score": ({"monetary": None}, "monetary: found 'None'. Allowed: metric with"),
    "metric": (
        {"monetary": PART | {"metric": "total_spnt"}},
        "monetary.metric: found 'total_spnt'. Did you mean 'total_spent'?",
    ),
    "score's key": ({"monetary": PART | {"cutz": 1}}, "found 'cutz'. Did you mean 'cuts'?"),
    "both": ({"monetary": PART | {"quintiles": True}}, "either quintiles: true or four cuts"),
    "neither": ({"monetary": {"metric": "total_spent"}}, "either quintiles: true or four cuts"),
    "three cuts": ({"monetary": PART | {"cuts": [1, 2, 3]}}, "four rising numbers"),
    "falling": ({"monetary": PART | {"cuts": [1, 3, 2, 4]}}, "four rising numbers"),
    "equal": ({"monetary": PART | {"cuts": [1, 2, 2, 4]}}, "four rising numbers"),
    "texts": ({"monetary": PART | {"cuts": ["a", "b", "c", "d"]}}, "four rising numbers"),
    "a text": ({"monetary": PART | {"cuts": "1234"}}, "four rising numbers"),
    "no number": ({"monetary": PART | {"metric": "plan"}}, "a number; it is varchar"),
    "ties of cuts": ({"monetary": PART | {"ties": "split"}}, "together, or with quintiles: split"),
    "unknown ties": (
        {"frequency": {"metric": "total_purchases", "quintiles": True, "ties": "first"}},
        "frequency.ties: found 'first'",
    ),
    "unknown map": ({"segment_map": "framwork"}, "Did you mean 'framework'?"),
}
MAP = {"Best": {"r": [4, 5], "f": [5, 5]}, "Good": {"r": [4, 5]}, "Rest": {}}
WRONG_MAPS: dict[str, tuple[Any, str]] = {
    "a list": ({"short": ["Best"]}, "rfm_maps.short: found '['Best']'"),
    "a range": ({"short": MAP | {"Best": [4, 5]}}, "rfm_maps.short.Best: found '[4, 5]'"),
    "a score": ({"short": {"Best": {"x": [4, 5]}, "Rest": {}}}, "Best: found 'x'. "),
    "one bound": ({"short": {"Best": {"r": [4]}, "Rest": {}}}, "short.Best.r: found '[4]'"),
    "six": ({"short": {"Best": {"r": [4, 6]}, "Rest": {}}}, "[from, to] of the scores 1 to 5"),
    "turned": ({"short": {"Best": {"r": [5, 4]}, "Rest": {}}}, "short.Best.r: found '[5, 4]'"),
    "a gap": ({"short": {"Best": {"r": [2, 5]}}}, "25 of 125 codes are in no range, as 111, 112"),
}


def checked(models: Any, maps: Any = None) -> Any:
    macros = Language(PROJECT, {"rfm_models": models, "rfm_maps": maps or {}})
    nodes = read_graph(PROJECT)["nodes"]
    summary = nodes["model.customer_behavior_summary"]
    macros.set_graph({
        "nodes": {
            "model.segmentation.customer_behavior_summary": summary,
        }
    })  # fmt: skip
    macros._environment.globals["project_name"] = "segmentation"
    return macros.rfm_models()


def test_right_models_are_given_back() -> None:
    models = {"one": RIGHT, "two_2": RIGHT}
    assert checked(deepcopy(models)) == models


def test_a_map_of_ranges_is_one_that_a_model_can_name() -> None:
    models = {"one": RIGHT | {"segment_map": "short"}}
    assert checked(deepcopy(models), {"short": MAP}) == models


@pytest.mark.parametrize("wrong", WRONG_MAPS)
def test_what_is_wrong_with_a_map_is_said(wrong: str) -> None:
    maps, message = WRONG_MAPS[wrong]
    with pytest.raises(Exception, match=re.escape(message)):
        checked({"one": RIGHT | {"segment_map": "short"}}, maps)


@pytest.mark.parametrize("models", [None, [], {}, "activity"])
def test_there_is_a_model(models: Any) -> None:
    with pytest.raises(LanguageError, match=r"var rfm_models: found .*at least one model"):
        checked(models)


def test_every_problem_is_told_at_once() -> None:
    models = {f"model_{place}": RIGHT | change for place, (change, _) in enumerate(WRONG.values())}
    models |= {"Upper": RIGHT, "a_list": [], "right": RIGHT}
    with pytest.raises(LanguageError) as told:
        checked(models)
    heading, *lines = str(told.value).splitlines()
    assert heading == f"var rfm_models: {len(lines)} problem(s)"
    assert len(lines) == len(WRONG) + 2
    for place, (_, message) in enumerate(WRONG.values()):
        assert [line for line in lines if f".model_{place}" in line and message in line], message
    assert [line for line in lines if ".Upper: found 'Upper'" in line]
    assert [line for line in lines if ".a_list: found '[]'" in line]
    assert not [line for line in lines if ".right" in line]
