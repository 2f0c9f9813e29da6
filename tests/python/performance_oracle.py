"""The per-day marts computed again, in plain Python, from the events and what was known."""

import random
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from domain_oracle.sessions import sessions_of

FIRST_DAY = date(2024, 3, 1)
TIMEZONE = "America/New_York"
MESSAGES = ("email_sent", "email_open", "email_click", "sms_sent", "sms_open")
#: What is done to customers is none of their activity.
DONE_TO = ("email_sent", "sms_sent")


def local_day(at: datetime) -> int:
    """The day of a UTC time, counted from the first."""
    return (at.replace(tzinfo=UTC).astimezone(ZoneInfo(TIMEZONE)).date() - FIRST_DAY).days


@dataclass
class World:
    """Events and sign-ups of two tenants, each with the day on which it was loaded."""

    seed: int
    days: int = 9
    events: list[dict] = field(default_factory=list)
    customers: list[dict] = field(default_factory=list)

    def __post_init__(self) -> None:
        rng = random.Random(self.seed)
        kinds = ("visit", "look", "cart", "purchase", "purchase", "refund", *MESSAGES)
        for tenant, people in (("acme", 14), ("globex", 8)):
            for number in range(people):
                key = {"tenant_id": tenant, "customer_id": f"c{number}"}
                came = rng.randrange(-1, self.days)
                if rng.random() < 0.5:
                    at = datetime(2024, 3, 1) + timedelta(came, hours=rng.randrange(24))
                    loaded = max(0, local_day(at)) + rng.choice([0, 0, 2, 3])
                    self.customers.append(key | {"signed_up_at": at, "loaded": loaded})
                for _visit in range(rng.choice([0, 1, 3, 6])):
                    self._visit(rng, key, rng.randrange(came, self.days + 1), kinds)

        self._distant()

    def _distant(self) -> None:
        """Rows that change a day on which nothing else changed at that time."""
        # the session of day 8 goes on, an order gets an earlier line, a newcomer is older,
        # and a customer of day 3 is first known by the run of another day after a rewind
        for customer, day, kind, loaded, session in (
            ("session", 8, "visit", 20, "long"), ("session", 9, "visit", 30, "long"),
            ("order", 0, "visit", 0, None),
            ("order", 1, "purchase", 2, None), ("order", 0, "purchase", 30, None),
            ("newcomer", 4, "look", 6, None), ("newcomer", 3, "look", 30, None),
            ("stranger", 3, "cart", 7, None),
        ):  # fmt: skip
            self.events.append(
                {
                    "tenant_id": "globex",
                    "customer_id": customer,
                    "event_id": f"e{len(self.events)}",
                    "event_type": kind,
                    "event_value": Decimal(12) if kind == "purchase" else None,
                    "order_id": "long" if kind == "purchase" else None,
                    "session_id": session,
                    "message_id": None,
                    "event_at": datetime(2024, 3, 1, 15) + timedelta(day),
                    "loaded": loaded,
                }
            )

    def _visit(self, rng: random.Random, key: dict, day: int, kinds: tuple) -> None:
        """Some events around an hour, often around midnight; each may come late."""
        # midnight in New York is 5 in the morning
        at = datetime(2024, 3, 1) + timedelta(day, hours=rng.choice([4.5, 4.9, 5.2, 15]))
        session = rng.choice([None, None, f"s{day}", f"s{rng.randrange(self.days)}"])
        for _event in range(rng.choice([1, 1, 2, 4])):
            at += timedelta(minutes=rng.choice([2, 20, 29, 30, 45]))
            kind = rng.choice(kinds)
            money = kind in ("purchase", "refund")
            late = rng.choice([0, 0, 0, 0, 1, 2, 5])
            self.events.append(
                key
                | {
                    "event_id": f"e{len(self.events)}",
                    "event_type": kind,
                    "event_value": Decimal(rng.randrange(100, 9999)) / 100 if money else None,
                    "order_id": f"o{rng.randrange(3)}" if kind == "purchase" else None,
                    "session_id": session,
                    "message_id": f"m{len(self.events) % 3}" if len(self.events) % 2 else None,
                    "event_at": at,
                    "loaded": max(0, local_day(at)) + late,
                }
            )

    def known(self, as_of: int, loaded: int) -> list[dict]:
        """The events that a run sees, with their days."""
        return [
            event | {"day": local_day(event["event_at"])}
            for event in self.events
            if event["loaded"] <= loaded and local_day(event["event_at"]) <= as_of
        ]

    def new_days(self, as_of: int, loaded: int) -> dict[tuple, int | None]:
        """The customers whom a run knows, and the day on which each was new."""
        days: dict[tuple, int | None] = {}
        for event in sorted(self.known(as_of, loaded), key=lambda one: one["event_at"]):
            key = event["tenant_id"], event["customer_id"]
            if days.setdefault(key, None) is None and event["event_type"] not in DONE_TO:
                days[key] = event["day"]
        for one in self.customers:
            day = local_day(one["signed_up_at"])
            if one["loaded"] <= loaded and day <= as_of:
                days[one["tenant_id"], one["customer_id"]] = day
        return days


