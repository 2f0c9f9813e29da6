"""One look at the marts: the published ones, or the warehouse where none are published."""

from __future__ import annotations

from typing import Any

from core.errors import CannotRun
from core.settings import database
from core.warehouse import published_file, rows_of, sql_of

BUILD_FIRST = "Build first: scripts/run.py build"

Row = dict[str, Any]


class Marts:
    """Reads one file, so that everything that is read belongs together."""

    def __init__(self) -> None:
        self.file = published_file() or database()

    def read(self, query: str, **parameters: Any) -> list[Row]:
        """The rows of a subject's query, SUBJECT/NAME."""
        try:
            columns, rows = rows_of(sql_of(query), parameters=parameters, file=self.file)
        except CannotRun as error:
            if "does not exist" not in error.message:
                raise
            what = error.message.splitlines()[0].removeprefix("Catalog Error: ").rstrip("!")
            raise CannotRun(f"{self.file} is not whole: {what}. {BUILD_FIRST}") from None
        return [dict(zip(columns, row, strict=True)) for row in rows]

    def tenants(self, tenant: str | None = None) -> list[Row]:
        """What stands out in each tenant, or in one; stops when there is none."""
        found = self.read("core/tenants")
        known = [row["tenant_id"] for row in found]
        if not found:
            raise CannotRun(f"{self.file} has no customers. {BUILD_FIRST}")
        if tenant is not None and tenant not in known:
            raise CannotRun(f"There is no tenant {tenant!r}. There are: {', '.join(known)}.")
        return [row for row in found if tenant in (None, row["tenant_id"])]
