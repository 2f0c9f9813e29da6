"""A second, slow and plain reading of the segment language, to test the compiler by.

    evaluate(definitions, world, as_of) -> {segment name: {(tenant_id, customer_id)}}

A definition is config.meta of a segment and its name. A world is events, customers,
subscriptions, metrics, timezone and as_of as plain data: see definition_generator.

Readings, where the language leaves something open
 1. Once somebody exists, all of his customer row shows, a later signed_up_at or not.
 2. A null started_at has started, before all others; ids tie-break by code point.
 3. Property columns are those of int_customers; names are case-sensitive.
 4. A column is a whole name: `plan.x` is a path; a step is a key as written, never an
    index; a step into anything but an object is missing.
 5. `where` and `of` know the columns of stg_events, else paths in event_properties.
 6. A metric of a customer without a row is missing; a metric is never a path.
 7. `segment: d.v` splits at the first dot, v is compared exactly; a segment of that
    very name goes first.
 8. A reference means membership after the tenants of the referenced segment.
 9. Event names compare exactly; a list pools its events before measuring.
10. Numbers are exact: floats count as their shortest decimal, avg as sum / count.
11. A numeric text: blanks, sign, ASCII digits, point (.5 and 5. too), exponent, blanks.
12. A boolean operand reads exactly `true` and `false`; a boolean is not a number.
13. Number columns have a plain text without trailing zeros (12.0000 is 12), numbers in
    JSON the text as written, timestamps yyyy-mm-dd hh:mm:ss in UTC.
14. An ISO date operand is exactly YYYY-MM-DD and real; it compares days with dates and
    timestamps in the comparing operators, and is text everywhere else.
15. contains, starts_with, ends_with and matches always read the value's text.
16. Each element of `in` has its own type; `between` is gte and lte.
17. ignore_case lowers both sides, order operators too; `matches` gets the (?i) flag;
    numbers, booleans and dates do not care.
18. Texts are equal by code points: nothing is normalised or trimmed.
19. `matches` has RE2's defaults: . is no newline, ^ and $ are the text's ends.
20. A text date is YYYY-MM-DD, perhaps T or a blank, HH:MM, seconds, fraction, and then
    Z or an offset; real, without blanks around. Numbers and booleans are no dates.
21. Without an offset a text is read on the project's clock; a timestamp is UTC.
22. within_last and older_than compare days, in hours instants; a bare date is the first
    instant of its day.
23. The future is neither within_last nor older_than.
24. n weeks are 7n days, n years 12n months.
25. Hours are elapsed hours before the first instant after as_of_date.
26. between_ago [a, b] is from the start of window a up to the start of window b.
27. `between` of events takes whole days in the project's timezone, none after as_of.
28. Without measures and `occurred` an event condition is count >= 1; with measures only
    they decide; occurred: true is count >= 1, and-ed.
29. Measures take all comparing operators, `in` and `not_in` too; a missing avg, min or
    max makes not_equals and not_in true and the others false.
30. sum, avg, min and max read numeric texts too, from columns and paths.
31. distinct counts an empty text, and no lists or objects.
32. A list in `match` is `in`, its elements as typed; a plain text is a text ("5" is).
33. In `match` a sign, blanks, operand; a range is digits-digits with optional decimals.
34. A name in `match` is the metric of that name, even where it is missing.
35. A template is its expansion.
"""

from collections import defaultdict
from fractions import Fraction

from oracle.conditions import form_of, measures_of, operators_of, shorthand
from oracle.operators import holds
from oracle.population import key_of, population
from oracle.relations import CUSTOMER_TYPES, EVENT_TYPES
from oracle.values import at_path, number_of, parse_json, text_of
from oracle.windows import Clock


def evaluate(definitions, world, as_of=None, templates=None):
    """The members of every segment as of a day.

    templates: name -> a condition, or a function of the keys of `with` giving one.
    """
    oracle = Oracle(world, as_of, templates)
    for definition in definitions:
        oracle.add(definition)
    return {one["name"]: set(oracle.members(one["name"])) for one in definitions}


