"""Random worlds and random valid definitions to run them through.

    world = random_world(rng)
    definitions = random_definitions(rng, world, 50)
    relations = world_rows(world)     # relation -> (column -> type, rows)

A world is a dict of plain data: `events`, `customers` and `subscriptions` are
lists of dicts, `metrics` is (tenant_id, customer_id) -> column -> value, `metric_types`
column -> type; and `timezone` and `as_of`. At least four of five definitions have some
members and not all.
"""

import json
from datetime import timedelta
from fractions import Fraction

from oracle.hostile import JINJA, NAMES
from oracle.match_generator import match_condition
from oracle.operand_generator import duration_near, number_operators, operators_for
from oracle.population import world_rows
from oracle.relations import DIMENSIONS, METRIC_TYPES
from oracle.segment_oracle import Oracle, field_of
from oracle.values import NESTED
from oracle.world_generator import RARE_TYPES, TENANTS, TYPES, random_world

__all__ = ["random_definitions", "random_world", "world_rows"]

DEPTH = 4
TRIVIAL = 0.5
MIXED_SPANS = (
    ("2mo", "30d"),
    ("1y", "2mo"),
    ("72h", "1d"),
    ("30d", "24h"),
    ("7w", "1mo"),
)
LEAVES = ("event", "event", "event", "property", "property", "metric", "match")
PATHS = (
    *(
        "color",
        "seats",
        "active",
        "renewal",
        "address",
        "address.city",
        "address.geo.0",
    ),
    *(
        "address.geo.zip",
        "tags",
        "tags.0",
        "total_events",
        "engagement_band",
        "color.b",
    ),
    *("country.x", *NAMES),
)
COLUMNS = (
    *("gender", "income", "country", "city", "job_title", "company_size", "age"),
    *("team_size", "birth_date", "signed_up_at", "plan", "mrr", "subscription_status"),
    *("subscription_id", "subscription_started_at", "trial_ends_at", "cancelled_at"),
    *("customer_id", "tenant_id"),
)
FIELDS = (
    "feature",
    "amount",
    "ok",
    "due",
    "cart",
    "cart.items",
    "cart.list.0",
    *NAMES[:6],
)
EVENT_COLUMNS = (
    *("event_type", "event_category", "product_id", "product_category", "page_url"),
    *("source", "campaign", "device_type", "country", "session_id", "event_value"),
    *("latitude", "event_date", "event_at", "loaded_at"),
)
MEASURED = (
    "event_value",
    "event_value",
    "amount",
    "cart.items",
    "product_id",
    "latitude",
)
COUNTED = (
    "feature",
    "amount",
    "product_id",
    "session_id",
    "cart.items",
    "event_date",
    "ok",
)


def random_definitions(rng, world, count, jinja=True):
    """Valid definitions, the later ones referring to earlier ones.

    jinja: whether names and values may hold the braces that Jinja reads.
    """
    generator = _Generator(rng, world)
    definitions = []
    while len(definitions) < count:
        definition = generator.draw(f"segment_{len(definitions):03}")
        if jinja or not _speaks_jinja(definition):
            generator.oracle.add(definition)
            generator.names.append(definition["name"])
            definitions.append(definition)
    return definitions


def _speaks_jinja(definition):
    text = json.dumps(definition)
    return any(mark in text for mark in JINJA)


