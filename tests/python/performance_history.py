"""The histories that runs leave behind, and the three marts that follow from them."""

from dataclasses import dataclass, field

from performance_oracle import DONE_TO, World, measures, orders, sessions, share

STAGES = ("new", "active", "at_risk", "churned")


@dataclass
class History:
    """What each day's run knew: members of every segment, and what they were like."""

    world: World
    members: dict[int, dict[str, set]] = field(default_factory=dict)
    knew: dict[int, dict[tuple, dict]] = field(default_factory=dict)
    last: tuple[int, int] = (0, 0)

    def run(self, day: int, loaded: int, rules: dict) -> None:
        """A run: what it says of later days, it drops. A rule of `wrong` moves nobody."""
        for later in [one for one in self.members if one >= day]:
            del self.members[later], self.knew[later]
        before = self.members[max(self.members)] if self.members else {}
        known = measures(self.world, day, loaded)
        found = {f"lifecycle_stage.{stage}": {key for key, one in known.items()
                 if one["stage"] == stage} for stage in STAGES}  # fmt: skip
        for name, rule in rules.items():
            if rule == "wrong":
                found[name] = before.get(name, set())
            elif rule is not None:
                found[name] = {key for key, one in known.items() if rule(one)}
            elif name in before and before[name] is not None:
                found[name] = None
        self.members[day], self.knew[day], self.last = found, known, (day, loaded)

    def previous(self, day: int) -> dict[str, set]:
        return self.members[max((one for one in self.members if one < day), default=None)] if any(
            one < day for one in self.members
        ) else {}  # fmt: skip

    def evaluated(self, day: int) -> int:
        """The last evaluated day up to one."""
        return max(one for one in self.members if one <= day)

    def first_known(self) -> dict[tuple, int]:
        first: dict[tuple, int] = {}
        for day in sorted(self.knew):
            for key in self.knew[day]:
                first.setdefault(key, day)
        return first

    def people(self, day: int, tenant: str, segment: str) -> set:
        """Those whose doings of a day count for a segment."""
        first = self.first_known()
        found = set()
        for key, known_on in first.items():
            looked_up = self.evaluated(max(day, known_on))
            if key[0] == tenant and (
                segment == "all" or key in (self.members[looked_up].get(segment) or set())
            ):
                found.add(key)
        return found

    def rows(self) -> tuple[dict, dict, dict]:
        """behavioral_analytics, segment_performance and segment_trends by their keys."""
        analytics, performance, trends = {}, {}, {}
        events = self.world.known(*self.last)
        facts = events, orders(events), sessions(events), self.world.new_days(*self.last)
        for day in range(min(self.members), max(self.members) + 1):
            is_evaluated = day in self.members
            segments = self.members[self.evaluated(day)]
            for tenant in {key[0] for one in self.knew.values() for key in one}:
                for segment in ("all", *segments):
                    if not any(key[0] == tenant for key in self.knew[self.evaluated(day)]):
                        continue
                    if not is_evaluated and segments.get(segment, set()) is None:
                        continue
                    key = tenant, segment, day
                    row = self.analytics(key, facts) | {"is_evaluated": is_evaluated}
                    analytics[key] = row
                    if segment != "all":
                        trend = self.trends(key) if is_evaluated else {"churn_rate": None}
                        if is_evaluated:
                            trends[key] = trend
                        performance[key] = self.performance(key, row, trend)
        return analytics, performance, trends

    def inside(self, key: tuple) -> list[dict]:
        tenant, segment, day = key
        day = self.evaluated(day)
        known = self.knew[day]
        members = known if segment == "all" else self.members[day][segment] or set()
        return [known[one] for one in members if one[0] == tenant]

    def analytics(self, key: tuple, facts: tuple) -> dict:
        tenant, segment, day = key
        events, placed, visits, new_days = facts
        members, people = self.inside(key), self.people(day, tenant, segment)
        today = [one for one in events if one["day"] == day
                 and (one["tenant_id"], one["customer_id"]) in people]  # fmt: skip
        bought = {one: value for one, (first, value) in placed.items()
                  if first == day and one[:2] in people}  # fmt: skip
        begun = [one for one in visits if one[1] == day and one[0] in people]
        active = {(one["tenant_id"], one["customer_id"]) for one in today
                  if one["event_type"] not in DONE_TO}  # fmt: skip
        count = {kind: sum(one["event_type"] == kind for one in today)
                 for kind in ("visit", "look", "cart")}  # fmt: skip
        spent = {kind: sum(one["event_value"] for one in today if one["event_type"] == kind)
                 for kind in ("purchase", "refund")}  # fmt: skip
        return {
            "total_customers": len(members),
            "new_customers": sum(new_days.get(one) == day for one in people),
            "active_customers": len(active),
            "at_risk_customers": sum(one["stage"] == "at_risk" for one in members),
            "churned_customers": sum(one["stage"] == "churned" for one in members),
            "total_page_views": count["visit"],
            "total_product_views": count["look"],
            "total_add_to_cart": count["cart"],
            "total_purchases": len(bought),
            "conversion_rate": share(len({one[:2] for one in bought}), len(active)),
            "avg_session_duration_minutes": share(
                int(sum(one[3] for one in begun)), 60 * len(begun), 4
            ),
            "bounce_rate": share(sum(one[2] == 1 for one in begun), len(begun)),
            "repeat_purchase_rate": share(
                sum(one["orders"] >= 2 for one in members),
                sum(one["orders"] >= 1 for one in members),
            ),
            "avg_order_value": share(sum(bought.values()), len(bought), 4),
            "revenue": spent["purchase"] - spent["refund"],
        }

    def trends(self, key: tuple) -> dict:
        tenant, segment, day = key
        now = {one for one in self.members[day][segment] or set() if one[0] == tenant}
        before = {one for one in self.previous(day).get(segment) or set() if one[0] == tenant}
        earlier = [one for one in self.members if one < day]
        step = day - max(earlier) if earlier else None
        return {
            "step_days": step,
            "daily_churn_rate": share(len(before - now), len(before) * step) if step else None,
            "member_count": len(now),
            "previous_member_count": len(before),
            "entered_count": len(now - before),
            "left_count": len(before - now),
            "net_change": len(now) - len(before),
            "churn_rate": share(len(before - now), len(before)),
        }

    def performance(self, key: tuple, row: dict, trend: dict) -> dict:
        members = self.inside(key)
        total = {name: sum(one[name] for one in members) for name in (members or [{}])[0]
                 if name != "stage"}  # fmt: skip
        get = total.get
        return {
            "member_count": len(members),
            "active_members": sum(one["active_days"] > 0 for one in members),
            "churn_rate": trend["churn_rate"],
            "lifetime_value": share(get("spent", 0), len(members), 4),
            "avg_order_value": row["avg_order_value"],
            "purchase_frequency": share(get("orders_30d", 0), len(members), 4),
            "conversion_rate": row["conversion_rate"],
            "email_open_rate": share(get("email_open", 0), get("email_sent", 0)),
            "email_click_rate": share(get("email_click", 0), get("email_sent", 0)),
            "sms_open_rate": share(get("sms_open", 0), get("sms_sent", 0)),
            "engagement_score": share(get("active_days", 0) * 7, 2 * len(members), 4),
            "revenue_generated": row["revenue"],
        }
