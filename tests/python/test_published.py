"""Figures that others have published for real data hold for what the project builds."""

from __future__ import annotations

import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

PROJECT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("SEGMENTATION_TEST_DATA", PROJECT.parent / "shared" / "data")).resolve()


def built(name: str, folder: Path, *options: str) -> duckdb.DuckDBPyConnection:
    if not (DATA / name).is_dir():
        pytest.skip(f"{DATA / name} is not there; set SEGMENTATION_TEST_DATA")
    environment = os.environ | {
        "SEGMENTATION_DB": str(folder / "warehouse.duckdb"),
        "DBT_TARGET_PATH": str(folder / "target"),
        "DBT_LOG_PATH": str(folder / "logs"),
    }
    result = subprocess.run(
        [sys.executable, str(PROJECT / "scripts" / "run.py"), "build", "--inputs", name,
         "--data-dir", str(DATA), "--exclude", "resource_type:unit_test", *options],
        env=environment, capture_output=True, text=True,
    )  # fmt: skip
    assert result.returncode == 0, result.stdout + result.stderr
    return duckdb.connect(str(folder / "warehouse.duckdb"), read_only=True)


def test_online_retail(tmp_path: Path) -> None:
    """Quantity and price above 0 and a known customer: the published totals."""
    warehouse = built("online_retail", tmp_path)
    purchases = warehouse.execute(
        "select sum(event_count) from int_customer_event_days where event_type = 'purchase'"
    ).fetchone()
    assert purchases == (397_884,)
    orders, customers, revenue = warehouse.execute(
        "select sum(total_purchases), count_if(total_purchases > 0), sum(gross_revenue)"
        " from customer_behavior_summary"
    ).fetchone()
    assert (orders, customers) == (18_532, 4_338)
    assert revenue == Decimal("8911407.904")
    # nothing is lost: the rest are refunds, free items and lines without a customer
    accounted = warehouse.execute(
        "select event_type, sum(event_count) from int_customer_event_days group by 1"
        " union all select rejection_reason, count(*) from rejected_events group by 1"
    ).fetchall()
    assert dict(accounted) == {
        "purchase": 397_884,
        "refund": 8_905,
        "free_item": 40,
        "customer_id is missing": 135_080,
    }
    assert sum(count for _, count in accounted) == 541_909
    # cohorts by the first line with a customer, cancellations too: sizes and a first row
    monthly = "from cohort_retention where definition_id = 'first_event_month' and period_number"
    sizes = warehouse.execute(
        f"select customer_count, active_count is null {monthly} = 0 order by cohort_id"
    ).fetchall()
    assert [size for size, unknown in sizes if not unknown] == [
        948, 421, 380, 440, 299, 279, 235, 191, 167, 298, 352, 321, 41,
    ]  # fmt: skip
    first = warehouse.execute(
        "select active_count, active_or_later_count, is_complete"
        f" {monthly} >= 0 and cohort_id = 'first_event_month.2010-12' order by period_number"
    ).fetchall()
    assert [active for active, _, _ in first] == [
        948, 362, 317, 367, 341, 376, 360, 336, 336, 374, 354, 474, 260,
    ]  # fmt: skip
    # the data end on 9 December 2011: the last month runs, and is all that is left of later
    assert [complete for _, _, complete in first] == [True] * 12 + [False]
    assert first[-1][1] == 260
    young = warehouse.execute(
        "select period_number, active_count"
        f" {monthly} >= 0 and cohort_id = 'first_event_month.2011-12' order by 1"
    ).fetchall()
    assert young == [(0, 41)] + [(number, None) for number in range(1, 13)]


@pytest.mark.parametrize("source_ids", [True, False])
def test_ecom_events(source_ids: bool, tmp_path: Path) -> None:
    """31,106 rows, 30 of them exact duplicates; as many sessions by either rule."""
    options: tuple[str, ...] = ("--select", "+customer_behavior_summary +rejected_events")
    if not source_ids:
        options += ("--var", "use_source_sessions=false")
    warehouse = built("ecom_events", tmp_path, *options)
    rows = warehouse.execute("select count(*), count_if(load_rank > 1) from base_events").fetchone()
    assert rows == (31_106, 30)
    sessions = warehouse.execute(
        "select count(*), count(source_session_id) > 0 from int_sessions"
    ).fetchone()
    assert sessions == (3_605, source_ids)
    customers, carted = warehouse.execute(
        "select count(*), count_if(total_add_to_cart > 0) from customer_behavior_summary"
    ).fetchone()
    assert (customers, carted) == (600, 522)
    # bought: with or after the first add to cart
    bought = warehouse.execute(
        "with carts as (select customer_id, min(event_at) as carted_at from stg_events"
        " where event_type = 'add_to_cart' group by 1)"
        " select count(distinct customer_id) from stg_events join carts using (customer_id)"
        " where event_type = 'purchase' and event_at >= carted_at"
    ).fetchone()
    assert bought == (297,)
