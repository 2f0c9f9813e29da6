"""The printed insights and the written report, on marts that were filled by hand."""

import json
import re
import sys
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner, Result
from mart_world import write_marts
from report_world import MARTS

from run import cli

INSIGHTS = """\
USER SEGMENTATION INSIGHTS: acme, as of 2025-06-30
============================================================

1. CUSTOMER SEGMENTS:
   Regular Customer: 40,000 users (80.0%)
   Casual Browser: 10,000 users (20.0%)

2. ENGAGEMENT SEGMENTS:
   Cart Abandoner: 50,000 users (100.0%)

3. DEMOGRAPHICS:
   Dominant Age Group: 25-34
   Dominant Gender: Female
   Dominant Income: Average

4. TRAFFIC SOURCES:
   Top Traffic Category: Social Media
   Top Primary Source: facebook

5. REVENUE ANALYSIS:
   Total Revenue: $1,250,000.01
   Average Revenue per User: $25.00
   Top Revenue Segment: Loyal Customer
"""


@pytest.fixture(autouse=True, scope="module")
def marts(tmp_path_factory):
    file = tmp_path_factory.mktemp("reports") / "warehouse.duckdb"
    write_marts(file, **MARTS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SEGMENTATION_DB", str(file))
        patch.delenv("SEGMENTATION_SERVE", raising=False)
        yield file


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(cli, list(map(str, arguments)))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The report of each segmentation, as Markdown."""
    folder = tmp_path_factory.mktemp("written")

    def report(segmentation: str, *more: str) -> str:
        result = run("report", "--segmentation", segmentation, "--to", folder, *more)
        assert result.exit_code == 0, result.stderr
        return (folder / result.stdout.splitlines()[0]).read_text()

    return report


def test_insights_are_the_five_parts() -> None:
    assert run("insights", "--tenant", "acme").stdout == INSIGHTS


def test_insights_of_all_tenants_stay_apart() -> None:
    first, _, second = run("insights").stdout.partition("\n\nUSER ")
    assert first + "\n" == INSIGHTS
    assert "small" in second and "Total Revenue: 0.00 EUR" in second
    assert "Dominant Gender: –" in second and "Female" not in second


def test_insights_as_json_are_the_marts_rows() -> None:
    (found,) = json.loads(run("insights", "--tenant", "acme", "--format", "json").stdout)
    assert found["total_revenue"] == 1250000.005
    assert [row["customer_count"] for row in found["customer_segment"]] == [40000, 10000]


@pytest.mark.parametrize("command", ["insights", "report"])
def test_an_unknown_tenant_is_refused(command) -> None:
    result = run(command, "--tenant", "nobody")
    assert result.exit_code == 2 and result.stdout == ""
    assert "There is no tenant 'nobody'. There are: acme, small." in result.stderr


def test_without_a_build_it_says_what_to_do(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("SEGMENTATION_DB", str(tmp_path / "none.duckdb"))
    result = run("insights")
    assert result.exit_code == 2 and "scripts/run.py build" in result.stderr


def test_the_head_and_the_trends(written) -> None:
    text = written("all", "--purpose", "targeting").partition("# User Segmentation Analysis: small")
    assert "- **Total Users Analyzed**: 50,000" in text[0]
    assert "- **Purpose**: Targeting" in text[0]
    assert "3, of which 2 have members; 1,234,567 memberships, 411,522.33 on average" in text[0]
    assert "since 2025-06-02" in text[0] and "A star: the definition was edited" in text[0]
    for line in (
        'Odd \\| \\<b\\>&"name"\\_* \\`x\\` | 500 | 50.0% | ↑ +12 |',
        "Edited | 3 | 0.3% | ↓ -1* |",
        "Young | 1 | 0.1% | – |",
        "at\\_risk | 20 | 2.0% | → +0 |",
    ):
        assert f"| {line}" in text[0]
    assert "No trend yet" in text[2] and "Odd" not in text[2]


def test_few_groups_are_recommended_and_their_amounts_add_up(written) -> None:
    text = written("all", "--tenant", "acme")
    lines = re.findall(r"^\d\. .*$", text, re.M)
    assert [line.split("**")[1] for line in lines] == ["first, keep them", "second, convert them"]
    assert "2 users, $1,300.00 a year now, and $12.00 a year were lost" in lines[0]
    assert "1 user, $100.00 a year now. At stake: $100.00." in lines[1]
    assert "Nobody is in two of these groups" in text


def test_a_segmentation_recommends_five_segments_in_the_order_of_money(written) -> None:
    text = written("rfm", "--tenant", "acme")
    lines = re.findall(r"^\d\. .*$", text, re.M)
    assert [line.split("**")[1].split(",")[0] for line in lines] == [
        "third", "more 4", "more 5", "more 6", "more 7",
    ]  # fmt: skip
    assert "and $25.50 a year were lost with them" in lines[0]
    assert "A user can be in several of these" in text


def test_a_profile_tells_what_its_amounts_are(written) -> None:
    text = written("all", "--tenant", "acme")
    [said] = re.findall(r"^Revenue is what was ever spent.*$", text, re.M)
    assert "A year now is what members bring in a year" in said
    assert "– of the active ones" not in text


def test_a_segmentation_has_its_own_segments_only(written) -> None:
    rfm, behavioral = written("rfm"), written("behavioral")
    predictive, lifecycle = written("predictive"), written("lifecycle")
    assert "Young" in rfm and "Odd" not in rfm and "third" in rfm and "first, " not in rfm
    assert "Odd" in behavioral and "Young" not in behavioral and "third" not in behavioral
    assert "## RFM Analysis" in rfm and "## RFM Analysis" not in behavioral
    assert "### Engagement score" in behavioral and "### PQL score" not in behavioral
    assert "### PQL score" in predictive and "Scoring Model" not in rfm + lifecycle


def test_tables_have_the_marts_figures(written) -> None:
    text = written("all")
    assert "| champion | 10 | 50.0% | $99.50 |" in text
    assert "| Champions | 9 | $10.00 | Thank them |" in text
    assert "| Lost | 3 | $10.00 | – |" in text
    assert "| email, push | daily | – | high | first thing, second thing, tenth thing |" in text
    assert "- **Value**: $12.35 per user, 25.0% of revenue, $100.00 a year now" in text


def test_without_plotly_the_markdown_is_written(tmp_path, monkeypatch) -> None:
    import reports

    for module in ("html", "figures"):
        monkeypatch.delitem(sys.modules, f"reports.{module}", raising=False)
        monkeypatch.delattr(reports, module, raising=False)
    monkeypatch.setitem(sys.modules, "plotly.graph_objects", None)
    monkeypatch.setitem(sys.modules, "plotly", None)
    result = run("report", "--to", tmp_path / "new")
    assert result.exit_code == 0
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["segmentation-all.md"]
    assert "make setup-dashboard" in result.stderr


def test_a_folder_that_cannot_be_written_is_explained(tmp_path) -> None:
    (tmp_path / "file").write_text("")
    result = run("report", "--to", tmp_path / "file" / "below")
    assert result.exit_code == 2
    assert "cannot be written: Not a directory. Name another folder: --to" in result.stderr
    result = run("report", "--to", tmp_path / "file")
    assert result.exit_code == 2 and "is a file" in result.stderr


class Page(HTMLParser):
    """Collects what a page would fetch, its texts, and its charts' places."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.texts: list[str] = []
        self.charts = 0
        self._in_script = False

    def handle_starttag(self, tag, attrs) -> None:
        found = dict(attrs)
        self._in_script = tag in ("script", "style")
        self.fetched += [found[name] for name in ("src", "href") if name in found]
        self.charts += found.get("class") == "chart"

    def handle_endtag(self, tag) -> None:
        self._in_script = False

    def handle_data(self, data) -> None:
        if not self._in_script:
            self.texts.append(data)


def test_the_page_is_whole_in_itself(tmp_path) -> None:
    pytest.importorskip("plotly")
    assert run("report", "--to", tmp_path).exit_code == 0
    text = (tmp_path / "segmentation-all.html").read_text()
    assert len(text.encode()) < 6_000_000
    page = Page()
    page.feed(text)
    assert page.fetched == []
    assert 'Odd | <b>&"name"_* `x`' in page.texts
    charts = json.loads(re.search(r"^const charts = (.*);$", text, re.M)[1])
    assert len(charts) == page.charts > 5
    assert {"data", "light", "dark"} == set(charts[0])
