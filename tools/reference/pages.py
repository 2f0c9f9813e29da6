"""Writes the parts of docs/ that say what the project says already: marts, settings, words.

A page has a pair of markers around each such part:

    <!-- reference: operators -->
    <!-- end of reference -->

What stands between them is made from the YAML, the vocabulary and the commands, so that
nothing is told twice by hand. `--check` writes nothing and exits 1 when a page is old.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import click

from core.errors import CannotRun
from core.settings import PROJECT
from reference import commands as reference_commands
from reference import marts as reference_marts
from reference import scores as reference_scores
from reference import settings as reference_settings
from reference import words as reference_words

MARKED = re.compile(
    r"(?P<begin><!-- reference: (?P<name>\S+) -->\n).*?(?P<end><!-- end of reference -->)",
    re.DOTALL,
)
RENEW = "make reference"


def list_of_pages() -> str:
    """The pages of docs/, each with its title and its first sentence."""
    lines = []
    for path in sorted((PROJECT / "docs").glob("*.md")):
        if path.name == "README.md":
            continue
        title, text = path.read_text(encoding="utf-8").split("\n", 1)
        first = next((p for p in text.split("\n\n") if p.strip()[:1] not in ("", "<", "|")), "")
        sentence = re.split(r"(?<=[.:])\s", " ".join(first.split()))[0].rstrip(":.")
        lines.append(f"- [{title.lstrip('# ')}]({path.name}): {sentence}.")
    return "\n".join(lines)


PARTS: dict[str, Callable[[], str]] = (
    {"pages": list_of_pages}
    | reference_marts.PARTS
    | reference_settings.PARTS
    | reference_words.PARTS
    | reference_commands.PARTS
    | reference_scores.PARTS
)


@cache
def part(name: str) -> str:
    if name not in PARTS:
        known = ", ".join(sorted(PARTS))
        raise CannotRun(f"A page of docs/ asks for the reference {name!r}. There are: {known}.")
    return PARTS[name]().strip()


def renewed(text: str) -> str:
    """A page with everything between its markers made anew."""
    return MARKED.sub(lambda m: f"{m['begin']}{part(m['name'])}\n{m['end']}", text)


def old_pages() -> dict[Path, str]:
    """The pages whose references are not current, and what they should be."""
    pages = {}
    for path in sorted((PROJECT / "docs").glob("**/*.md")):
        text = path.read_text(encoding="utf-8")
        if (new := renewed(text)) != text:
            pages[path] = new
    return pages


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--check", is_flag=True, help="Write nothing; exit 1 when a page is old.")
def main(check: bool) -> None:
    """Writes the generated parts of the pages in docs/."""
    pages = old_pages()
    for path, text in pages.items():
        click.echo(str(path.relative_to(PROJECT)))
        if not check:
            path.write_text(text, encoding="utf-8")
    if check and pages:
        click.echo(f"These pages are old; renew them with: {RENEW}", err=True)
        sys.exit(1)
