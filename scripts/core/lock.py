"""One run at a time: who writes the warehouse holds a lock, whoever else wants to is told."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator

from core.errors import CannotRun
from core.settings import database


@contextlib.contextmanager
def one_run_at_a_time() -> Iterator[None]:
    """Refuses to go on while another run writes the same database."""
    path = database().with_name(database().name + ".lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise CannotRun(
                f"Another run (process {file.read().strip() or 'unknown'}) is writing "
                f"{database()}. Wait until it is done; nothing was changed."
            ) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
