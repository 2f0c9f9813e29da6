"""Compiled SQL against an evaluator in plain Python that shares no code with it.

SEGMENT_DEFINITIONS sets how many random definitions are tried (2,000 by default),
SEGMENT_SEED where the random numbers begin.
"""

import json
import os
import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from oracle.definition_generator import (
    random_definitions,
    random_world,
    world_rows,
)
from oracle.segment_oracle import evaluate
from segment_engine import Engine
from segment_world import definition

PER_WORLD = 50
WORLDS = max(1, int(os.environ.get("SEGMENT_DEFINITIONS", "2000")) // PER_WORLD)
SEED = int(os.environ.get("SEGMENT_SEED", "20241101"))


def in_a_file(generated: dict) -> dict:
    """A generated definition, as the files of segments give it to the macros."""
    meta = {key: value for key, value in generated.items() if key != "name"}
    criteria = json.loads(json.dumps(meta.pop("criteria"), default=str))
    return definition(criteria, generated["name"], **meta)


@pytest.mark.parametrize("number", range(WORLDS))
def test_compiled_members_are_those_of_the_plain_evaluator(number: int) -> None:
    rng = random.Random(SEED + number)
    world = random_world(rng)
    generated = random_definitions(rng, world, PER_WORLD)
    engine = Engine(world_rows(world), world["timezone"], "customer_metrics")
    found = engine.members([in_a_file(one) for one in generated])
    expected = evaluate(generated, world)
    wrong = {
        one["name"]: {
            "criteria": one,
            "only compiled": sorted(found[one["name"]] - expected[one["name"]])[:5],
            "only plain": sorted(expected[one["name"]] - found[one["name"]])[:5],
        }
        for one in generated
        if found[one["name"]] != expected[one["name"]]
    }
    assert not wrong, json.dumps(wrong, indent=1, default=str, ensure_ascii=False)[:6000]
