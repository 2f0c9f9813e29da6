"""Raw rows in, events out: typed, checked, one row per event, money converted."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any
from zoneinfo import ZoneInfo

from .inputs import EVENT_COLUMNS, Row
from .lookups import Rates, kept, roles_by_type, types_done_to_customers

FUTURE_TOLERANCE = timedelta(minutes=60)


@dataclass(frozen=True, slots=True)
class Event:
    event_id: str
    tenant_id: str
    customer_id: str
    event_type: str
    roles: frozenset[str]
    at: datetime
    day: date
    loaded_at: datetime
    value: Decimal | None
    order_id: str | None
    feature: str | None
    message_id: str | None
    is_inbound: bool
    session_id: str | None
    device: str | None
    category: str | None
    source: str | None
    medium: str | None


class Unusable(Exception):
    """The row cannot be an event."""


class Calendar:
    """Days of a time zone."""

    def __init__(self, timezone: str) -> None:
        self.zone = ZoneInfo(timezone)

    def day_of(self, moment: datetime) -> date:
        return moment.replace(tzinfo=UTC).astimezone(self.zone).date()

    def end_of(self, day: date) -> datetime:
        midnight = datetime.combine(day + timedelta(days=1), time(), self.zone)
        return midnight.astimezone(UTC).replace(tzinfo=None)


def events_of(rows: Iterable[Row], calendar: Calendar) -> list[Event]:
    """The first loaded usable row of each event id within a tenant."""
    roles, rates, done_to = roles_by_type(), Rates(), types_done_to_customers()
    kept: dict[tuple[str, str], Event] = {}
    # rows come in the order of file and row, and sorting is stable
    usable = []
    for row in rows:
        try:
            usable.append(_event(row, calendar, roles, rates, done_to))
        except Unusable:
            continue
    for event in sorted(usable, key=lambda event: event.loaded_at):
        kept.setdefault((event.tenant_id, event.event_id), event)
    return list(kept.values())


def newest_whole_day(events: list[Event], calendar: Calendar) -> date:
    """The newest day with an event that a later day's load has followed."""
    last_load = calendar.day_of(max(event.loaded_at for event in events))
    return max(event.day for event in events if event.day < last_load)


def text(value: Any) -> str | None:
    """Text, where an empty or blank one is a missing one."""
    return None if value is None or not str(value).strip() else str(value)


def moment(value: Any) -> datetime | None:
    """A time in UTC without offset."""
    if text(value) is None:
        return None
    if not isinstance(value, datetime):
        try:
            value = datetime.fromisoformat(str(value))
        except ValueError:
            raise Unusable from None
    return value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value


def number(value: Any) -> Decimal | None:
    if text(value) is None:
        return None
    try:
        return kept(Decimal(str(value)))
    except InvalidOperation:
        raise Unusable from None


def currency_code(value: Any) -> str | None:
    """A currency's code, however it was written."""
    return text(value) and str(value).strip().upper()


def _event(
    row: Row, calendar: Calendar, roles: dict, rates: Rates, done_to: frozenset[str]
) -> Event:
    customer_id, event_type = text(row["customer_id"]), text(row["event_type"])
    at = moment(row["event_at"])
    loaded_at = moment(row["loaded_at"]) or row["file_changed_at"]
    if customer_id is None or event_type is None or at is None:
        raise Unusable
    if at > loaded_at + FUTURE_TOLERANCE:
        raise Unusable
    currency, value = currency_code(row["currency"]), number(row["event_value"])
    number(row["latitude"])
    number(row["longitude"])
    # without an amount there is nothing that a rate could be missing for
    if value is not None and not rates.knows(currency):
        raise Unusable
    properties = _properties(row["event_properties"])
    day = calendar.day_of(at)
    return Event(
        event_id=text(row["event_id"]) or repr([row[name] for name in EVENT_COLUMNS]),
        tenant_id=text(row["tenant_id"]) or "default",
        customer_id=customer_id,
        event_type=event_type,
        roles=roles.get(event_type, frozenset()),
        at=at,
        day=day,
        loaded_at=loaded_at,
        value=rates.in_dollars(value, currency, day),
        order_id=text(properties.get("order_id")),
        feature=text(properties.get("feature")),
        message_id=text(properties.get("message_id")),
        is_inbound=event_type not in done_to,
        session_id=text(row["session_id"]),
        device=text(row["device_type"]),
        category=text(row["product_category"]),
        source=text(row["source"]),
        medium=text(row["medium"]),
    )


def _properties(value: Any) -> dict:
    if text(value) is None:
        return {}
    try:
        found = json.loads(value)
    except ValueError:
        raise Unusable from None
    return found if isinstance(found, dict) else {}
