"""Runs by_hand.sql: python by_hand.py DATABASE DEMO_FOLDER AS_OF THREADS."""

import sys
from pathlib import Path

import duckdb

ROLES = [
    "page_view",
    "product_view",
    "add_to_cart",
    "cart_view",
    "checkout",
    "wishlist",
    "review",
    "share",
    "referral",
    "invite",
    "shared_item",
    "shared_view",
    "comment",
    "item_created",
    "premium_feature",
    "integration",
    "value_moment",
    "pricing_view",
    "upgrade_click",
    "sales_content",
    "support_ticket",
    "onboarding_completed",
    "aha_moment",
]
ROLES_30D = [
    "action",
    "competitor_comparison",
    "email_sent",
    "email_open",
    "email_click",
    "sms_sent",
    "sms_open",
    "sms_click",
]

database, folder, as_of, threads = sys.argv[1:5]
role_totals = [f"sum(n) filter ('{role}' in roles) as {role}" for role in ROLES]
role_totals += [
    f"sum(n) filter ('{role}' in roles and ago < 30) as {role}_30d" for role in ROLES_30D
]
week_totals = [
    f"sum(n) filter ('action' in roles and ago between {7 * week} and {7 * week + 6}) as week_{week}"
    for week in range(8)
]
script = (Path(__file__).parent / "by_hand.sql").read_text()
script = script.replace("{role_totals}", ", ".join(role_totals))
script = script.replace("{week_totals}", ", ".join(week_totals))
with duckdb.connect(
    database, config={"threads": int(threads), "memory_limit": "8GB"}
) as connection:
    connection.execute("set TimeZone = 'UTC'")
    connection.execute("set variable folder = ?", [folder])
    connection.execute("set variable as_of = cast(? as date)", [as_of])
    connection.execute(script)
    rows = connection.execute("select count(*) from summary").fetchone()[0]
print(f"{rows} customers")
