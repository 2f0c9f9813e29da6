"""Warns of names in definitions that the data has never had; the macros know no data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from segments.files import problem
from segments.warehouse import evaluate, fetch


def conditions(
    condition: Any, path: str, language: Any, context: dict[str, Any]
) -> Iterator[tuple[dict[str, Any], str]]:
    """The conditions on events and properties inside a condition, each with its path."""
    if "all" in condition or "any" in condition:
        form = "all" if "all" in condition else "any"
        for place, part in enumerate(condition[form]):
            yield from conditions(part, f"{path}.{form}[{place}]", language, context)
    elif "not" in condition:
        yield from conditions(condition["not"], f"{path}.not", language, context)
    elif "match" in condition:
        for part in language.expand_match(condition["match"], context):
            yield part, f"{path}.match"
    elif "template" in condition:
        inner = language.expand_template(condition, context)
        inside = f"{path}.template({condition['template']})"
        yield from conditions(inner, inside, language, context)
    else:
        yield condition, path


def warnings_of(language: Any, definitions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A warning for each property, event type and tenant that the data has never had."""
    context = language.context(definitions)
    context["inline_paths"] = True
    properties: dict[str, list[tuple]] = {}
    events: dict[str, list[tuple]] = {}
    tenants: dict[str, list[tuple]] = {}
    for name, definition in context["segments"].items():
        for tenant in definition["meta"].get("tenants") or ():
            tenants.setdefault(tenant, []).append((definition["file"], name, "tenants"))
        criteria = definition["meta"]["criteria"]
        for condition, path in conditions(criteria, "criteria", language, context):
            place = (definition["file"], name, path)
            if "event" in condition:
                asked = condition["event"]
                for event in asked if isinstance(asked, list) else [asked]:
                    events.setdefault(event, []).append(place)
            elif "property" in condition and condition["property"] not in context["properties"]:
                properties.setdefault(condition["property"], []).append(place)
    events.pop("*", None)
    seen = {row[0] for row in fetch("event_types")[1]}
    known_tenants = {row[0] for row in fetch("tenants")[1]}
    strangers = [tenant for tenant in tenants if tenant not in known_tenants]
    had = _had(list(properties), language, context)
    unseen = [event for event in events if event not in seen]
    unset = [name for name in properties if not had[name]]
    return [
        problem(*place, message, found=name, suggestion=language.similar_name(name, known))
        | {"severity": "warning"}
        for message, names, places, known in (
            ("no event of this type was ever seen", unseen, events, sorted(seen)),
            ("no customer has this property", unset, properties, sorted(context["properties"])),
            ("there is no such tenant", strangers, tenants, sorted(known_tenants)),
        )
        for name in names
        for place in places[name]
    ]


def _had(names: list[str], language: Any, context: dict[str, Any]) -> dict[str, bool]:
    """Which paths in properties any customer has a value at."""
    if not names:
        return {}
    expressions = [language.path_attribute(name, "customer", context)["is_set"] for name in names]
    row = evaluate("properties_had", {"expressions": expressions})[1][0]
    return {name: bool(value) for name, value in zip(names, row, strict=True)}
