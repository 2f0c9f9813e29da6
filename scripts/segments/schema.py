"""Makes the JSON Schema of segment files from the vocabulary of the macros."""

from __future__ import annotations

import json
from typing import Any

DURATION = r"^0*[1-9][0-9]*(h|d|w|mo|y)$"
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
TEXT = {"type": "string", "minLength": 1}
OPERANDS: dict[str, Any] = {
    "scalar": {"type": ["string", "number", "boolean"]},
    "scalars": {
        "type": "array",
        "minItems": 1,
        "items": {"type": ["string", "number", "boolean"]},
    },
    "ordered": {"type": ["string", "number"]},
    "range": {
        "type": "array",
        "minItems": 2,
        "maxItems": 2,
        "items": {"type": ["string", "number"]},
    },
    "number": {"type": "number"},
    "numbers": {"type": "array", "minItems": 1, "items": {"type": "number"}},
    "number_range": {
        "type": "array",
        "minItems": 2,
        "maxItems": 2,
        "items": {"type": "number"},
    },
    "text": TEXT,
    "pattern": TEXT,
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "pattern": DAY},
    "duration": {"type": "string", "pattern": DURATION},
    "event": {
        "oneOf": [TEXT, {"type": "array", "minItems": 1, "items": TEXT}],
    },
}
MEASURED = {
    "scalar": "number",
    "scalars": "numbers",
    "ordered": "number",
    "range": "number_range",
}
PARAMETER = {
    "type": "object",
    "required": ["parameter"],
    "additionalProperties": False,
    "properties": {"parameter": TEXT},
}

PLAYBOOK = {
    "type": "object",
    "required": ["messaging", "channels", "cadence", "content"],
    "additionalProperties": False,
    "properties": {
        "messaging": {
            "type": "object",
            "required": ["tone", "focus", "urgency"],
            "additionalProperties": False,
            "properties": {
                "tone": TEXT,
                "focus": TEXT,
                "urgency": {"enum": ["low", "medium", "high"]},
            },
        },
        "channels": {"type": "array", "minItems": 1, "uniqueItems": True, "items": TEXT},
        "cadence": TEXT,
        "content": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["type", "priority"],
                "additionalProperties": False,
                "properties": {"type": TEXT, "priority": {"type": "integer", "minimum": 1}},
            },
        },
    },
}
LIMITS: dict[str, Any] = {
    "number": {"type": "number", "minimum": 0},
    "days": {"type": "integer", "minimum": 1},
    "severity": {"enum": ["warn", "fail", "off"]},
}


def _described(schema: dict[str, Any], docs: str) -> dict[str, Any]:
    return {"description": docs, **schema}


def _or_parameter(schema: dict[str, Any]) -> dict[str, Any]:
    """In a template any value can be a parameter."""
    return {"anyOf": [schema, {"$ref": "#/$defs/parameter"}]}


def _windows(vocabulary: dict[str, Any]) -> dict[str, Any]:
    pair = {"type": "array", "minItems": 2, "maxItems": 2}
    shapes = {
        "within": OPERANDS["duration"],
        "between_ago": pair | {"items": OPERANDS["duration"]},
        "between": pair | {"items": OPERANDS["date"]},
    }
    return {
        name: _described(_or_parameter(shapes[name]), docs)
        for name, docs in vocabulary["windows"].items()
    }


def _measure(spec: dict[str, Any], operators: dict[str, Any]) -> dict[str, Any]:
    properties = {
        name: _described(_or_parameter(OPERANDS[MEASURED[operator["operand"]]]), operator["docs"])
        for name, operator in operators.items()
        if operator.get("measures")
    }
    schema: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "minProperties": 1,
        "properties": properties,
    }
    if spec["of"]:
        schema["properties"] = {"of": _or_parameter(TEXT)} | properties
        schema |= {"required": ["of"], "minProperties": 2}
    return _described(schema, spec["docs"])


