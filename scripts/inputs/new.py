"""Writes a first mapping of files: which of their columns is who, what, when and how much.

Names and values are looked at; what comes out is marked as a guess, for a person to correct.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import CannotRun
from inputs.macros import InputMacros

FORMATS = {"csv": "csv", "tsv": "csv", "txt": "csv", "json": "json", "jsonl": "json",
           "ndjson": "json", "parquet": "parquet"}  # fmt: skip
#: so many rows are looked at
SAMPLE = 2000
#: ways to write a time that strptime reads; ISO 8601 needs none
TIME_FORMATS = (
    "%Y-%m-%d %H:%M:%S %z", "%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%d.%m.%Y",
    "%d-%m-%Y %H:%M:%S", "%d-%m-%Y %H:%M", "%d-%m-%Y", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %H:%M",
    "%m/%d/%Y %I:%M %p", "%m/%d/%Y", "%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y",
    "%Y/%m/%d %H:%M:%S", "%Y/%m/%d", "%Y%m%d",
)  # fmt: skip
#: names that columns have in exports, the likeliest first; the words of a name, joined by _
NAMES: dict[str, dict[str, str]] = {
    "events": {
        "customer_id": r"(customer|client|user|visitor|member|buyer|contact|shopper|account)"
        r"(_?(id|no|nr|number|key))?|cust(omer)?_?(id|no)|(distinct|person|profile)_id|uid|email",
        "event_id": r"(event|message|insert|line_?item|row|record|hit)_?(id|uuid)|id|uuid",
        "event_type": r"event(_?(type|name|kind))?|action(_?type)?|activity(_?type)?|kind|type"
        r"|interaction(_?type)?|what",
        "event_at": r"(event_?)?(timestamp|time|date_?time|ts)|(event|order|invoice|purchase|"
        r"transaction|visit)_?(date|time)(_?time)?|(created|occurred|received|sent|paid|processed)"
        r"_?at|happened(_?(at|on))?|original_timestamp|date|day|when",
        "event_value": r"(event_?)?(value|amount|revenue|price|total|sales|spend|spent|paid)"
        r"|(total|order|line|net|gross|sale|unit|item|lineitem)_?(price|amount|value|total)|dollars",
        "currency": r"currency(_?code)?|cur",
        "product_id": r"(product|item|article|stock)_?(id|code|no)|sku|lineitem_sku|asin|stockcode",
        "product_name": r"(product|item|article)_?(name|title)|lineitem_name|product|article|item"
        r"|description|title",
        "product_category": r"(product_?|item_?)?(category|department)(_?(name|code))?",
        "session_id": r"(session|visit)_?(id|no|key)",
        "page_url": r"(page_?)?(url|uri|location|path)|current_url|page(_?path)?",
        "referrer_url": r"refer(r)?er(_?url)?",
        "source": r"(utm_?)?source|(acquisition_?)?channel|traffic_?source",
        "medium": r"(utm_?)?medium",
        "campaign": r"(utm_?)?campaign(_?name)?",
        "ip_address": r"ip(_?address)?|client_ip|remote_addr",
        "user_agent": r"(user_?)?agent(_?string)?",
        "device_type": r"device(_?type)?|platform|device_category",
        "browser": r"browser(_?name)?",
        "os": r"os(_?name)?|operating_system",
        "country": r"(ship(ping)?_?|bill(ing)?_?|geo_?)?country(_?(code|name))?",
        "region": r"region|state|province|(shipping|billing)_?province",
        "city": r"(ship(ping)?_?|bill(ing)?_?|geo_?)?city",
        "event_properties": r"(event_?)?(properties|props|attributes|params|payload|metadata)",
        "tenant_id": r"(tenant|workspace|organi[sz]ation|org|store|shop)_?(id|key)",
        "loaded_at": r"(loaded|ingested|imported|received|_?sdc_received|_fivetran_synced)_?at?",
    },
    "customers": {
        "customer_id": r"(customer|client|user|member|contact|account)?_?(id|no|nr|number|key)",
        "email": r"e_?mail(_?address)?",
        "signed_up_at": r"(signed_?up|sign_?up|created|registered|joined|registration)"
        r"_?(at|on|date|time)?|(signup|customer_since|member_since)(_?date)?",
        "birth_date": r"(birth_?(date|day)|date_of_birth|dob)",
        "age": r"age",
        "gender": r"gender|sex",
        "income": r"(annual_?|household_?)?income",
        "country": r"country(_?(code|name))?|default_address_country",
        "region": r"region|state|province",
        "city": r"city|town",
        "timezone": r"time_?zone",
        "language": r"lang(uage)?|locale",
        "occupation": r"occupation|profession",
        "company_size": r"(company_?size|employees)",
        "industry": r"industry|sector",
        "job_title": r"job(_?title)?|role|position",
        "team_size": r"team_?size|seats",
        "updated_at": r"(updated|modified|changed)_?(at|on)?",
        "tenant_id": r"(tenant|workspace|organi[sz]ation|org|store|shop)_?(id|key)",
    },
    "subscriptions": {
        "customer_id": r"(customer|client|user|member|account)(_?(id|no|key))?",
        "subscription_id": r"(subscription|contract)?_?id|subscription",
        "plan": r"(plan|product|tier|price)(_?(id|name|nickname))?",
        "status": r"(subscription_?)?(status|state)",
        "mrr": r"mrr|(monthly|plan|unit)_?(amount|price|fee)|amount|price",
        "currency": r"currency(_?code)?",
        "started_at": r"(start(ed)?|begin|current_period_start|created)(_?(at|date|on))?(_?utc)?",
        "trial_ends_at": r"trial_?(ends?|until|end_date)(_?at)?(_?utc)?",
        "cancelled_at": r"(cancel(l)?ed|ended|cancellation|end)(_?(at|date|on))?(_?utc)?",
        "updated_at": r"(updated|modified|changed)_?(at|on)?",
        "tenant_id": r"(tenant|workspace|organi[sz]ation|org|store|shop)_?(id|key)",
    },
}
#: what tells the lines of one order from those of others; it becomes a property of events
ORDER = r"(order|invoice|transaction|receipt)(_?(id|no|nr|number|name))?"
TIMES = ("event_at", "loaded_at", "signed_up_at", "birth_date", "started_at", "trial_ends_at",
         "cancelled_at", "updated_at")  # fmt: skip
#: names that YAML would read as something else
YAML_WORDS = ("null", "true", "false", "yes", "no", "on", "off", "y", "n")
NUMBERS = ("event_value", "mrr", "age", "team_size")


@dataclass
class Column:
    """A column of the files, with some of its values as text."""

    name: str
    type: str
    values: list[str]

    @property
    def words(self) -> str:
        """Its name in small letters, words joined by _: CustomerID, customer-id, Customer Id."""
        text = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", self.name)
        return re.sub(r"\W+|_+", "_", text).strip("_").lower()

    @property
    def quoted(self) -> str:
        plain = re.fullmatch(r"[A-Za-z_]\w*", self.name)
        return self.name if plain else '"' + self.name.replace('"', '""') + '"'


def first_mapping(
    project: Path, files: list[Path], table: str | None
) -> tuple[str, dict[str, Any], list[str]]:
    """Which input table files are, its meta as guessed, and the columns that are left over."""
    path = files[0]
    suffixes = [suffix.lstrip(".").lower() for suffix in path.suffixes]
    form = next((FORMATS[suffix] for suffix in reversed(suffixes) if suffix in FORMATS), None)
    if form is None:
        known = ", ".join(FORMATS)
        raise CannotRun(f"{path.name}: what kind of file is it? Known endings: {known}.")
    meta: dict[str, Any] = {"format": form, "path": [str(file) for file in files]}
    macros = InputMacros(project, None, {})
    options, columns = _columns(macros, path, meta)
    if options:
        meta["options"] = options
    table = table or _table_of(columns)
    meta["columns"], left = _guessed(macros, table, columns)
    return table, meta, left


def _columns(
    macros: InputMacros, path: Path, meta: dict[str, Any]
) -> tuple[dict[str, Any], list[Column]]:
    options = macros.run("found_options", str(path), meta, [])
    names = None
    if meta["format"] == "csv":
        names = macros.run("file_header", str(path), options)
    elif meta["format"] == "json":
        form = "array" if options["format"] == "array" else "newline_delimited"
        keys = macros.query(
            f"""
            select distinct unnest(json_keys(json))
            from (
                from read_json_objects({macros.run("sql_text", str(path))}, format = '{form}')
                limit {SAMPLE}
            )
            where json_type(json) = 'OBJECT'
            """
        )
        names = sorted(key for (key,) in keys)
    rejects = ["new_errors", "new_scans"] if meta["format"] == "csv" else None
    rows = macros.run("read_files", [str(path)], meta["format"], options, names, rejects)
    macros.query(f"create or replace table sample as from {rows} limit {SAMPLE}")
    found = []
    for name, kind, *_ in macros.query("describe sample"):
        if name not in ("%file", "%row"):
            column = macros.run("quoted_name", name)
            values = macros.query(
                f"select cast({column} as varchar) from sample where nullif(trim(cast({column} as"
                " varchar)), '') is not null"
            )
            found.append(Column(name, kind, [value for (value,) in values]))
    unusual = {
        k: v
        for k, v in options.items()
        if (k, v) not in {("delim", ","), ("format", "newline_delimited")}
    }
    return unusual, found


def _table_of(columns: list[Column]) -> str:
    words = {column.words for column in columns}
    if words & {"mrr", "plan", "plan_id", "trial_end", "trial_ends_at", "subscription_id"}:
        return "subscriptions"
    if any(re.fullmatch(NAMES["events"]["event_type"], word) for word in words):
        return "events"
    is_person = {"signed_up_at", "email", "birth_date", "age", "gender", "created_at"} & words
    has_value = any(re.fullmatch(NAMES["events"]["event_value"], word) for word in words)
    return "customers" if is_person and not has_value else "events"


def _guessed(
    macros: InputMacros, table: str, columns: list[Column]
) -> tuple[dict[str, Any], list[str]]:
    """The canonical columns with their expressions, and the columns that nothing uses."""
    mapped: dict[str, Any] = {}
    used: set[str] = set()
    for name, pattern in NAMES[table].items():
        best = None
        for column in columns:
            if column.name in used or not (place := _place(pattern, column.words)):
                continue
            expression = _expression(macros, name, column)
            if expression is not None and (best is None or place < best[0]):
                best = (place, column, expression)
        if best:
            mapped[name] = best[2]
            used.add(best[1].name)
    if table == "events":
        mapped.setdefault("event_type", "'purchase'")
        order = next((c for c in columns if re.fullmatch(ORDER, c.words)), None)
        if order and order.name not in used and "event_properties" not in mapped:
            mapped["event_properties"] = f"json_object('order_id', {order.quoted})"
            used.add(order.name)
    return mapped, [column.name for column in columns if column.name not in used]


def _place(pattern: str, words: str) -> int | None:
    """How likely a name is one of a pattern's: which of its alternatives it is, from 1."""
    depth, parts, part = 0, [], ""
    for letter in pattern:
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and depth == 0:
            parts.append(part)
            part = ""
        else:
            part += letter
    matching = (n for n, p in enumerate([*parts, part], 1) if re.fullmatch(p, words))
    return next(matching, None)