def orders(events: list[dict]) -> dict[tuple, tuple[int, Decimal]]:
    """The first day and the value of each order."""
    lines = defaultdict(list)
    for event in events:
        if event["event_type"] == "purchase":
            lines[event["tenant_id"], event["customer_id"], event["order_id"]].append(event)
    return {
        key: (min(one["day"] for one in found), sum(one["event_value"] for one in found))
        for key, found in lines.items()
    }


def sessions(events: list[dict]) -> list[tuple[tuple, int, int, float]]:
    """Customer, first day, events and seconds of each session."""
    groups = defaultdict(list)
    for event in sorted(events, key=lambda one: one["event_at"]):
        if event["event_type"] not in DONE_TO:
            groups[event["tenant_id"], event["customer_id"]].append(
                SimpleNamespace(
                    at=event["event_at"], day=event["day"], session_id=event["session_id"]
                )
            )
    return [
        (customer, one.day, len(one.events), one.seconds)
        for customer, group in groups.items()
        for one in sessions_of(group)
    ]


def messages(own: list[dict], as_of: int) -> dict[str, int]:
    """Messages that were sent in 30 days, and those of them that were opened or clicked."""
    found = {}
    for channel in ("email", "sms"):
        sent: dict = {}
        for one in sorted(own, key=lambda one: one["day"]):
            if one["event_type"] == f"{channel}_sent" and as_of - one["day"] < 30:
                sent.setdefault(one["message_id"], one["day"])
        found[f"{channel}_sent"] = len(sent)
        for what in ("open", "click"):
            found[f"{channel}_{what}"] = len({
                one["message_id"] for one in own
                if one["event_type"] == f"{channel}_{what}" and one["message_id"] in sent
                and (one["message_id"] or one["day"] >= sent[None])
            })  # fmt: skip
    return found


def measures(world: World, as_of: int, loaded: int) -> dict[tuple, dict]:
    """What a run knows of each customer."""
    events, found = world.known(as_of, loaded), {}
    placed = orders(events)
    for key in world.new_days(as_of, loaded):
        own = [one for one in events if (one["tenant_id"], one["customer_id"]) == key]
        did = [one for one in own if one["event_type"] not in DONE_TO]
        recent = [one for one in did if as_of - one["day"] < 30]
        last = max((one["day"] for one in did), default=None)
        mine = [day for (tenant, customer, _), (day, _value) in placed.items()
                if (tenant, customer) == key]  # fmt: skip
        found[key] = {
            "stage": "new" if last is None else "active" if as_of - last <= 1
            else "at_risk" if as_of - last <= 3 else "churned",
            "bought_lately": any(
                one["event_type"] == "purchase" and as_of - one["day"] < 3 for one in own),
            "spent": sum((one["event_value"] * (1 if one["event_type"] == "purchase" else -1)
                          for one in own if one["event_value"] is not None), Decimal(0)),
            "orders": len(mine),
            "orders_30d": sum(as_of - day < 30 for day in mine),
            "active_days": len({one["day"] for one in recent}),
            **messages(own, as_of),
        }  # fmt: skip
    return found


def rounded(value: object, places: int) -> Decimal | None:
    return value if value is None else round(Decimal(value), places)


def share(part: object, whole: object, places: int = 6) -> Decimal | None:
    if not whole:
        return None
    exact = Decimal(part) / Decimal(whole)
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
