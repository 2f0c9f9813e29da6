"""The analysis as blocks of text, tables and charts, the same ones in Markdown and HTML."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from core.marts import Marts, Row
from reports.text import (
    GOALS,
    NOTHING,
    arrow,
    count,
    decimal,
    label_of,
    listed,
    money,
    share,
    titled,
    words,
)

#: Types of segments and scores that belong to a segmentation; none: all of them.
TYPES = {"rfm": ["rfm"], "behavioral": ["behavioral"], "lifecycle": ["lifecycle"]}
TYPES["predictive"] = ["predictive"]
SCORES = {"behavioral": ["engagement", "commerce"], "predictive": ["pql"]}
SCORES["all"] = ["engagement", "commerce", "pql"]
NAMES = {name: name.capitalize() for name in (*TYPES, "all")} | {"rfm": "RFM"}
MOST_PROFILES = 12
MOST_CHARTED = 12
MOST_RECOMMENDED = 5
MISSING = "Nothing to show: this tenant has none."


@dataclass
class Block:
    """A piece of the report: heading, text, table, list or chart."""

    kind: str
    text: str = ""
    level: int = 2
    columns: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    #: which of the columns are numbers
    numeric: list[bool] = field(default_factory=list)
    #: for a chart: the function of figures.py and what it is given
    figure: str = ""
    given: dict[str, Any] = field(default_factory=dict)


class Report:
    """The analysis of one tenant."""

    def __init__(self, marts: Marts, tenant: Row, segmentation: str, purpose: str) -> None:
        self._marts = marts
        self._tenant = tenant
        self._segmentation = segmentation
        self._purpose = purpose
        self._types = TYPES.get(segmentation)
        self.currency = tenant["currency"]
        self.title = f"User Segmentation Analysis: {tenant['tenant_id']}"
        self._profiles = self._read("reports/profiles", types=self._types)
        self.blocks: list[Block] = []
        self._head()
        self._distribution()
        self._profile_list()
        self._scores()
        self._rfm()
        self._playbook()
        self._recommendations()

    def _read(self, query: str, **parameters: Any) -> list[Row]:
        return self._marts.read(query, tenant_id=self._tenant["tenant_id"], **parameters)

    def _heading(self, text: str, level: int = 2) -> None:
        self.blocks.append(Block("heading", text, level))

    def _text(self, text: str) -> None:
        self.blocks.append(Block("text", text))

    def _table(self, columns: dict[str, bool], rows: list[list[str]]) -> None:
        """A table; columns says of each whether it holds numbers."""
        if rows:
            self.blocks.append(
                Block("table", columns=list(columns), rows=rows, numeric=list(columns.values()))
            )
        else:
            self._text(MISSING)

    def _chart(self, caption: str, figure: str, **given: Any) -> None:
        self.blocks.append(Block("chart", caption, figure=figure, given=given))

    def _money(self, value: Any, digits: int = 2) -> str:
        return money(value, self.currency, digits)

    def _head(self) -> None:
        kpis = self._read("reports/kpis")
        tenant = self._tenant
        facts = [
            f"**Segmentation Type**: {NAMES[self._segmentation]}",
            f"**Purpose**: {self._purpose.capitalize()}",
            f"**Total Users Analyzed**: {count(tenant['customer_count'])}",
            f"**As of**: {tenant['as_of_date']}",
            f"**Total Revenue**: {self._money(tenant['total_revenue'])},"
            f" {self._money(tenant['revenue_per_customer'])} per user",
        ]
        for row in kpis:
            facts.append(
                f"**Segments**: {count(row['total_segments'])}, of which"
                f" {count(row['active_segments'])} have members;"
                f" {count(row['total_members'])} memberships,"
                f" {decimal(row['average_size'], 2)} on average"
            )
        self.blocks.append(Block("list", rows=[[fact] for fact in facts]))

    def _distribution(self) -> None:
        self._heading("Segment Distribution")
        days = [row["compared_date"] for row in self._profiles if row["compared_date"]]
        if days:
            self._text(f"Trend: change of the number of users since {days[0]}.{self._star()}")
        else:
            self._text("No trend yet: the first evaluated days are less than four weeks ago.")
        if not self._profiles:
            self._text(MISSING)
        for dimension in dict.fromkeys(row["dimension"] for row in self._profiles):
            rows = [row for row in self._profiles if row["dimension"] == dimension]
            several = "Segments (a user can be in several)"
            self._heading(several if dimension is None else titled(dimension), 3)
            self._table(
                {"Segment": False, "Users": True, "% of Total": True, "Trend": True},
                [
                    [
                        row["dimension_value"] or row["name"],
                        count(row["member_count"]),
                        share(row["share_of_customers"]),
                        arrow(row["trend"], row["member_change"], row["is_redefined"]),
                    ]
                    for row in rows
                ],
            )
            charted = [row | {"name": row["dimension_value"] or row["name"]} for row in rows]
            self._chart("Users by segment", "distribution", rows=charted[:MOST_CHARTED])
            if dimension is not None:
                self._history(dimension)

    def _star(self) -> str:
        if any(row["is_redefined"] for row in self._profiles):
            return " A star: the definition was edited meanwhile, so it is not only the users."
        return ""

    def _history(self, dimension: str) -> None:
        rows = [row for row in self._read("reports/history") if row["dimension"] == dimension]
        if len({row["date"] for row in rows}) > 1:
            self._chart(
                "Users over time", "over_time", rows=rows, column="member_count", label="Customers"
            )

    def _profile_list(self) -> None:
        self._heading("Segment Profiles")
        found = [row for row in self._profiles if row["member_count"] and row["action"]]
        found.sort(key=lambda row: (-(row["share_of_revenue"] or 0), row["segment_id"]))
        if len(found) > MOST_PROFILES:
            self._text(f"The {MOST_PROFILES} with the largest share of revenue, of {len(found)}.")
        if found:
            self._text(
                "Revenue is what was ever spent, refunds deducted. A year now is what members bring"
                " in a year: twelve times a running subscription, or what was spent in the last"
                " 365 days, whichever is more."
            )
        else:
            self._text(MISSING)
        for row in found[:MOST_PROFILES]:
            size = f"{count(row['member_count'])} users, {share(row['share_of_customers'])}"
            self._text(f"**{label_of(row)}** ({size})")
            self.blocks.append(Block("list", rows=[[line] for line in self._profile(row)]))

    def _profile(self, row: Row) -> list[str]:
        definition = " ".join((row["description"] or row["criteria"]).split())
        bought = f"{share(row['buyer_share'])} ever bought"
        if row["conversion_rate_30d"] is not None:
            converted = share(row["conversion_rate_30d"])
            bought += f", {converted} of the active ones in the last 30 days"
        return [
            f"**Definition**: {definition}",
            f"**Behavior**: {share(row['active_share'])} active in 30 days, last seen"
            f" {decimal(row['median_days_since_active'], 0)} days ago (median), engagement"
            f" score {decimal(row['engagement_score'])}, {bought}",
            f"**Value**: {self._money(row['revenue_per_customer'])} per user,"
            f" {share(row['share_of_revenue'])} of revenue,"
            f" {self._money(row['yearly_value'])} a year now",
            f"**Recommended Action**: {row['action']}",
        ]

    def _scores(self) -> None:
        scores = SCORES.get(self._segmentation)
        if scores is None:
            return
        self._heading("Scoring Model Results")
        self._text(
            "Conversion: users with an order in the last 30 days, of those active in them."
            " Revenue: all of theirs."
        )
        rows = self._read("reports/scores", scores=scores)
        for score in scores:
            own = [row for row in rows if row["score"] == score]
            self._heading("PQL score" if score == "pql" else f"{score.capitalize()} score", 3)
            columns = ("Score Band", "Users", "Conversion Rate", "Revenue")
            self._table(
                {column: column != "Score Band" for column in columns},
                [
                    [
                        words(row["band"]),
                        count(row["customer_count"]),
                        share(row["conversion_rate_30d"]),
                        self._money(row["revenue"]),
                    ]
                    for row in own
                ],
            )
            self._chart("Conversion by score band", "score_bands", rows=own)

    def _rfm(self) -> None:
        if self._segmentation not in ("rfm", "all"):
            return
        self._heading("RFM Analysis")
        found, grids = self._read("reports/rfm"), self._read("reports/rfm_grid")
        for model in dict.fromkeys(row["rfm_model"] for row in found):
            self._heading(f"Model {words(model)}", 3)
            columns = {"RFM Segment": False, "Users": True, "Avg Revenue": True, "Action": False}
            self._table(
                columns,
                [
                    [
                        row["segment"],
                        count(row["customer_count"]),
                        self._money(row["revenue_per_customer"]),
                        row["action"] or NOTHING,
                    ]
                    for row in found
                    if row["rfm_model"] == model
                ],
            )
            cells = [row for row in grids if row["rfm_model"] == model]
            self._chart("Users by recency and frequency", "rfm_grid", rows=cells)

    def _playbook(self) -> None:
        self._heading("Personalization Playbook")
        columns = ("Segment", "Users", "Channel", "Frequency", "Tone", "Urgency", "Content Type")
        self._table(
            {column: column == "Users" for column in columns},
            [
                [
                    row["name"],
                    count(row["member_count"]),
                    listed(row["channels"]),
                    row["cadence"] or NOTHING,
                    row["tone"] or NOTHING,
                    row["urgency"] or NOTHING,
                    words(row["content"]),
                ]
                for row in self._read("reports/playbook", types=self._types)
            ],
        )

    def _recommendations(self) -> None:
        self._heading("Implementation Recommendations")
        if self._types is None:
            rows = self._read("reports/groups")
            said = (
                "Whom to write to now. Nobody is in two of these groups, so the amounts may be"
                " added up; who is in them is in the mart customer_recommendations."
            )
        else:
            rows = self._read("reports/recommendations", types=self._types)[:MOST_RECOMMENDED]
            said = (
                "In the order of the money at stake in a year. A user can be in several of these"
                " segments, so the amounts are not to be added up."
            )
        if not rows:
            self._text(MISSING)
            return
        self._text(said)
        lines = [[self._recommendation(row)] for row in rows]
        self.blocks.append(Block("numbered", rows=lines))
        charted = [row | {"name": label_of(row)} for row in rows]
        self._chart("Money at stake", "stakes", rows=charted, currency=self.currency)

    def _recommendation(self, row: Row) -> str:
        lost = row["lost_yearly_value"]
        users = "1 user" if row["customer_count"] == 1 else f"{count(row['customer_count'])} users"
        gone = f", and {self._money(lost)} a year were lost with them" if lost else ""
        return (
            f"**{label_of(row)}, {GOALS[row['goal']]}**: {row['action']}."
            f" {users}, {self._money(row['yearly_value'])} a year now{gone}."
            f" At stake: {self._money(row['money_at_stake'])}."
        )
