{%- set figures = {
    'member_count': 'member_count',
    'active_count': 'active_members_30d',
    'buyer_30d_count': 'converted_members_30d',
    'order_count': 'orders',
    'orders_30d': 'orders_30d',
    'support_tickets': 'support_tickets',
    'conversion_rate_30d': 'conversion_rate_30d',
    'share_of_customers': 'share_of_customers',
} %}
-- a figure that is in segment_profiles and in segment_outcomes is the same in both

with outcomes as (

    select *
    from {{ ref('segment_outcomes') }}
    where segment_id <> 'all'

)

select
    profiles.tenant_id,
    profiles.segment_id,
    profiles.revenue,
    outcomes.revenue as outcome_revenue
from {{ ref('segment_profiles') }} as profiles
full join outcomes
    on
        profiles.tenant_id = outcomes.tenant_id
        and profiles.segment_id = outcomes.segment_id
where
    coalesce(profiles.revenue, 0) is distinct from outcomes.revenue
    or coalesce(profiles.revenue_30d, 0) is distinct from outcomes.revenue_30d
    or coalesce(profiles.mrr, 0) is distinct from coalesce(outcomes.mrr, 0)
    {%- for own, other in figures.items() %}
    or profiles.{{ own }} is distinct from outcomes.{{ other }}
    {%- endfor %}
