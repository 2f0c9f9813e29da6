"""What can be told to be wrong before dbt is started: files that people write."""

from __future__ import annotations

from typing import Any

from core.errors import CannotRun
from core.settings import PROJECT
from inputs.macros import TABLES, InputMacros
from segments.language import Language


def check_definitions(variables: dict[str, Any]) -> None:
    """Stops with everything that is wrong in segments, or what is wrong in the input.

    variables: dbt vars of the run. A build checks it all again, with the files and the
    warehouse: this is about how long a typing error takes to be told.
    """
    language = Language(PROJECT, variables)
    if language.setting("strict_segments"):
        _, problems = language.validate()
        wrong = [one for one in problems if one["severity"] == "error"]
        if wrong:
            lines = "\n".join(language.problem_line(one) for one in wrong)
            raise CannotRun(f"segments: {len(wrong)} problem(s)\n{lines}")
    name = language.setting("inputs")
    if (PROJECT / "inputs" / f"{name}.yml").exists():
        macros = InputMacros(PROJECT, name, variables)
        for table, meta in macros.run("input_tables").items():
            if table in TABLES:
                macros.run("check_keys_of_table", table, meta)
