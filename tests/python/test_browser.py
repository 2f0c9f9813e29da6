"""The dashboard and the HTML report in a real Chromium, wide and narrow, light and dark.

Needs streamlit, plotly, playwright and Debian's chromium; is skipped without them.
BROWSER_DB=FILE takes a real warehouse instead of a small one made up here, and
BROWSER_SHOTS=DIR keeps screenshots.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlencode

import duckdb
import pytest
from dashboard_world import MORE
from mart_world import write_marts
from report_world import MARTS

pytest.importorskip("streamlit")
playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium")
if CHROMIUM is None:
    pytest.skip("there is no chromium", allow_module_level=True)

PROJECT = Path(__file__).resolve().parents[2]
TABS = ("Segments", "Analytics", "Cohorts", "Customer journeys")
LOOKS = {"wide": (1400, 1000, "light"), "narrow": (390, 844, "dark")}
SHOTS = os.environ.get("BROWSER_SHOTS")
CARDS = """
    select total_segments, total_members, active_segments, average_size
    from segmentation_kpis where tenant_id = ? order by as_of_date desc limit 1
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A folder with published marts, the address of the dashboard on it, and its file."""
    folder = tmp_path_factory.mktemp("browser")
    warehouse = folder / "warehouse.duckdb"
    given = os.environ.get("BROWSER_DB")
    if given:
        shutil.copy(given, warehouse)
    else:
        write_marts(warehouse, **MARTS, **MORE)
    publish(folder, warehouse, "first")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "scripts/dashboard/app.py"]
    environment = os.environ | {"SEGMENTATION_DB": str(warehouse)}
    environment.pop("SEGMENTATION_SERVE", None)
    with open(folder / "log", "w") as log:
        server = subprocess.Popen(
            [*command, "--server.port", str(port)],
            cwd=PROJECT, env=environment, stdout=log, stderr=log,
        )  # fmt: skip
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/_stcore/health")
            yield folder, address
        finally:
            server.terminate()
            server.wait(30)


def wait_for(address: str) -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(address, timeout=5)
            return
        except OSError:
            time.sleep(0.5)
    raise AssertionError(f"{address} does not answer")


def publish(folder: Path, warehouse: Path, name: str) -> Path:
    """What publishing does, as readers see it: a new copy, and a link that is moved."""
    copy = folder / "serve" / name / "marts.duckdb"
    copy.parent.mkdir(parents=True)
    shutil.copy(warehouse, copy)
    link = folder / "serve" / "marts.duckdb"
    new = link.with_name("new")
    new.symlink_to(copy)
    new.replace(link)
    return copy


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as running:
        chromium = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


class Visit:
    """A page, what its console complained of, and where it went."""

    def __init__(self, browser, look: str, **options: object) -> None:
        width, height, scheme = LOOKS[look]
        self._context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, **options
        )
        self.page = self._context.new_page()
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("websocket", lambda socket: self.asked.append(socket.url))

    def _heard(self, message) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def shot(self, name: str) -> None:
        if SHOTS:
            Path(SHOTS).mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=f"{SHOTS}/{name}.png")

    def close(self) -> None:
        self._context.close()


@pytest.fixture
def visit(browser, request):
    opened = Visit(browser, request.param)
    yield opened
    opened.close()


def cards(page) -> list[Decimal]:
    page.wait_for_selector("[data-testid=stMetricValue]", timeout=60_000)
    found = page.locator("[data-testid=stMetricValue]").all_inner_texts()
    return [Decimal(text.replace(",", "")) for text in found]


def marts_cards(folder: Path, tenant: str) -> list[Decimal]:
    with duckdb.connect(str(folder / "serve" / "marts.duckdb"), read_only=True) as connection:
        return [Decimal(value) for value in connection.execute(CARDS, [tenant]).fetchone()]


def settled(page) -> None:
    """Waits until the page is drawn: no run goes on and no spinner turns."""
    page.wait_for_timeout(500)
    page.wait_for_selector("[data-testid=stStatusWidget]", state="detached", timeout=60_000)
    page.wait_for_selector("[data-testid=stSpinner]", state="detached", timeout=60_000)


@pytest.mark.parametrize("visit", LOOKS, indirect=True)
def test_each_tab_opens_with_the_marts_figures(served, visit, request) -> None:
    folder, address = served
    page = visit.page
    page.goto(address)
    look = request.node.callspec.params["visit"]
    for tab in TABS:
        page.get_by_role("tab", name=tab).click()
        settled(page)
        assert cards(page) == marts_cards(folder, "acme")
        assert page.locator("[data-testid=stException]").count() == 0
        page.wait_for_selector(".js-plotly-plot .main-svg", timeout=30_000)
        visit.shot(f"{look}-{tab.split()[0].lower()}")
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= LOOKS[look][0], "the page is wider than its window"
    assert visit.complaints == []
    hosts = ("127.0.0.1", "data:", "blob:")
    assert [one for one in visit.asked if not any(host in one for host in hosts)] == []


@pytest.mark.parametrize("visit", ["wide"], indirect=True)
def test_a_filter_is_used_and_lives_in_the_url(served, visit) -> None:
    folder, address = served
    page = visit.page
    page.goto(f"{address}/?{urlencode({'tab': 'Analytics'})}")
    cards(page)
    page.locator("[data-testid=stMultiSelect] input").click()
    option = page.locator("[role=option]").nth(1)
    name = option.inner_text()
    option.click()
    page.keyboard.press("Escape")
    settled(page)
    page.wait_for_function("location.search.includes('segments=')")
    assert "tab=Analytics" in page.url
    page.goto(page.url)
    assert cards(page) == marts_cards(folder, "acme")
    assert name in page.locator("[data-testid=stMultiSelect]").inner_text()
    assert visit.complaints == []


@pytest.mark.parametrize("visit", ["wide"], indirect=True)
def test_newly_published_marts_are_shown_by_themselves(served, visit) -> None:
    folder, address = served
    page = visit.page
    page.goto(address)
    before = cards(page)
    warehouse = folder / "warehouse.duckdb"
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute("update segmentation_kpis set total_members = total_members + 1")
    publish(folder, warehouse, "second")
    for _ in range(40):
        page.wait_for_timeout(1000)
        if cards(page) != before:
            break
    assert cards(page) == marts_cards(folder, "acme")
    assert cards(page)[1] == before[1] + 1


@pytest.mark.parametrize("look", LOOKS)
def test_the_report_opens_from_disk_without_a_network(served, browser, tmp_path, look) -> None:
    folder, _ = served
    environment = os.environ | {"SEGMENTATION_DB": str(folder / "warehouse.duckdb")}
    command = [sys.executable, "scripts/run.py", "report", "--to", str(tmp_path)]
    subprocess.run(command, cwd=PROJECT, env=environment, check=True, capture_output=True)
    file = tmp_path / "segmentation-all.html"
    assert file.stat().st_size < 6_000_000
    opened = Visit(browser, look, offline=True)
    opened.page.goto(file.as_uri())
    opened.page.wait_for_selector(".chart .main-svg")
    places = opened.page.locator(".chart").count()
    assert places == opened.page.locator(".chart:has(.main-svg)").count() > 5
    opened.shot(f"report-{look}")
    assert opened.complaints == []
    assert [one for one in opened.asked if not one.startswith(("file:", "data:", "blob:"))] == []
    opened.close()
