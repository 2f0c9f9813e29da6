"""Sessions of one customer: a source id, else events less than the gap apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from .events import Event

GAP = timedelta(minutes=30)
LONGEST = timedelta(hours=24)


@dataclass
class Session:
    events: list[Event]
    joined: list[Event] = field(default_factory=list)

    @property
    def started_at(self) -> datetime:
        return self.events[0].at

    @property
    def ended_at(self) -> datetime:
        return self.events[-1].at

    @property
    def source_id(self) -> str | None:
        return self.events[0].session_id

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
    """`events` are those of one customer, in the order of time.

    What has no id goes with the nearest session that has one, if that is less than the gap
    away: the session that ends last of those that have begun, or the next to begin.
    """
    named: dict[str, Session] = {}
    by_gap: list[Session] = []
    for event in events:
        if event.session_id is not None:
            named.setdefault(event.session_id, Session([])).events.append(event)
    visits = [part for one in named.values() for part in _visits(one.events)]
    for session in _by_gap([event for event in events if event.session_id is None]):
        nearest = _nearest(session, [(one.started_at, one.ended_at, one) for one in visits])
        if nearest is None:
            by_gap.append(session)
        else:
            nearest.joined.extend(session.events)
    for one in visits:
        one.events = sorted(one.events + one.joined, key=lambda event: event.at)
    return [*visits, *by_gap]


def _visits(events: list[Event]) -> list[Session]:
    """A session id that lasts too long is no visit."""
    is_too_long = events[-1].at - events[0].at > LONGEST
    return _by_gap(events) if is_too_long else [Session(events)]


def _by_gap(events: list[Event]) -> list[Session]:
    sessions: list[Session] = []
    for event in events:
        if sessions and event.at - sessions[-1].events[-1].at < GAP:
            sessions[-1].events.append(event)
        else:
            sessions.append(Session([event]))
    return sessions


def _nearest(session: Session, visits: list[tuple]) -> Session | None:
    begun = [visit for visit in visits if visit[0] <= session.started_at]
    to_come = [visit for visit in visits if visit[0] > session.started_at]
    near = []
    if begun:
        last = max(begun, key=lambda visit: (visit[1], visit[0], visit[2].source_id))
        near.append((max(session.started_at - last[1], timedelta(0)), 0, last[2]))
    if to_come:
        following = min(to_come, key=lambda visit: (visit[0], visit[1], visit[2].source_id))
        near.append((max(following[0] - session.ended_at, timedelta(0)), 1, following[2]))
    near = [one for one in near if one[0] < GAP]
    return min(near, key=lambda one: one[:2])[2] if near else None
