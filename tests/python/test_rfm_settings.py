"""Every problem of every RFM model is told at once, with the nearest name."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from conftest import PROJECT

from segments import language as segment_language
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
}


def checked(models: Any) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        folders = (*segment_language.MACRO_FOLDERS, "macros/scoring")
        patch.setattr(segment_language, "MACRO_FOLDERS", folders)
        macros = Language(PROJECT, {"rfm_models": models})
    nodes = read_graph(PROJECT)["nodes"]
    summary = nodes["model.customer_behavior_summary"]
    macros.set_graph({"nodes": {"model.segmentation.customer_behavior_summary": summary}})
    macros._environment.globals["project_name"] = "segmentation"
    return macros.rfm_models()


def test_right_models_are_given_back() -> None:
    models = {"one": RIGHT, "two_2": RIGHT}
    assert checked(deepcopy(models)) == models


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
