"""Sessions of one customer: a source id, else events less than the gap apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from .events import Event

GAP = timedelta(minutes=30)


@dataclass
class Session:
    events: list[Event]

    @property
    def started_at(self) -> datetime:
        return self.events[0].at

    @property
    def day(self) -> date:
        return self.events[0].day

    @property
    def seconds(self) -> int:
        return (self.events[-1].at - self.events[0].at) // timedelta(seconds=1)

    @property
    def is_bounce(self) -> bool:
        return len(self.events) == 1

    def is_on(self, device: str) -> bool:
        """Whether most of its events are on that device."""
        return 2 * sum(event.device == device for event in self.events) > len(self.events)


def sessions_of(events: list[Event]) -> list[Session]:
    """`events` are those of one customer, in the order of time."""
    named: dict[str, Session] = {}
    by_gap: list[Session] = []
    for event in events:
        if event.session_id is not None:
            named.setdefault(event.session_id, Session([])).events.append(event)
        elif by_gap and event.at - by_gap[-1].events[-1].at < GAP:
            by_gap[-1].events.append(event)
        else:
            by_gap.append(Session([event]))
    return [*named.values(), *by_gap]
