"""The generator: repeatable, rich, and its definitions mean what they seem to."""

import json
from collections import Counter
from datetime import timedelta
from random import Random

import pytest
from oracle.conditions import FORMS, MEASURES
from oracle.definition_generator import random_definitions, random_world, world_rows
from oracle.hostile import JINJA, UNGENERATED
from oracle.operators import NEGATIONS, OPERATORS
from oracle.population import population
from oracle.segment_oracle import evaluate
from oracle.windows import WINDOWS, Clock

SEEDS = range(6)


@pytest.fixture(scope="module", params=SEEDS)
def drawn(request):
    rng = Random(request.param)
    world = random_world(rng)
    definitions = random_definitions(rng, world, 30)
    return world, definitions, evaluate(definitions, world)


def mappings(node):
    """Every mapping inside a definition."""
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from mappings(value)
    elif isinstance(node, list):
        for value in node:
            yield from mappings(value)


def test_the_same_seed_gives_the_same():
    one, other = Random(5), Random(5)
    world = random_world(one)
    assert world == random_world(other)
    assert random_definitions(one, world, 5) == random_definitions(other, world, 5)


def test_most_segments_split_the_customers():
    shares = []
    for seed in SEEDS:
        rng = Random(seed)
        world = random_world(rng)
        everybody = len(population(world, Clock(world["as_of"], world["timezone"])))
        found = evaluate(random_definitions(rng, world, 30), world).values()
        shares += [0 < len(one) < everybody for one in found]
    assert sum(shares) / len(shares) >= 0.75


def test_everything_is_generated():
    seen = Counter()
    for seed in range(12):
        rng = Random(seed)
        for definition in random_definitions(rng, random_world(rng), 30):
            for mapping in mappings(definition):
                seen.update(mapping.keys())
    wanted = {*FORMS, *OPERATORS, *MEASURES, *WINDOWS, "where", "occurred", "tenants"}
    assert wanted - set(seen) == {"template"}


def test_without_jinja_no_braces_of_it():
    rng = Random(3)
    text = json.dumps(random_definitions(rng, random_world(rng), 40, jinja=False))
    assert not [mark for mark in JINJA if mark in text]


def test_no_text_that_engines_lower_differently(drawn):
    world, definitions, _ = drawn
    text = json.dumps(definitions, ensure_ascii=False) + repr(world)
    assert not [one for one in UNGENERATED if one in text]


def test_rows_fit_their_columns(drawn):
    world, _, _ = drawn
    tables = world_rows(world)
    for types, rows in tables.values():
        assert {len(row) for row in rows} == {len(types)}
    columns, rows = tables["stg_events"]
    ids = [(row[1], row[0]) for row in rows]
    assert list(columns)[:2] == ["event_id", "tenant_id"]
    assert len(set(ids)) == len(ids) == len(world["events"])
    assert sum(row[3] for row in tables["int_customer_event_days"][1]) == len(ids)
    people = {row[:2] for row in tables["int_customers"][1]}
    assert people == {row[:2] for row in tables["customer_metrics"][1]}


def test_worlds_have_edges(drawn):
    world, _, _ = drawn
    clock = Clock(world["as_of"], world["timezone"])
    instants = {event["event_at"] for event in world["events"]}
    for edge in (clock.end, clock.first_instant("30d"), clock.first_instant("24h")):
        assert {edge, edge - timedelta(microseconds=1)} <= instants


def test_a_negation_is_the_complement(drawn):
    world, definitions, found = drawn
    everybody = set(population(world, Clock(world["as_of"], world["timezone"])))
    inside_out = [
        {"name": one["name"], "criteria": {"not": one["criteria"]}}
        for one in definitions
        if "tenants" not in one and '"segment"' not in json.dumps(one)
    ]
    for name, members in evaluate(inside_out, world).items():
        assert members == everybody - found[name]


def test_negative_operators_are_complements(drawn):
    world, _, _ = drawn
    for negative, positive in NEGATIONS.items():
        for name in ("color", "seats", "address", "country"):
            operand = ["red", 7] if positive == "in" else "red"
            one, other = (
                {"name": operator, "criteria": {"property": name, operator: operand}}
                for operator in (negative, positive)
            )
            found = evaluate([one, other], world)
            assert not found[negative] & found[positive]
            everybody = population(world, Clock(world["as_of"], world["timezone"]))
            assert found[negative] | found[positive] == set(everybody)
