"""The dashboard's logic, without a browser: filters, pages, empty states, a new file."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from dashboard_world import MORE
from mart_world import write_marts
from report_world import BEFORE, DAY, MARTS, ODD, profile, trend

pytest.importorskip("streamlit")
from streamlit.testing.v1 import AppTest

APP = Path(__file__).resolve().parents[2] / "scripts" / "dashboard" / "app.py"


@pytest.fixture
def warehouse(tmp_path, monkeypatch):
    import streamlit as st

    file = tmp_path / "warehouse.duckdb"
    monkeypatch.setenv("SEGMENTATION_DB", str(file))
    monkeypatch.delenv("SEGMENTATION_SERVE", raising=False)
    st.cache_data.clear()
    return file


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    file = tmp_path_factory.mktemp("filled") / "warehouse.duckdb"
    write_marts(file, **MARTS, **MORE)
    return file


@pytest.fixture
def marts(warehouse, filled):
    shutil.copy(filled, warehouse)
    return warehouse


def opened(**parameters: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in parameters.items():
        app.query_params[name] = value
    return app.run()


def cards(app: AppTest) -> dict[str, str]:
    assert not app.exception, app.exception
    return {metric.label: metric.value for metric in app.metric}


def texts(app: AppTest) -> str:
    kinds = (app.markdown, app.caption, app.info, app.error, app.warning, app.text, app.code)
    return "\n".join(str(one.value) for kind in kinds for one in kind)


def charts(app: AppTest) -> list[str]:
    return [one.proto.spec for one in app.get("plotly_chart")]


def test_the_cards_are_the_marts_figures_to_the_last_digit(marts) -> None:
    assert cards(opened()) == {
        "Total segments": "3",
        "Total members": "1,234,567",
        "Active segments": "2",
        "Average size": "411,522.33",
    }


@pytest.mark.parametrize("tab", ["Segments", "Analytics", "Cohorts", "Customer journeys"])
@pytest.mark.parametrize("tenant", ["acme", "small"])
def test_every_page_opens(marts, tab, tenant) -> None:
    app = opened(tab=tab, tenant=tenant)
    assert not app.exception
    if tenant == "small":
        assert "No segments were evaluated for small yet" in texts(app)
    else:
        assert len(cards(app)) == 4


def test_the_url_has_the_filters_and_odd_ones_are_dropped(marts) -> None:
    app = opened(segments=["Edited", "Young"], segment="Young", **{"from": str(DAY)})
    assert app.multiselect(key="segments").value == ["edited", "young"]
    assert app.selectbox(key="segment").value == "young"
    assert app.date_input(key="from").value == DAY
    odd = opened(segments="nothing", segment="nobody", tenant="nowhere", **{"from": "yesterday"})
    assert cards(odd) == cards(opened())
    assert odd.selectbox(key="tenant").value == "acme"


def test_filters_work_together(marts) -> None:
    app = opened()
    assert list(app.dataframe[0].value["Segment"]) == [ODD, "Edited", "Young"]
    assert next(iter(app.dataframe[0].value["Members"])) == 500
    assert next(iter(app.dataframe[0].value["Entered"])) == 15
    app.date_input(key="to").set_value(BEFORE)
    app.multiselect(key="segments").set_value(["odd"]).run()
    assert list(app.dataframe[0].value["Segment"]) == [ODD]
    assert list(app.dataframe[0].value["Members"]) == [488]
    assert list(app.dataframe[0].value["Entered"]) == [0]
    assert f"on {BEFORE}" in texts(app)


def test_a_reversed_period_is_turned_round(marts) -> None:
    app = opened(**{"from": str(DAY), "to": str(BEFORE)})
    assert "swapped" in texts(app) and len(cards(app)) == 4


def test_a_segment_in_detail(marts) -> None:
    app = opened(segment=ODD)
    assert f"About {ODD}." in texts(app)
    assert "metric: orders" in texts(app) and "orders >= 1" in texts(app)
    assert "Recommended: Go." in texts(app)
    assert list(app.dataframe[-1].value["customer_id"]) == ["c2", "c1"]
    assert any('"entered"' in spec and "15" in spec for spec in charts(app))


def test_whom_a_segment_has_on_its_first_day_did_not_enter_it(warehouse) -> None:
    first = trend("odd", 488, BEFORE, entered_count=488, net_change=488)
    later = trend("odd", 500, DAY, entered_count=15, left_count=3, net_change=12)
    write_marts(warehouse, **(MARTS | MORE | {"segment_trends": [first, later]}))
    app = opened(segment=ODD)
    assert next(iter(app.dataframe[0].value["Entered"])) == 15
    [moves] = [spec for spec in charts(app) if '"entered"' in spec]
    assert "15" in moves and "488" not in moves
    app = opened(segment=ODD, to=str(BEFORE))
    assert "only its first day" in texts(app)


def test_attrition_without_the_warehouses_tables_says_so(marts) -> None:
    app = opened(segment=ODD)
    app.button[0].click().run()
    assert not app.exception and "Build first" in texts(app)


def test_analytics_has_the_shares_of_both_sides(marts) -> None:
    app = opened(tab="Analytics")
    assert any("75%" in spec and "0%" in spec for spec in charts(app))
    assert any("Revenue, USD" in spec for spec in charts(app))
    assert "Nobody had a value on either day." in texts(app)
    app.selectbox(key="behavior").set_value("bounce_rate").run()
    assert "Bounce rate has no value in this period." in texts(app)


def test_cohorts_that_are_too_young_are_empty(marts) -> None:
    app = opened(tab="Cohorts", to=str(DAY))
    (triangle, curves) = charts(app)
    assert '["100%","25%"]' in triangle.replace(" ", "")
    assert re.search(r'\["50%",""\]', triangle.replace(" ", ""))
    assert "Joined 2025-06" in curves


def test_a_customers_timeline(marts) -> None:
    app = opened(tab="Customer journeys", customer="c1")
    assert list(app.dataframe[-1].value["what"]) == [f"entered {ODD}", "first event"]
    known = app.dataframe[-2].value
    known = dict(zip(known["About"], known["Value"], strict=True))
    assert known["Total spent"] == "1,234.5" and known["Is pql"] == "no"
    assert "no customer 'c9'" in texts(opened(tab="Customer journeys", customer="c9"))


def test_without_marts_it_says_what_to_do(warehouse) -> None:
    app = opened()
    assert not app.exception and "scripts/run.py build" in texts(app)


def test_a_new_file_is_read(marts) -> None:
    app = opened()
    marts.unlink()
    row = MARTS["segmentation_kpis"][0] | {"total_members": 7}
    write_marts(marts, **(MARTS | MORE | {"segmentation_kpis": [row]}))
    os.utime(marts, ns=(1, 1))
    assert cards(app.run())["Total members"] == "7"


def test_three_hundred_segments(warehouse) -> None:
    names = [f"segment_{number:03}" for number in range(300)]
    profiles = [profile("acme", name, "Same", 300) for name in names]
    trends = [trend(name, 300, DAY) for name in names]
    write_marts(
        warehouse, **(MARTS | MORE | {"segment_profiles": profiles, "segment_trends": trends})
    )
    app = opened()
    assert len(app.dataframe[0].value) == 300
    # all with one label: told apart by their ids
    app = opened(tab="Analytics", segments=["Same (segment_007)", "Same (segment_299)"])
    assert app.multiselect(key="segments").value == ["segment_007", "segment_299"]
