"""Writes marts, members and insights to files, each whole or not at all."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import duckdb

from core.errors import CannotRun, cannot_write, explain
from core.output import plain
from core.settings import database
from core.warehouse import filled, published_file

#: What `export` writes when it is not told what: file, mart, condition.
STANDARD: tuple[tuple[str, str, dict[str, list[str]]], ...] = (
    ("comprehensive_user_segments", "customer_360", {}),
    ("engagement_segment_summary", "classification_summary", {"dimension": ["engagement_level"]}),
    ("customer_segment_summary", "classification_summary", {"dimension": ["customer_segment"]}),
)
#: Rows are written in the order of those of these columns that a mart has.
ORDER = (
    "tenant_id", "segment_id", "cohort_id", "dimension", "priority_rank", "dimension_value",
    "customer_id", "rfm_model", "span_number", "version", "period_number", "as_of_date", "date",
)  # fmt: skip
FIGURES = (
    "customer_count", "share_of_customers", "buyer_count", "order_count", "revenue",
    "share_of_revenue", "revenue_per_customer", "avg_order_value", "avg_commerce_score",
    "avg_engagement_score", "top_country", "top_traffic_category",
)  # fmt: skip
UNFINISHED = ".unfinished-"


class Export:
    """One export: reads one file, which nobody writes, into one folder."""

    def __init__(self, folder: Path, form: str, by_segment: bool = False) -> None:
        self.source = published_file() or database()
        if not self.source.exists():
            raise CannotRun(f"There is no {self.source} yet. Build it first: scripts/run.py build")
        self._folder = folder
        self._form = form
        self._by_segment = by_segment
        self.written: list[tuple[Path, int]] = []
        self._connection = self._attempt(duckdb.connect, str(self.source), read_only=True)
        self._fetch("set TimeZone = 'UTC'")

    def _attempt(self, action: Callable, *arguments: Any, **options: Any) -> Any:
        try:
            return action(*arguments, **options)
        except duckdb.Error as error:
            raise CannotRun(explain(str(error))) from None

    def _fetch(self, query: str, parameters: dict | None = None) -> list[tuple]:
        return self._attempt(lambda: self._connection.execute(query, parameters or {}).fetchall())

    def _dicts(self, query: str) -> list[dict[str, Any]]:
        rows = self._fetch(filled(query))
        names = [column[0] for column in self._connection.description]
        return [dict(zip(names, row, strict=True)) for row in rows]

    def _columns(self, mart: str) -> list[tuple[str, bool]]:
        columns = self._fetch(filled("publishing/export_columns"), {"mart": mart})
        if not columns:
            from segments.warehouse import named, nearest

            marts = [row[0] for row in self._fetch(filled("publishing/export_marts"))]
            raise CannotRun(f"There is no mart {named(mart)} to export. {nearest(mart, marts)}")
        return columns

    def check(self, marts: list[str], segments: list[str]) -> None:
        """Stops when a name is wrong, before any file is written."""
        from segments.warehouse import named, nearest

        for mart in marts:
            columns = dict(self._columns(mart))
            if self._by_segment and "segment_id" not in columns:
                raise CannotRun(f"{mart} has no segment_id, so it cannot be written by segment.")
        known = (
            [row[0] for row in self._fetch(filled("publishing/export_segments"))]
            if segments
            else []
        )
        for one in segments:
            if one not in known:
                raise CannotRun(f"There is no segment {named(one)} now. {nearest(one, known)}")

    def mart(self, name: str, mart: str, conditions: dict[str, list[str]] | None = None) -> None:
        """Writes a mart, or the rows of it that meet the conditions."""
        columns = self._columns(mart)
        if not self._by_segment:
            self._write(self._folder / f"{name}.{self._form}", mart, columns, conditions or {})
            return
        segments = [
            row[0] for row in self._fetch(filled("publishing/export_segments_of", mart=mart))
        ]
        self._write_folder(name, mart, columns, segments)

    def members(self, segments: list[str]) -> None:
        """Writes who is in the segments now."""
        columns = [
            column
            for column in self._columns("segment_members")
            if not column[0].startswith("left")
        ]
        if self._by_segment:
            self._write_folder("members", "segment_members", columns, segments, is_now=True)
        else:
            file = self._folder / f"members.{self._form}"
            self._write(file, "segment_members", columns, {"segment_id": segments}, is_now=True)

    def _write_folder(
        self, name: str, mart: str, columns: list, segments: list[str], is_now: bool = False
    ) -> None:
        """Writes a folder with a file per segment, and puts it in the place of the last one."""
        with _finished(self._folder / name) as folder:
            for one in segments:
                place = folder / f"segment_id={quote(one, safe='')}"
                place.mkdir(parents=True)
                file = place / f"{name}.{self._form}"
                self._write(file, mart, columns, {"segment_id": [one]}, is_now)
        self.written = [
            (self._folder / name / file.relative_to(folder), rows)
            if file.is_relative_to(folder)
            else (file, rows)
            for file, rows in self.written
        ]

    def _write(
        self, file: Path, mart: str, columns: list, conditions: dict, is_now: bool = False
    ) -> None:
        names = [name for name, _ in columns]
        query = filled(
            "publishing/export_rows",
            mart=mart,
            columns=columns,
            conditions=conditions,
            is_now=is_now,
            is_for_spreadsheets=self._form == "csv",
            order=[name for name in ORDER if name in names],
        )
        with _finished(file) as unfinished:
            copy = filled("publishing/export_copy", query=query, file=unfinished, form=self._form)
            rows = self._fetch(copy)[0][0]
        self.written.append((file, rows))

    def insights(self) -> None:
        """Writes segment_insights.json: by tenant, the sections with the figures of values."""
        tenants = {
            row["tenant_id"]: {"as_of_date": row.pop("as_of_date"), "totals": row}
            for row in self._dicts("publishing/export_totals")
        }
        for row in self._dicts("publishing/export_insights"):
            tenant = tenants[row["tenant_id"]]
            tenant["totals"].pop("tenant_id", None)
            section = tenant.setdefault(row["section"], {})
            about = section.setdefault(row["dimension"], {"values": []})
            value = row["dimension_value"]
            about["values"].append({"value": value} | {name: row[name] for name in FIGURES})
            if row["is_largest_known"]:
                about["largest"] = value
            if row["is_first_in_revenue"]:
                about["first_in_revenue"] = value
            if row["section"] == "customer_segments":
                tenant.setdefault("priorities", []).append(
                    {
                        "rank": row["priority_rank"],
                        "value": value,
                        "priority_score": row["priority_score"],
                        "action": row["action"],
                    }
                )
            if row["insight"]:
                tenant.setdefault("insights", []).append(
                    {"dimension": row["dimension"], "value": value, "insight": row["insight"]}
                )
        for tenant in tenants.values():
            tenant["priorities"] = sorted(tenant["priorities"], key=lambda one: one["rank"])
        file = self._folder / "segment_insights.json"
        with _finished(file) as unfinished:
            text = json.dumps({"tenants": tenants}, indent=2, ensure_ascii=False, default=plain)
            unfinished.write_text(text + "\n", encoding="utf-8")
        self.written.append((file, len(tenants)))

    def close(self) -> None:
        self._connection.close()


@contextlib.contextmanager
def _finished(target: Path) -> Iterator[Path]:
    """A name to write to; what is there afterwards takes the target's place."""
    work = target.with_name(f"{UNFINISHED}{os.getpid()}-{target.name}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield work
        if work.is_dir():
            old = target.with_name(f"{UNFINISHED}{os.getpid()}-old-{target.name}")
            if target.exists():
                os.rename(target, old)
            os.rename(work, target)
            shutil.rmtree(old, ignore_errors=True)
        elif work.exists():
            with open(work, "rb") as file:
                os.fsync(file.fileno())
            os.replace(work, target)
    except OSError as error:
        raise cannot_write(target, error) from None
    finally:
        if work.is_dir():
            shutil.rmtree(work, ignore_errors=True)
        else:
            # where the folder could not even be made there is nothing to remove
            with contextlib.suppress(OSError):
                work.unlink()
