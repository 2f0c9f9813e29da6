"""The printed summary in five parts."""

from __future__ import annotations

from typing import Any

from core.marts import Marts, Row
from reports.text import NOTHING, count, money, share

WIDTH = 60


def insights_of(marts: Marts, tenant: Row) -> dict[str, Any]:
    """What stands out in one tenant, as data."""
    parts = {
        dimension: marts.read("reports/classes", tenant_id=tenant["tenant_id"], dimension=dimension)
        for dimension in ("customer_segment", "engagement_level")
    }
    return tenant | parts


def text_of(found: dict[str, Any]) -> str:
    """The same as text: a headline and five numbered parts."""
    currency = found["currency"]
    average = money(found["revenue_per_customer"], currency)
    return "\n".join(
        [
            f"USER SEGMENTATION INSIGHTS: {found['tenant_id']}, as of {found['as_of_date']}",
            "=" * WIDTH,
            *part(1, "customer segments", sizes(found["customer_segment"])),
            *part(2, "engagement segments", sizes(found["engagement_level"])),
            *part(
                3,
                "demographics",
                [
                    ("Dominant Age Group", found["dominant_age_group"]),
                    ("Dominant Gender", found["dominant_gender"]),
                    ("Dominant Income", found["dominant_income_bracket"]),
                ],
            ),
            *part(
                4,
                "traffic sources",
                [
                    ("Top Traffic Category", found["top_traffic_category"]),
                    ("Top Primary Source", found["top_source"]),
                ],
            ),
            *part(
                5,
                "revenue analysis",
                [
                    ("Total Revenue", money(found["total_revenue"], currency)),
                    ("Average Revenue per User", average),
                    ("Top Revenue Segment", found["top_revenue_segment"]),
                ],
            ),
        ]
    )


def part(place: int, title: str, lines: list[tuple[str, str | None]]) -> list[str]:
    return [
        "",
        f"{place}. {title.upper()}:",
        *(f"   {label}: {value or NOTHING}" for label, value in lines),
    ]


def sizes(rows: list[Row]) -> list[tuple[str, str]]:
    return [
        (
            row["dimension_value"],
            f"{count(row['customer_count'])} users ({share(row['share_of_customers'])})",
        )
        for row in rows
    ]