class Oracle:
    """A world as of one day, and the segments defined on it so far."""

    def __init__(self, world, as_of=None, templates=None):
        self.clock = Clock(as_of or world["as_of"], world["timezone"])
        self.templates = templates or {}
        self.people = population(world, self.clock)
        self.properties = {key: parse_json(row["properties"]) for key, row in self.people.items()}
        self.metrics = world["metrics"]
        self.metric_names = set(world.get("metric_types", ())).union(*world["metrics"].values())
        self.events = defaultdict(list)
        for event in world["events"]:
            if event["event_at"] < self.clock.end:
                details = parse_json(event["event_properties"])
                self.events[key_of(event)].append((event, details))
        self.definitions, self.known, self.open = {}, {}, []

    def add(self, definition):
        """One more segment."""
        if definition["name"] in self.definitions:
            raise ValueError(f"duplicate name: {definition['name']}")
        self.definitions[definition["name"]] = definition

    def members(self, name):
        """The keys of everybody in a segment."""
        if name in self.known:
            return self.known[name]
        if name in self.open:
            raise ValueError(f"cycle: {[*self.open, name]}")
        self.open.append(name)
        definition = self.definitions[name]
        tenants = definition.get("tenants")
        self.known[name] = {
            key
            for key in self.people
            if (tenants is None or key[0] in tenants) and self.is_true(definition["criteria"], key)
        }
        self.open.pop()
        return self.known[name]

    def is_true(self, condition, key):
        """Whether a condition holds for one customer."""
        form = form_of(condition)
        content = condition[form]
        if form == "all":
            return all(self.is_true(one, key) for one in content)
        if form == "any":
            return any(self.is_true(one, key) for one in content)
        if form == "not":
            return not self.is_true(content, key)
        if form == "event":
            return self._event(condition, key)
        if form == "segment":
            return self._segment(content, key)
        if form == "match":
            return all(
                self._each(shorthand(value), self._matched(name, key), False)
                for name, value in content.items()
            )
        if form == "template":
            return self.is_true(self._expanded(condition), key)
        look_up = self.property_of if form == "property" else self.metric_of
        return self._named(condition, form, look_up(content, key))

    def property_of(self, name, key):
        """A column of the customer, else a path in properties."""
        if name in CUSTOMER_TYPES:
            return self.people[key][name]
        return at_path(self.properties[key], name)

    def metric_of(self, name, key):
        """A column of the customer marts."""
        if name not in self.metric_names:
            raise ValueError(f"unknown metric: {name}")
        return self.metrics.get(key, {}).get(name)

    def matching(self, condition, key):
        """The events (with their details) that an event condition speaks of."""
        names = condition["event"]
        names = [names] if isinstance(names, str) else names
        start, until = self.clock.span(condition)
        return [
            (event, details)
            for event, details in self.events[key]
            if (event["event_type"] in names or names == ["*"])
            and start <= event["event_at"] < until
            and self._where(condition.get("where"), event, details)
        ]

    def measure(self, name, field, events):
        """One measure of a list of events; None where there is none."""
        if name == "count":
            return len(events)
        if name == "days":
            return len({self.clock.day_of(event["event_at"]) for event, _ in events})
        values = [field_of(field, event, details) for event, details in events]
        if name == "distinct":
            return len({text_of(value) for value in values} - {None})
        numbers = [number for number in map(number_of, values) if number is not None]
        if name == "sum":
            return sum(numbers, Fraction(0))
        if not numbers:
            return None
        if name == "avg":
            return sum(numbers, Fraction(0)) / len(numbers)
        return min(numbers) if name == "min" else max(numbers)

    def _event(self, condition, key):
        events = self.matching(condition, key)
        return all(
            self._each(operators, self.measure(name, field, events), False)
            for name, field, operators in measures_of(condition)
        )

    def _where(self, condition, event, details):
        if condition is None:
            return True
        form = form_of(condition)
        content = condition[form]
        if form == "all":
            return all(self._where(one, event, details) for one in content)
        if form == "any":
            return any(self._where(one, event, details) for one in content)
        if form == "not":
            return not self._where(content, event, details)
        if form != "property":
            raise ValueError(f"where: all, any, not or property, received {form}")
        return self._named(condition, form, field_of(content, event, details))

    def _segment(self, name, key):
        if name in self.definitions:
            return key in self.members(name)
        dimension, dot, value = name.partition(".")
        if not dot:
            raise ValueError(f"unknown segment: {name}")
        return text_of(self.metric_of(dimension, key)) == value

    def _matched(self, name, key):
        in_marts = name in self.metric_names
        return self.metric_of(name, key) if in_marts else self.property_of(name, key)

    def _expanded(self, condition):
        expansion = self.templates[condition["template"]]
        if callable(expansion):
            return expansion(**condition.get("with", {}))
        return expansion

    def _named(self, condition, form, value):
        operators = operators_of(condition, form, "ignore_case")
        return self._each(operators, value, condition.get("ignore_case", False))

    def _each(self, operators, value, ignore_case):
        return all(
            holds(name, operand, value, self.clock, ignore_case)
            for name, operand in operators.items()
        )


def field_of(name, event, details):
    """A column of the event, else a path in event_properties."""
    return event[name] if name in EVENT_TYPES else at_path(details, name)