class _Generator:
    def __init__(self, rng, world):
        self.rng = rng
        self.oracle = Oracle(world)
        self.clock = self.oracle.clock
        self.people = sorted(self.oracle.people)
        self.events = [one for key in self.people for one in self.oracle.events[key]]
        self.names = []

    def draw(self, name):
        """A definition; nearly always one that splits the customers."""
        for _ in range(15):
            definition = {"name": name, "criteria": self.condition(1)}
            if self.rng.random() < 0.2:
                size = self.rng.randint(1, len(TENANTS))
                definition["tenants"] = self.rng.sample(TENANTS, size)
            members = self._count(definition)
            if 0 < members < len(self.people) or self.rng.random() < TRIVIAL:
                break
        return definition

    def _count(self, definition):
        tenants = definition.get("tenants", TENANTS)
        criteria = definition["criteria"]
        return sum(key[0] in tenants and self.oracle.is_true(criteria, key) for key in self.people)

    def condition(self, depth):
        """A condition of any form, with branches down to the greatest depth."""
        draw = self.rng.random()
        if depth < DEPTH and draw < 0.45:
            size = self.rng.randint(1, 3)
            return {
                self.rng.choice(("all", "any")): [self.condition(depth + 1) for _ in range(size)]
            }
        if depth < DEPTH and draw < 0.57:
            return {"not": self.condition(depth + 1)}
        if draw < 0.64:
            return self._reference()
        form = self.rng.choice(LEAVES)
        if form == "event":
            return self._event()
        if form == "match":
            return match_condition(self.rng, self.oracle, self.people, PATHS + COLUMNS)
        names = METRIC_TYPES if form == "metric" else self.rng.choice((PATHS, COLUMNS))
        look_up = getattr(self.oracle, f"{form}_of")
        return self._named(form, names, look_up, self.people)

    def _named(self, form, names, look_up, subjects):
        name = self.rng.choice(list(names))
        values = [look_up(name, subject) for subject in subjects]
        if NESTED in values and self.rng.random() < 0.3:
            return {form: name, "is_set": self.rng.random() < 0.5}
        return {form: name, **operators_for(self.rng, values, self.clock)}

    def _reference(self):
        if self.names and self.rng.random() < 0.6:
            return {"segment": self.rng.choice(self.names)}
        dimension, values = self.rng.choice(list(DIMENSIONS.items()))
        found = [self.oracle.metric_of(dimension, key) for key in self.people]
        values = values or [value for value in found if value]
        return {"segment": f"{dimension}.{self.rng.choice(values)}"}

    def _event(self):
        condition = {"event": self._event_names(), **self._window()}
        if self.rng.random() < 0.35:
            condition["where"] = self._where(1)
        draw = self.rng.random()
        if draw < 0.15:
            return condition
        if draw < 0.3:
            return {**condition, "occurred": self.rng.random() < 0.5}
        measures = {}
        for _ in range(self.rng.choice((1, 1, 1, 2))):
            measures.update(self._measure(condition))
        if self.rng.random() < 0.1:
            measures["occurred"] = self.rng.random() < 0.7
        return condition | measures

    def _event_names(self):
        draw = self.rng.random()
        if draw < 0.15:
            return "*"
        if draw < 0.3:
            return self.rng.sample(TYPES + RARE_TYPES, self.rng.randint(1, 3))
        if draw < 0.32:
            return "never_seen"
        return self.rng.choice(TYPES * 3 + RARE_TYPES)

    def _window(self):
        draw = self.rng.random()
        event, _ = self.rng.choice(self.events)
        if draw < 0.3:
            return {}
        if draw < 0.65:
            return {"within": duration_near(self.rng, event["event_at"], self.clock)}
        if draw < 0.8:
            if self.rng.random() < 0.25:
                return {"between_ago": list(self.rng.choice(MIXED_SPANS))}
            near = self.rng.randint(1, 60)
            unit = self.rng.choice(("d", "d", "d", "w", "mo", "h"))
            return {
                "between_ago": [
                    f"{near + self.rng.randint(1, 40)}{unit}",
                    f"{near}{unit}",
                ]
            }
        first = event["event_date"]
        last = first + timedelta(days=self.rng.choice((0, 1, 7, 30, 200)))
        return {"between": [first.isoformat(), last.isoformat()]}

    def _where(self, depth):
        draw = self.rng.random()
        if depth < 3 and draw < 0.25:
            size = self.rng.randint(1, 3)
            form = self.rng.choice(("all", "any"))
            return {form: [self._where(depth + 1) for _ in range(size)]}
        if depth < 3 and draw < 0.35:
            return {"not": self._where(depth + 1)}
        names = self.rng.choice((FIELDS, EVENT_COLUMNS))
        return self._named("property", names, lambda name, one: field_of(name, *one), self.events)

    def _measure(self, condition):
        name = self.rng.choice(
            ("count", "count", "days", "distinct", "sum", "sum", "avg", "min", "max")
        )
        field = None
        if name == "distinct":
            field = self.rng.choice(COUNTED)
        elif name not in ("count", "days"):
            field = self.rng.choice(MEASURED)
        found = [
            self.oracle.measure(name, field, self.oracle.matching(condition, key))
            for key in self.people
        ]
        numbers = [Fraction(number) for number in found if number is not None]
        # zero is what nearly everybody measures; the edge is more telling elsewhere
        telling = [number for number in numbers if number] or [Fraction(0)]
        operators = number_operators(self.rng, telling)
        return {name: {"of": field, **operators} if field else operators}
