"""Texts that break careless code, and values that look like what they are not.

Left out, because engines lower-case them differently: U+0130 (capital i with a dot)
and the capital sigma, which Python lowers by its place in the word. NUL is left out.
"""

import json
from datetime import timedelta

UNGENERATED = ("\u0130", "\u03a3", "\0")
JINJA = ("{{", "}}", "{%", "%}", "{#", "#}")

PLAIN = ("red", "Red", "RED", "green", "Green apple", "blue", "navy blue", "12", "true")
TEXTS = (
    "'; drop table customers; --",
    "it's",
    'say "hi"',
    "back\\slash\\",
    "\\d+",
    "/* no comment */ --",
    "{{ 7*7 }}",
    "{% raw %}",
    "{# note #}",
    "100%",
    "%s %(name)s",
    "$1 ${x}",
    "a;b",
    "a,b|c",
    "tab\there",
    "line\nbreak",
    "carriage\rreturn",
    "bell\x07 escape\x1b",
    "\x7f\x85",
    "\U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "\u200fmarked\u200e",
    "e\u0301te\u0301",
    "\u00e9t\u00e9",
    "\u00c9T\u00c9",
    "Stra\u00dfe",
    "STRASSE",
    "STRA\u1e9eE",
    "\u0416\u0418\u0417\u041d\u042c",
    "\u0436\u0438\u0437\u043d\u044c",
    "\u4e2d\u6587",
    "\ufb01\u2028x\ufeff",
    " padded ",
    "-",
    "null",
    "None",
    "[1, 2]",
    '{"b": 1}',
    "x" * 600,
    "long " * 90 + "End",
)
NAMES = (
    "it's",
    'say "hi"',
    "a b",
    "x[0]",
    "*",
    "$",
    "0",
    "#",
    "/0",
    "back\\slash",
    "{{ 7*7 }}",
    "%s",
    "'; drop table x; --",
    "\u043a\u043b\u044e\u0447",
    "\U0001f600",
    "select",
    "new\nline",
    "Plan",
)


def any_text(rng):
    """A plain text, an empty one, or a hostile one."""
    if rng.random() < 0.6:
        return rng.choice(PLAIN)
    return "" if rng.random() < 0.1 else rng.choice(TEXTS)


def any_number(rng):
    """A number that JSON and decimal(18, 4) can hold."""
    if rng.random() < 0.5:
        return rng.randint(-3, 20)
    return rng.choice((0.5, 1.0, 2.5, 7.25, 10.0, round(rng.uniform(-5, 60), 2), 0.0001))


def number_like(rng):
    """Mostly numbers and texts of numbers; also what only looks like a number."""
    draw = rng.random()
    if draw < 0.5:
        return any_number(rng)
    if draw < 0.75:
        texts = (
            "7",
            " 7 ",
            "+7",
            "-2",
            "1e1",
            "2.5E-1",
            ".5",
            "5.",
            "007",
            "12",
            "2.50",
        )
        return rng.choice(texts)
    return rng.choice(
        (
            *("1_0", "1,5", "0x10", "NaN", "inf", "Infinity", "", " ", "12abc", "--5"),
            *("\u0661\u0662", "\uff17", "\u22125", "1 2", "1e", "e1", ".", True, None),
            *([7], {"n": 7}),
        )
    )


def boolean_like(rng):
    """Booleans and their texts; also what only looks like a boolean."""
    if rng.random() < 0.7:
        return rng.choice((True, False, "true", "false"))
    return rng.choice((1, 0, "TRUE", "True", " true", "yes", "", None, [], "1"))


def date_like(rng, as_of):
    """Texts of dates and times around a day; also what only looks like a date."""
    if rng.random() < 0.15:
        return rng.choice(
            (
                *("2024-02-30", "2024-1-5", "20240105", "2024-01-05x", "05.01.2024"),
                *(" 2024-01-05", "2024-01-05T25:00:00", "2024-01-05 10", "soon", ""),
                *(20240105, None, True, ["2024-01-05"]),
            )
        )
    day = (as_of - timedelta(days=day_back(rng))).isoformat()
    if rng.random() < 0.4:
        return day
    hour = rng.choice(("00:00", "00:00:00", "05:30:00", "12:15:30.5", "23:30", "23:59:59"))
    offset = rng.choice(("", "", "Z", "+05:30", "-05:00", "-0500", "+02", "+00:00"))
    return day + rng.choice("T ") + hour + offset


def day_back(rng):
    """Days before as_of, often at the edge of a common window, sometimes after it."""
    edges = (0, 0, 1, 6, 7, 13, 14, 27, 28, 29, 30, 31, 59, 60, 61, 89, 90, 91)
    return rng.choice(edges) if rng.random() < 0.5 else rng.randint(-8, 125)


def some_of(rng, makers, share):
    """A JSON text of an object with some of the keys, each value made by its maker."""
    content = {key: make() for key, make in makers.items() if rng.random() < share}
    return json.dumps(content, ensure_ascii=rng.random() < 0.5)
