"""Runs by_hand.sql: python by_hand.py DATABASE DEMO_FOLDER AS_OF THREADS."""

import sys
from pathlib import Path

import duckdb

ROLES = """
    page_view product_view add_to_cart cart_view checkout wishlist review share referral
    invite shared_item shared_view comment item_created premium_feature integration
    value_moment pricing_view upgrade_click sales_content support_ticket
    onboarding_completed aha_moment
"""
ROLES_30D = """
    action competitor_comparison email_sent email_open email_click sms_sent sms_open sms_click
"""

database, folder, as_of, threads = sys.argv[1:5]
totals = [f"sum(n) filter ('{role}' in roles) as {role}" for role in ROLES.split()]
totals += [
    f"sum(n) filter ('{role}' in roles and ago < 30) as {role}_30d" for role in ROLES_30D.split()
]
weeks = [
    f"sum(n) filter ('action' in roles and ago between {7 * k} and {7 * k + 6}) as week_{k}"
    for k in range(8)
]
script = (Path(__file__).parent / "by_hand.sql").read_text()
script = script.replace("{role_totals}", ", ".join(totals))
script = script.replace("{week_totals}", ", ".join(weeks))
settings = {"threads": int(threads), "memory_limit": "8GB"}
with duckdb.connect(database, config=settings) as connection:
    connection.execute("set TimeZone = 'UTC'")
    connection.execute("set variable folder = ?", [folder])
    connection.execute("set variable as_of = cast(? as date)", [as_of])
    connection.execute(script)
    rows = connection.execute("select count(*) from summary").fetchone()[0]
print(f"{rows} customers")
