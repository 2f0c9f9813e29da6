"""A wrong mapping says where it is wrong and which name was perhaps meant."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import PROJECT

from segments import language as segment_language
from segments.language import Language, LanguageError

RIGHT = {
    "place": "events",
    "format": "csv",
    "path": "data/shop/*.csv",
    "options": {"delim": ";", "quote": '"'},
    "columns": {"customer_id": "client", "event_type": "kind", "event_at": "happened"},
}
WRONG: dict[str, tuple[dict[str, Any], list[str]]] = {
    "key": ({"optoins": {}}, ["events: unknown key 'optoins'", "mean 'options'?"]),
    "format": ({"format": "parqet"}, ["events.format: 'parqet'", "mean 'parquet'?"]),
    "option": (
        {"options": {"delimm": ";"}},
        ["events.options: the reader of csv has no option 'delimm'", "mean 'delim'?"],
    ),
    "option of another format": (
        {"format": "parquet", "options": {"delim": ";"}},
        ["events.options: the reader of parquet has no option 'delim'", "binary_as_string"],
    ),
    "option that is taken": ({"options": {"filename": True}}, ["no option 'filename'"]),
    "options in a list": ({"options": ["delim"]}, ["events.options: ", "is not a mapping"]),
    "column": (
        {"columns": RIGHT["columns"] | {"event_valeu": "value"}},
        ["events.columns: unknown column 'event_valeu'", "mean 'event_value'?"],
    ),
    "nothing near": (
        {"columns": RIGHT["columns"] | {"xyz": "value"}},
        ["events.columns: unknown column 'xyz'. Allowed: tenant_id"],
    ),
}


@pytest.fixture(scope="module")
def macros() -> Language:
    with pytest.MonkeyPatch.context() as patch:
        folders = (*segment_language.MACRO_FOLDERS, "macros/inputs")
        patch.setattr(segment_language, "MACRO_FOLDERS", folders)
        return Language(PROJECT, {"inputs": "shop"})


def test_a_right_mapping_passes(macros: Language) -> None:
    macros.check_input_keys("events", RIGHT)


@pytest.mark.parametrize("mistake", WRONG)
def test_a_mistake_is_told_with_its_place(macros: Language, mistake: str) -> None:
    change, expected = WRONG[mistake]
    with pytest.raises(LanguageError) as told:
        macros.check_input_keys("events", RIGHT | change)
    assert str(told.value).startswith("input shop, events")
    for piece in expected:
        assert piece in str(told.value)
