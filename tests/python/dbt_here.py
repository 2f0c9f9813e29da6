"""dbt in this process: a project is parsed once, whatever its runs are about.

dbt parses a project anew whenever a var on the command line is another one, which takes
longer than most runs in these tests. The parsed project is the same: nothing in it is chosen by
a var. So it is parsed without vars, with dbt's own memory of the files that did not change,
and copies of one project share this memory.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path
from typing import Any

from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.cli.main import dbtRunner, dbtRunnerResult

#: nobody reads the log and the artifacts of these runs
UNREAD = ("--log-level-file", "none", "--no-write-json")
#: what dbt remembers of a parsed project, by the text of its dbt_project.yml
_REMEMBERED = tempfile.TemporaryDirectory(prefix="parsed-")


def invoke(
    project: Path,
    *arguments: str,
    vars: dict[str, Any] | None = None,
    listeners: tuple[Callable[[Any], None], ...] = (),
) -> dbtRunnerResult:
    """Runs a dbt command in a project folder, and closes the warehouse afterwards."""
    place = [*UNREAD, "--project-dir", str(project), "--profiles-dir", str(project)]
    with chdir(project):
        parsed = parse(project, *(arguments[1:] if arguments[0] == "parse" else ()))
        if parsed.exception or not parsed.success or arguments[0] == "parse":
            return parsed
        if vars:
            place += ["--vars", json.dumps(vars)]
        runner = dbtRunner(manifest=parsed.result, callbacks=list(listeners))
        result = runner.invoke([*arguments, *place])
    # dbt keeps the file open, with settings that another reader must not share
    DuckDBConnectionManager.close_all_connections()
    return result


def parse(project: Path, *options: str) -> dbtRunnerResult:
    """Parses what changed in a project since it, or a copy of it, was parsed."""
    memory = project / "target" / "partial_parse.msgpack"
    text = (project / "dbt_project.yml").read_bytes()
    shared = Path(_REMEMBERED.name) / hashlib.sha256(text).hexdigest()
    if shared.exists() and not memory.exists():
        memory.parent.mkdir(exist_ok=True)
        shutil.copy2(shared, memory)
    place = [*UNREAD, "--project-dir", str(project), "--profiles-dir", str(project)]
    result = dbtRunner().invoke(["parse", "--quiet", *place, *options])
    if memory.exists() and not shared.exists():
        shutil.copy2(memory, shared)
    return result


def killed_at(node: str, pause: float, work: Callable[[Callable[[Any], None]], object]) -> None:
    """Does the work in a copy of this process that gets SIGKILL a moment after a node began.

    work: is given a listener, for its runs of dbt. pause: the moment, in seconds.
    """
    child = os.fork()
    if child == 0:

        def listen(event: Any) -> None:
            if event.info.name == "NodeStart" and event.data.node_info.node_name == node:
                threading.Timer(pause, os.kill, (os.getpid(), signal.SIGKILL)).start()

        try:
            work(listen)
        finally:
            os._exit(3)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL, f"it was not killed at {node}"
