"""Which days a backfill replays: the options, and the list of days they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import click

from core.errors import CannotRun


class Span(click.ParamType):
    """A number of days or weeks: 14d, 12w."""

    name = "span"

    def convert(self, value: Any, param: Any, ctx: Any) -> int:
        if isinstance(value, int):
            return value
        found = re.fullmatch(r"([1-9]\d{0,4})([dw])", value)
        if not found:
            self.fail(f"expected days or weeks, such as 7d or 12w, received {value!r}", param, ctx)
        return int(found[1]) * (7 if found[2] == "w" else 1)


DAY = click.DateTime(formats=["%Y-%m-%d"])
SPAN = Span()


@dataclass
class Period:
    """The days as they were asked for; the data decides what is left open."""

    first: datetime | None
    last: datetime | None
    length: int | None
    every: int
    daily: int | None

    def __post_init__(self) -> None:
        if (self.first is None) == (self.length is None):
            raise CannotRun("Say where the backfill begins: either --from DAY or --last 12w.")
        if self.first and self.last and self.first > self.last:
            raise CannotRun(
                f"--from {self.first:%Y-%m-%d} is after --to {self.last:%Y-%m-%d}: the days"
                " are replayed oldest first."
            )

    def days(self, first_day: date | None, newest_day: date) -> list[date]:
        """The days, oldest first; refuses those that the data does not have."""
        if first_day is None:
            raise CannotRun("The input has no events that can be used: there is nothing to replay.")
        last = self.last.date() if self.last else newest_day
        if last > newest_day:
            raise CannotRun(
                f"--to {last} is after {newest_day}, the newest whole day of the data: a day is"
                " whole once something was loaded after it."
            )
        first = self.first.date() if self.first else last - timedelta(self.length or 0)
        if first > last:
            raise CannotRun(f"--from {first} is after {last}, the newest whole day of the data.")
        if first < first_day:
            raise CannotRun(
                f"{first} is before {first_day}, the first day with an event: begin with"
                f" --from {first_day} or later."
            )
        distances = set(range(0, (last - first).days + 1, self.every))
        daily = min(self.daily or 1, (last - first).days + 1)
        distances |= {(last - first).days - back for back in range(daily)}
        return [first + timedelta(distance) for distance in sorted(distances)]


def backfill_options(command: Any) -> Any:
    """The options that choose the days and how they are replayed."""
    options = (
        click.option("--from", "first", type=DAY, metavar="DAY", help="First day, YYYY-MM-DD."),
        click.option("--last", "length", type=SPAN, help="Begin so long before --to: 12w, 90d."),
        click.option("--to", "last", type=DAY, metavar="DAY", help="Default: newest whole day."),
        click.option(
            "--every", type=SPAN, default="1d", show_default=True,
            help="Days between two that are replayed: 7d. The last day is always one.",
        ),
        click.option(
            "--then-daily", "daily", type=SPAN, help="Replay so many days up to --to one by one."
        ),
        click.option(
            "--as-known/--all-loaded", "as_known", default=None,
            help="See what was loaded by then, or all that is loaded now. Default: as known,"
            " when the input says when its rows were loaded.",
        ),
        click.option(
            "--restart", is_flag=True,
            help="Drop the evaluated days from the first day on, and begin again.",
        ),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command
