"""The commands of the runner with their options, and the targets of the Makefile."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import click

from core.settings import PROJECT
from reference.tables import code, table


def commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, with the words that call it."""
    if isinstance(command, click.Group):
        for word, inner in sorted(command.commands.items()):
            yield from commands(inner, f"{name} {word}")
    else:
        yield name, command


def runner() -> list[tuple[str, click.Command]]:
    from run import cli

    return list(commands(cli, "run.py"))


def default(option: click.Option) -> str:
    value = option.default
    if option.is_flag or callable(value) or not isinstance(value, (str, int, float)):
        return ""
    return code(value)


def spelled(option: click.Option, context: click.Context) -> str:
    names = ", ".join([*option.opts, *option.secondary_opts])
    if option.is_flag:
        return code(names)
    is_day = isinstance(option.type, click.DateTime)
    metavar = "YYYY-MM-DD" if is_day else option.make_metavar(context)
    return code(f"{names} {metavar}")


def explained(option: click.Option) -> str:
    text = option.help or ""
    more = " May be repeated." if option.multiple and "repeat" not in text else ""
    return text + more


def options(command: click.Command) -> list[tuple[str, str, str]]:
    context = click.Context(command)
    return [
        (spelled(option, context), default(option), explained(option))
        for option in command.params
        if isinstance(option, click.Option) and not option.hidden
    ]


def command_pages() -> str:
    sections = []
    for name, command in runner():
        words = [name, *(_argument(one) for one in command.params if _is_argument(one))]
        text = f"## {name}\n\n{' '.join((command.help or '').split())}\n\n"
        text += f"```\nscripts/{' '.join(words)}{' [OPTIONS]' if options(command) else ''}\n```"
        if options(command):
            text += "\n\n" + table(["option", "default", "meaning"], options(command))
        sections.append(text)
    return "\n\n".join(sections)


def _is_argument(parameter: Any) -> bool:
    return isinstance(parameter, click.Argument)


def _argument(argument: click.Argument) -> str:
    return argument.make_metavar(click.Context(click.Command("none")))


def targets() -> dict[str, str]:
    text = (PROJECT / "Makefile").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z-]+):[^#\n]*## (.+)$", text, re.MULTILINE))


def make_targets() -> str:
    return table(["target", "what it does"], [(code(f"make {n}"), t) for n, t in targets().items()])


PARTS = {"commands": command_pages, "make_targets": make_targets}
