"""What the runner says when it cannot go on."""

import re
import textwrap
from pathlib import Path

import click

#: dbt's first line says which of its nodes failed, which the runner says itself.
DBT_HEADING = re.compile(r"^(Compilation|Runtime|Database|Parsing) Error( in .*)?$")


class CannotRun(click.ClickException):
    """An expected failure: one message that says where, what and what to do. Exit 2."""

    exit_code = 2


def cannot_write(path: Path, error: OSError) -> CannotRun:
    """What to say of a file or folder that a command was told to write with --to."""
    return CannotRun(f"{path} cannot be written: {error.strerror}. Name another folder: --to DIR")


#: What to do about messages of the database, by a piece of their text.
HINTS = {
    "Could not set lock on file": (
        "Another process has the database open. Close it, or wait until it is done; "
        "nothing was changed."
    ),
    "No space left on device": "The disk is full. Free some space and run again.",
    "File too large": "The disk or a size limit is full. Free some space and run again.",
    "Could not write": "The disk or a size limit is full. Free some space and run again.",
    "Out of Memory": "Raise SEGMENTATION_MEMORY, or lower SEGMENTATION_THREADS.",
    "too small to be a Parquet file": "The file is no Parquet file, or a cut-off one.",
    "No magic bytes": "The file is no Parquet file, or a cut-off one.",
    "is not a valid DuckDB database file": (
        "SEGMENTATION_DB names a file that is no DuckDB database."
    ),
    "CSV Error": (
        "Look at the line that is named, and at the options (delim, quote) of the input."
    ),
}


def explain(message: str) -> str:
    """The message with the advice that belongs to it, if there is any."""
    lines = [line.rstrip() for line in message.strip().splitlines() if line.strip()]
    lines = [line for line in lines if not line.strip().startswith(("> in ", "> called"))]
    if len(lines) > 1 and DBT_HEADING.match(lines[0]):
        lines = lines[1:]
    text = textwrap.dedent("\n".join(lines))
    for piece, hint in HINTS.items():
        if piece in text:
            return f"{text}\n{hint}"
    return text
