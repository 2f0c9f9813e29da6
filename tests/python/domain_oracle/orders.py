"""Orders and money of one customer."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from .events import Event
from .lookups import rounded

ZERO = Decimal(0)


def orders_of(events: Iterable[Event]) -> list[Event]:
    """The first line of each order, in the order of time: `events` are in that order."""
    first_lines: dict[tuple[str, str], Event] = {}
    for event in events:
        if is_order_line(event):
            key = ("order", event.order_id) if event.order_id else ("event", event.event_id)
            first_lines.setdefault(key, event)
    return sorted(first_lines.values(), key=lambda event: event.at)


def is_order_line(event: Event) -> bool:
    return "purchase" in event.roles and (event.value is None or event.value >= 0)


def gross(events: Iterable[Event]) -> Decimal:
    return rounded(sum((event.value or ZERO for event in events if is_order_line(event)), ZERO))


def refunded(events: Iterable[Event]) -> Decimal:
    """Refunds of either sign, and purchases below zero."""
    amounts = (
        abs(event.value)
        for event in events
        if event.value is not None
        and ("refund" in event.roles or ("purchase" in event.roles and event.value < 0))
    )
    return rounded(sum(amounts, ZERO))
