"""Hostile names and values are data: in events, properties, criteria and outputs."""

import json
import random
from pathlib import Path

import yaml
from segment_engine import Engine
from segment_project import SegmentProject
from segment_world import CUSTOMER_COLUMNS, EVENT_COLUMNS, METRICS, definition
from test_segment_compiler import AS_OF, KEYS, event, rows

from segments.files import read_definitions

SEEDS = [
    "'",
    "''",
    '"',
    "`",
    ";",
    "--",
    "/*",
    "*/",
    "\\",
    "\\\\",
    "\\'",
    "%",
    "%s",
    "%(a)s",
    "%%",
    "'; drop table events; --",
    "' or 1=1 --",
    "{{ 7*7 }}",
    "{% raw %}",
    "{% endraw %}",
    "{# note #}",
    "}}",
    "$1",
    "?",
    ":name",
    "@x",
    "${x}",
    "#{x}",
    "\t",
    "\n",
    "\r\n",
    "\x01",
    "\x1f",
    "\x7f",
    "é",
    "日本語",
    "😀",
    "👩‍👩‍👧",
    "مرحبا",
    "שלום",
    "\u202eabc",
    "\ufeff",
    "null",
    "NULL",
    "true",
    "1e5",
    "0x1F",
    "NaN",
    "~",
    "~0",
    "~1",
    "/",
    "a/b",
    "*",
    "$",
    "[0]",
    "0",
    "-1",
    " ",
    "  x  ",
    "select",
    "a,b",
    "<b>&amp;</b>",
    "🏳️‍🌈",
    "ﷺ",
    "Z̷a̷l̷g̷o̷",
    "x" * 10_000,
    "'" * 500,
    "{{" * 200,
    '$."a"',
    "\\u0041",
    "{parameter: x}",
    "!!python/none",
]


def hostile_texts(count: int = 300) -> list[str]:
    rng = random.Random(7)
    texts = dict.fromkeys(SEEDS)
    while len(texts) < count:
        texts["".join(rng.choices(SEEDS[:60], k=rng.randint(2, 6)))] = None
    return list(texts)[:count]


TEXTS = hostile_texts()


def test_hostile_texts_find_exactly_their_customer() -> None:
    customers, events, definitions = [], [], []
    for number, text in enumerate(TEXTS):
        key = text.replace(".", "_") or "_"
        customer = f"{number} {text[:50]}"
        customers.append(
            {
                "tenant_id": text,
                "customer_id": customer,
                "country": text,
                "properties": json.dumps({key: text, "number": number}),
            }
        )
        events.append(
            event(
                customer, "2024-03-20", kind=f"{number}{text}", tenant=text, properties={key: text}
            )
        )
        definitions.append(
            definition(
                {
                    "all": [
                        {
                            "event": f"{number}{text}",
                            "within": "30d",
                            "where": {"property": key, "equals": text},
                            "distinct": {"of": key, "equals": 1},
                        },
                        {"property": key, "equals": text, "contains": text[:20]},
                        {"property": "country", "in": [text], "starts_with": text[:9]},
                        {"match": {"number": number}},
                        {"not": {"property": key, "not_equals": text}},
                    ]
                },
                f"s{number}",
                tenants=[text],
            )
        )
    engine = Engine(
        {
            "int_as_of_date": rows(
                {"as_of_date": "date", "as_of_end_at": "timestamp"}, {"as_of_date": AS_OF}
            ),
            "int_customers": rows(CUSTOMER_COLUMNS, *customers),
            "stg_events": rows(EVENT_COLUMNS, *events),
            "customer_behavior_summary": rows(KEYS | METRICS),
        },
        "UTC",
        "customer_behavior_summary",
    )
    found = {}
    for start in range(0, len(definitions), 50):
        found |= engine.members(definitions[start : start + 50])
    for number, text in enumerate(TEXTS):
        assert found[f"s{number}"] == {(text, f"{number} {text[:50]}")}, repr(text[:80])


def in_yaml(text: str) -> str:
    """A text as it has to be written: braces, or a newline at the end, between raws."""
    if not text.endswith("\n") and not any(sign in text for sign in ("{{", "{%", "{#")):
        return text
    return "{% raw %}" + text + "{% endraw %}"


def test_hostile_texts_come_through_files_and_dbt(tmp_path: Path) -> None:
    # no raw block can hold its own end, and Jinja makes every line end a newline
    texts = [text for text in TEXTS if "raw %" not in text and "\r" not in text]
    project = SegmentProject(tmp_path)
    content = {
        "exposures": [
            {
                "name": f"s{number}",
                "type": "application",
                "owner": {"name": "Growth"},
                "config": {"meta": {"criteria": {"not": {"event": in_yaml(text)}}}},
            }
            for number, text in enumerate(texts)
        ]
    }
    path = tmp_path / "segments" / "all.yml"
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    definitions, problems = read_definitions(tmp_path)
    assert not problems
    read = {one["name"]: one["meta"]["criteria"]["not"]["event"] for one in definitions}
    assert read == {f"s{number}": text for number, text in enumerate(texts)}
    assert project.run(5).success
    everybody = project.rows("select tenant_id, customer_id from int_customers")
    kept = dict(
        project.rows("""
        select segment_id, criteria from customer_segments
        where tenant_id = 'acme' and dimension is null
    """)
    )
    for number, text in enumerate(texts):
        assert json.loads(kept[f"s{number}"])["not"]["event"] == text
    assert project.rows("""
        select count(*) from int_segment_evaluations where segment_id not like 'stage%'
    """) == [(len(everybody) * (len(texts) - 1),)]
    (star,) = [number for number, text in enumerate(texts) if text == "*"]
    assert project.rows(f"from int_segment_evaluations where segment_id = 's{star}'") == []


def test_bare_jinja_is_explained(tmp_path: Path) -> None:
    (tmp_path / "segments").mkdir()
    (tmp_path / "segments" / "a.yml").write_text(
        yaml.safe_dump(
            {
                "exposures": [
                    {
                        "name": "a",
                        "type": "application",
                        "owner": {"name": "Growth"},
                        "config": {"meta": {"criteria": {"event": "{{ 7*7 }}"}}},
                    }
                ]
            }
        )
    )
    _, problems = read_definitions(tmp_path)
    assert problems[0]["path"] == "criteria.event"
    assert "{% raw %}" in problems[0]["expected"]
