"""customer_behavior_summary, a row per customer, from events kept in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from .events import Calendar, Event
from .lookups import rounded
from .orders import gross, orders_of, refunded
from .people import Key, Person
from .sessions import sessions_of

Summary = dict[str, Any]

#: Counts of events ever, and the role they count.
EVER = {
    "total_page_views": "page_view",
    "total_product_views": "product_view",
    "total_add_to_cart": "add_to_cart",
    "total_cart_views": "cart_view",
    "total_checkouts": "checkout",
    "total_wishlist_adds": "wishlist",
    "total_reviews": "review",
    "total_shares": "share",
    "total_referrals": "referral",
    "invites_sent": "invite",
    "shared_items": "shared_item",
    "shared_views": "shared_view",
    "comments_made": "comment",
    "items_created": "item_created",
    "premium_feature_uses": "premium_feature",
    "integrations_connected": "integration",
    "value_moments": "value_moment",
    "pricing_views": "pricing_view",
    "upgrade_clicks": "upgrade_click",
    "sales_content_views": "sales_content",
    "support_tickets": "support_ticket",
}
#: The same over the last days: the role and how many days.
RECENT = {
    "actions_30d": ("action", 30),
    "weekly_actions": ("action", 7),
    "pricing_views_7d": ("pricing_view", 7),
    "competitor_comparisons_30d": ("competitor_comparison", 30),
    "emails_sent_30d": ("email_sent", 30),
    "emails_opened_30d": ("email_open", 30),
    "emails_clicked_30d": ("email_click", 30),
    "sms_sent_30d": ("sms_sent", 30),
    "sms_opened_30d": ("sms_open", 30),
    "sms_clicked_30d": ("sms_click", 30),
}
FLAGS = {
    "onboarding_completed": "onboarding_completed",
    "first_action": "action",
    "aha_moment_reached": "aha_moment",
}


def summaries(people: dict[Key, Person], day: date, calendar: Calendar) -> dict[Key, Summary]:
    features: dict[str, set[str]] = {}
    for (tenant_id, _), person in people.items():
        features.setdefault(tenant_id, set()).update(_features(person.events))
    return {
        key: _summary(person, len(features[key[0]]), day, calendar)
        for key, person in people.items()
    }


def days_between(earlier: date | None, later: date | None) -> int | None:
    return None if earlier is None or later is None else (later - earlier).days


def ratio(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _summary(person: Person, tenant_features: int, day: date, calendar: Calendar) -> Summary:
    events = person.events

    did = [event for event in events if event.is_inbound]

    def last(days: int, events: list[Event] = events) -> list[Event]:
        return [event for event in events if day - timedelta(days=days) < event.day]

    row: Summary = {"tenant_id": person.key[0], "customer_id": person.key[1], "as_of_date": day}
    row |= {name: _count(events, role) for name, role in EVER.items()}
    row |= {name: _count(last(days), role) for name, (role, days) in RECENT.items()}
    row |= {name: _count(events, role) > 0 for name, role in FLAGS.items()}
    row |= _activity(person, did, last, day, calendar)
    row |= _sessions(did, day)
    row |= _messages(events, last(30))
    row["actions_per_session"] = ratio(row["actions_30d"], row["sessions_30d"])
    row |= _money(person, last, day)
    row |= _use_of_features(events, last(30), tenant_features)
    row |= _contexts(did)
    row |= _trend(events, day)
    row |= _subscription(person, day, calendar)
    paid = row["mrr"] is not None and row["mrr"] > 0
    row["mrr_or_total_spent"] = row["mrr"] if paid else row["total_spent"]
    scores = [event.value for event in events if "nps" in event.roles and event.value is not None]
    row["last_nps"] = rounded(scores[-1]) if scores else None
    return row


def _count(events: Iterable[Event], role: str) -> int:
    return sum(role in event.roles for event in events)


def _activity(
    person: Person, events: list[Event], last: Callable, day: date, calendar: Calendar
) -> Summary:
    recent = last(30, events)
    first_event_at = events[0].at if events else None
    began_at = person.signed_up_at or first_event_at
    before = events[: len(events) - len(recent)]
    return {
        "total_events": len(events),
        "active_days": len({event.day for event in events}),
        "active_days_7d": len({event.day for event in last(7, events)}),
        "active_days_28d": len({event.day for event in last(28, events)}),
        "active_days_30d": len({event.day for event in recent}),
        "days_since_active": days_between(events[-1].day, day) if events else None,
        "days_since_signup": days_between(calendar.day_of(began_at), day) if began_at else None,
        "return_gap_days": (
            days_between(before[-1].day, recent[0].day) if before and recent else None
        ),
        "signed_up_at": person.signed_up_at,
        "first_event_at": first_event_at,
        "last_event_at": events[-1].at if events else None,
    }


def _messages(events: list[Event], recent: list[Event]) -> Summary:
    """Messages of 30 days, by id; what has none is one message, opened by what came since."""
    row: Summary = {}
    for channel in ("email", "sms"):
        sent: dict[str | None, date] = {}
        for event in recent:
            if f"{channel}_sent" in event.roles:
                sent.setdefault(event.message_id, event.day)
        row[f"{channel}_messages_30d"] = len(sent)
        for what in ("open", "click"):
            met = {
                event.message_id
                for event in events
                if f"{channel}_{what}" in event.roles
                and event.message_id in sent
                and (event.message_id is not None or event.day >= sent[None])
            }
            row[f"{channel}_messages_{what}ed_30d"] = len(met)
    return row


def _sessions(events: list[Event], day: date) -> Summary:
    sessions = sessions_of(events)
    seconds = sum(session.seconds for session in sessions)
    return {
        "total_sessions": len(sessions),
        "total_session_seconds": seconds,
        "avg_session_duration_seconds": ratio(seconds, len(sessions)),
        "bounced_sessions": sum(session.is_bounce for session in sessions),
        "mobile_sessions": sum(session.is_on("mobile") for session in sessions),
        "desktop_sessions": sum(session.is_on("desktop") for session in sessions),
        "weekly_sessions": sum(day - timedelta(days=7) < session.day for session in sessions),
        "sessions_30d": sum(day - timedelta(days=30) < session.day for session in sessions),
    }


def _money(person: Person, last: Callable, day: date) -> Summary:
    events, recent = person.events, last(30)
    orders = orders_of(events)
    gross_revenue, total_refunded = gross(events), refunded(events)
    total_spent = gross_revenue - total_refunded
    days = days_between(orders[0].day, orders[-1].day) if orders else None
    return {
        "total_purchases": len(orders),
        "orders_30d": sum(day - timedelta(days=30) < order.day for order in orders),
        "gross_revenue": gross_revenue,
        "total_refunded": total_refunded,
        "total_spent": total_spent,
        "spent_30d": gross(recent) - refunded(recent),
        "avg_order_value": rounded(total_spent / len(orders)) if orders else None,
        "first_purchase_date": orders[0].at if orders else None,
        "last_purchase_date": orders[-1].at if orders else None,
        "days_since_purchase": days_between(orders[-1].day, day) if orders else None,
        "purchase_frequency_days": days / (len(orders) - 1) if len(orders) > 1 else None,
    }


def _features(events: Iterable[Event]) -> set[str]:
    return {event.feature or event.event_type for event in events if "feature_use" in event.roles}


def _use_of_features(events: list[Event], recent: list[Event], tenant_features: int) -> Summary:
    tried, used = len(_features(events)), len(_features(recent))
    return {
        "features_tried": tried,
        "features_used": used,
        "features_used_percent": ratio(100 * used, tenant_features),
        "features_tried_percent": ratio(100 * tried, tenant_features),
    }


def _contexts(events: list[Event]) -> Summary:
    touches = sorted(
        (event.at, event.source or "", event.medium or "")
        for event in events
        if event.source or event.medium
    )
    (_, first_source, first_medium), *_ = touches or [(None, None, None)]
    *_, (_, last_source, last_medium) = touches or [(None, None, None)]
    return {
        "preferred_category": preferred((event.category, event.at) for event in events),
        "preferred_device": preferred((event.device, event.at) for event in events),
        "preferred_source": preferred((event.source, event.at) for event in events),
        "first_traffic_source": first_source or None,
        "first_traffic_medium": first_medium or None,
        "last_traffic_source": last_source or None,
        "last_traffic_medium": last_medium or None,
    }


def preferred(seen: Iterable[tuple[str | None, datetime]]) -> str | None:
    """The value seen most often, of those the one seen first, of those the smallest."""
    times: dict[str, list[datetime]] = {}
    for value, at in seen:
        if value is not None:
            times.setdefault(value, []).append(at)
    return min(
        times, key=lambda value: (-len(times[value]), min(times[value]), value), default=None
    )


def _trend(events: list[Event], day: date) -> Summary:
    weeks = [0] * 8
    for event in events:
        week = (day - event.day).days // 7
        if week < len(weeks) and "action" in event.roles:
            weeks[week] += 1
    declining = 0
    while declining < 7 and weeks[declining] < weeks[declining + 1]:
        declining += 1
    change = weeks[0] - weeks[1]
    trend = "growing" if change > 0 else "declining" if change < 0 else "stable"
    return {"engagement_trend": trend, "weeks_declining": declining}


def _subscription(person: Person, day: date, calendar: Calendar) -> Summary:
    found = person.subscription
    row: Summary = {
        "plan": None,
        "subscription_status": None,
        "mrr": None,
        "trial_days_remaining": None,
        "days_since_churn": None,
    }
    if found is None:
        return row
    row |= {"plan": found.plan, "subscription_status": found.status, "mrr": found.mrr}
    if found.status == "trialing" and found.trial_ends_at is not None:
        row["trial_days_remaining"] = days_between(day, calendar.day_of(found.trial_ends_at))
    if found.status == "cancelled" and found.cancelled_at is not None:
        row["days_since_churn"] = days_between(calendar.day_of(found.cancelled_at), day)
    return row
