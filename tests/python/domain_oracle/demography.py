"""customer_demographics: the facts of the customers input and the channels of events."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from .events import Unusable, number, text
from .lookups import seed
from .people import Key, Person
from .summary import Summary, preferred, ratio

Facts = dict[str, Any]

#: The census regions of the United States: code and name of each state.
STATES = {
    "Northeast": (
        "CT Connecticut, ME Maine, MA Massachusetts, NH New Hampshire, RI Rhode Island, "
        "VT Vermont, NJ New Jersey, NY New York, PA Pennsylvania"
    ),
    "Midwest": (
        "IL Illinois, IN Indiana, MI Michigan, OH Ohio, WI Wisconsin, IA Iowa, KS Kansas, "
        "MN Minnesota, MO Missouri, NE Nebraska, ND North Dakota, SD South Dakota"
    ),
    "South": (
        "DE Delaware, DC District of Columbia, FL Florida, GA Georgia, MD Maryland, "
        "NC North Carolina, SC South Carolina, VA Virginia, WV West Virginia, AL Alabama, "
        "KY Kentucky, MS Mississippi, TN Tennessee, AR Arkansas, LA Louisiana, OK Oklahoma, "
        "TX Texas"
    ),
    "West": (
        "AZ Arizona, CO Colorado, ID Idaho, MT Montana, NV Nevada, NM New Mexico, UT Utah, "
        "WY Wyoming, AK Alaska, CA California, HI Hawaii, OR Oregon, WA Washington"
    ),
}
STATE_OF = {
    word.lower(): (state.split(" ", 1)[1], region)
    for region, listed in STATES.items()
    for state in listed.split(", ")
    for word in state.split(" ", 1)
}


def demographics(
    people: dict[Key, Person], summaries: dict[Key, Summary], day: date
) -> dict[Key, Facts]:
    """customer_demographics without its key."""
    category_of = traffic_categories()
    genders = {row["spelling"]: row["gender"] for row in seed("gender_spellings")}
    countries = {
        row["spelling"]: (row["country_code"], row["country_name"]) for row in seed("country_names")
    }
    incomes: dict[str, list[Decimal]] = {}
    for (tenant_id, _), person in people.items():
        income = income_amount(person.facts)
        if income is not None:
            incomes.setdefault(tenant_id, []).append(income)
    found = {}
    for key, person in people.items():
        facts, row = person.facts, summaries[key]
        code, name = countries.get(plain(facts.get("country")), (None, None))
        income, known = income_amount(facts), incomes.get(key[0], [])
        found[key] = {
            "gender_name": genders.get(plain(facts.get("gender"))),
            "country_code": code,
            "country_name": name,
            "income_amount": income,
            "income_name": text(facts.get("income")) if income is None else None,
            "income_percentile": (
                None
                if income is None
                else ratio(100 * sum(other > income for other in known), len(known))
            ),
            "income_from": income if income is not None else income_from(facts),
            "age_years": age_on(facts, day),
            "is_age_from_band": (
                text(facts.get("birth_date")) is None
                and re.fullmatch(r"\d+", str(facts.get("age") or "0").strip()) is None
                and age_on(facts, day) is not None
            ),
            **_us_state(facts, code),
            **_properties(facts),
            **_company_size(facts),
            **_channels(person, category_of),
            "mobile_session_percent": ratio(100 * row["mobile_sessions"], row["total_sessions"]),
            "desktop_session_percent": ratio(100 * row["desktop_sessions"], row["total_sessions"]),
        }
    return found


def plain(value: Any) -> str | None:
    """Lower case, one blank between words."""
    found = text(value)
    return None if found is None else " ".join(found.lower().split())


def income_amount(facts: Facts) -> Decimal | None:
    try:
        return number(facts.get("income"))
    except Unusable:
        return None


def age_on(facts: Facts, day: date) -> int | None:
    """Completed years on that day, or the age as given."""
    born = facts.get("birth_date")
    if text(born) is not None:
        born = born if isinstance(born, date) else date.fromisoformat(born)
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    found = re.fullmatch(r"(\d+)( *([-–+]|to) *\d*)?", str(facts.get("age") or "").strip())
    return None if found is None else int(found[1])


def income_from(facts: Facts) -> Decimal | None:
    """The lower end of a bracket."""
    told = str(facts.get("income") or "").lower().replace(",", "")
    found = re.search(r"\d+(\.\d+)?", told)
    if found is None:
        return None
    if re.match(r" *(under|below|less|up to|<)", told):
        return Decimal(0)
    unit = re.search(r"\d *([km])", told)
    return Decimal(found[0]) * {"k": 1000, "m": 1_000_000}[unit[1]] if unit else Decimal(found[0])


def _us_state(facts: Facts, country_code: str | None) -> Facts:
    place = plain(facts.get("region"))
    is_us = country_code == "US" or text(facts.get("country")) is None
    state, region = STATE_OF.get(place, (None, None)) if is_us else (None, None)
    return {"us_state": state, "census_region": region}


def _properties(facts: Facts) -> Facts:
    told = text(facts.get("properties"))
    properties = json.loads(told) if told else {}
    names = ("values", "personality", "lifestyle", "motivations")
    return {f"stated_{name}": text(properties.get(name)) for name in names}


def _company_size(facts: Facts) -> Facts:
    size = plain(facts.get("company_size")) or ""
    low, high = None, None
    if found := re.fullmatch(r"(\d+)(?:-(\d+)|(\+))?", size):
        low = int(found[1])
        high = None if found[3] else int(found[2] or found[1])
    return {"company_size_from": low, "company_size_to": high}


def _channels(person: Person, category_of: Callable[[str | None, str | None], str]) -> Facts:
    touches = sorted(
        (event.at, event.source or "", event.medium or "")
        for event in person.events
        if event.is_inbound and (event.source or event.medium)
    )
    seen = [(category_of(source, medium), at) for at, source, medium in touches]
    return {
        "main_traffic_category": preferred(seen),
        "first_traffic_category": seen[0][0] if seen else None,
        "last_traffic_category": seen[-1][0] if seen else None,
    }


def traffic_categories() -> Callable[[str, str], str]:
    """The category of a source, or a domain it lies in, and medium: * is any text."""
    rows = sorted(
        seed("traffic_channels"),
        key=lambda row: (
            int(row["priority"]), -len(row["source"] + row["medium"]), row["traffic_category"]
        ),
    )  # fmt: skip
    patterns = [
        (_pattern(row["source"], "(.*[.])?"), _pattern(row["medium"]), row["traffic_category"])
        for row in rows
    ]
    known: dict[tuple[str, str], str] = {}

    def category_of(source: str, medium: str) -> str:
        pair = source.lower(), medium.lower()
        if pair not in known:
            known[pair] = next(
                (
                    category
                    for of_source, of_medium, category in patterns
                    if of_source.fullmatch(pair[0]) and of_medium.fullmatch(pair[1])
                ),
                "Other",
            )
        return known[pair]

    return category_of


def _pattern(text: str, before: str = "") -> re.Pattern[str]:
    if not text:
        return re.compile(".*", re.DOTALL)
    parts = (".*" if c == "*" else re.escape(c) for c in text.lower())
    return re.compile(before + "".join(parts), re.DOTALL)