def _expression(macros: InputMacros, name: str, column: Column) -> Any:
    """The expression for a canonical column over a column; None when its values do not fit."""
    if not column.values:
        return column.quoted
    if name in TIMES:
        return _time(macros, column)
    if name in NUMBERS:
        return _number(column)
    if name == "event_type" and len(set(column.values)) > max(50, len(column.values) // 5):
        return None
    if name == "event_id" and len(set(column.values)) < len(column.values):
        return None
    return column.quoted


def _time(macros: InputMacros, column: Column) -> Any:
    if column.type.startswith(("TIMESTAMP", "DATE")):
        return column.quoted
    if column.type != "VARCHAR":
        return None
    values = "[" + ", ".join(macros.run("sql_text", v) for v in column.values[:500]) + "]"

    def all_are(expression: str) -> bool:
        query = f"select count(*) = count({expression}) from (select unnest({values}) as value)"
        return bool(macros.query(query)[0][0])

    if all_are("try_cast(value as timestamptz)"):
        return column.quoted
    for form in TIME_FORMATS:
        if all_are(f"try_strptime(value, '{form}')"):
            return {"column": column.quoted, "format": form}
    return None


def _number(column: Column) -> Any:
    if column.type != "VARCHAR":
        return column.quoted if re.match("[A-Z]*(INT|DOUBLE|FLOAT|DECIMAL)", column.type) else None
    tests: tuple[tuple[str, Callable[[], Any]], ...] = (
        (r"\s*-?\d+(\.\d+)?\s*", lambda: column.quoted),
        (r"\s*-?\d{1,3}(\.?\d{3})*(,\d+)?\s*", lambda: {"column": column.quoted, "decimal": ","}),
    )
    for pattern, expression in tests:
        if all(re.fullmatch(pattern, value) for value in column.values):
            return expression()
    return None


def write_input(
    project: Path, name: str, table: str, meta: dict[str, Any], left: list[str]
) -> Path:
    """Writes the table into inputs/<name>.yml, each column marked as a guess."""
    path = project / "inputs" / f"{name}.yml"
    text = path.read_text(encoding="utf-8") if path.exists() else None
    if text is not None and re.search(rf"^\s*- name: {table}\s*$", text, re.M):
        raise CannotRun(f"inputs/{path.name} has {table} already. Correct it, or take it out.")
    if text is None:
        text = f"version: 2\n\nsources:\n  - name: {name}\n    tables:\n"
    paths = [_from_project(project, file) for file in meta["path"]]
    lines = [f"      - name: {table}", "        config:", "          meta:"]
    lines.append(f"            format: {meta['format']}")
    if len(paths) == 1:
        lines.append(f"            path: {_text(paths[0])}")
    else:
        lines.append("            path:")
        lines += [f"              - {_text(one)}" for one in paths]
    if meta.get("options"):
        lines.append(f"            options: {_text(meta['options'])}")
    lines.append("            columns:  # guessed, each of them: correct what is wrong")
    for column, expression in meta["columns"].items():
        lines.append(f"              {column}: {_text(expression)}  # guessed")
    lines += [f"              # not used: {column}" for column in left]
    path.write_text(text.rstrip("\n") + "\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def _from_project(project: Path, file: str) -> str:
    """A path as the project's folder sees it, where the file is inside of it."""
    path = Path(file)
    return str(path.relative_to(project)) if path.is_relative_to(project) else str(path)


def _text(value: Any) -> str:
    """A value as YAML, in one line."""
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z_]\w*", value):
        return value if value.lower() not in YAML_WORDS else json.dumps(value)
    return json.dumps(value, ensure_ascii=False)