def _form(name: str, scope: str, vocabulary: dict[str, Any]) -> dict[str, Any]:
    spec, inner = vocabulary["forms"][name], {"$ref": f"#/$defs/{scope}_condition"}
    many = {"type": "array", "minItems": 1, "items": inner}
    values: dict[str, Any] = {
        "all": many,
        "any": many,
        "not": inner,
        "event": _or_parameter(OPERANDS["event"]),
        "match": {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": {"type": ["string", "number", "boolean", "array"]},
        },
    }
    properties = {name: _described(values.get(name, _or_parameter(TEXT)), spec["docs"])}
    for option in spec["options"]:
        if option == "operators":
            for operator, about in vocabulary["operators"].items():
                properties[operator] = _described(
                    _or_parameter(OPERANDS[about["operand"]]), about["docs"]
                )
        elif option == "measures":
            for measure, about in vocabulary["measures"].items():
                properties[measure] = _measure(about, vocabulary["operators"])
        elif option == "windows":
            properties |= _windows(vocabulary)
        elif option == "where":
            properties["where"] = {"$ref": "#/$defs/event_condition"}
        elif option == "with":
            properties["with"] = {"type": "object"}
        else:
            properties[option] = _or_parameter(OPERANDS["boolean"])
    return {
        "type": "object",
        "required": [name],
        "additionalProperties": False,
        "minProperties": 2 if "operators" in spec["options"] else 1,
        "properties": properties,
    }


def _condition(scope: str, vocabulary: dict[str, Any]) -> dict[str, Any]:
    """A condition is told by its form, so that a message speaks of that form only."""
    forms = [name for name, spec in vocabulary["forms"].items() if scope in spec["scopes"]]
    return {
        "type": "object",
        "oneOf": [{"required": [name]} for name in forms] + [{"$ref": "#/$defs/parameter"}],
        "allOf": [
            {"if": {"required": [name]}, "then": _form(name, scope, vocabulary)} for name in forms
        ],
    }


def _limits(vocabulary: dict[str, Any]) -> dict[str, Any]:
    """What a segment may set for itself: the settings of its checks."""
    checks = {
        name: {
            "description": check["docs"],
            "type": "object",
            "additionalProperties": False,
            "properties": {
                key: LIMITS[check["settings"].get(key, "severity")] for key in check["own"]
            },
        }
        for name, check in vocabulary["health_checks"].items()
        if check["own"]
    }
    return {
        "type": "object",
        "minProperties": 1,
        "additionalProperties": False,
        "properties": checks,
    }


def _meta(vocabulary: dict[str, Any]) -> dict[str, Any]:
    kinds: dict[str, Any] = {
        "condition": {"$ref": "#/$defs/customer_condition"},
        "segment_type": {"enum": vocabulary["segment_types"]},
        "texts": {"type": "array", "minItems": 1, "items": {"type": "string"}},
        "integer": {"type": "integer"},
        "text": TEXT,
        "playbook": PLAYBOOK,
        "monitoring": _limits(vocabulary),
        "share": {
            "type": "array",
            "minItems": 2,
            "maxItems": 2,
            "items": {"type": "number", "minimum": 0, "maximum": 1},
        },
        "parameters": {
            "type": "object",
            "additionalProperties": {
                "type": "object",
                "required": ["type"],
                "additionalProperties": False,
                "properties": {
                    "type": {"enum": list(vocabulary["parameter_types"])},
                    "default": True,
                    "description": {"type": "string"},
                },
            },
        },
    }
    return {
        "type": "object",
        "required": ["criteria"],
        "additionalProperties": False,
        "properties": {
            key: _described(kinds[spec["kind"]], spec["docs"])
            for key, spec in vocabulary["meta_keys"].items()
        },
    }


def segment_schema(vocabulary: dict[str, Any]) -> dict[str, Any]:
    """The schema of a file under segments/."""
    config = {
        "type": "object",
        "properties": {"enabled": {"type": "boolean"}, "meta": {"$ref": "#/$defs/meta"}},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Segments",
        "description": "Segment definitions: dbt exposures with their rules in config.meta.",
        "type": "object",
        "required": ["exposures"],
        "properties": {
            "version": {"const": 2},
            "exposures": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["name", "type", "owner", "config"],
                    "properties": {
                        "name": {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_]*$"},
                        "config": config,
                    },
                },
            },
        },
        "$defs": {
            "parameter": PARAMETER,
            "meta": _meta(vocabulary),
            "customer_condition": _condition("customer", vocabulary),
            "event_condition": _condition("event", vocabulary),
        },
    }


def schema_text(vocabulary: dict[str, Any]) -> str:
    """The schema as the checked-in file has it."""
    return json.dumps(segment_schema(vocabulary), indent=2, ensure_ascii=False) + "\n"
