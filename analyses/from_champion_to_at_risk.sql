-- Who was a champion by engagement and is at risk, or about to be lost, now: who to
-- write to, how long ago they were champions, and what they are worth.
with last_spans as (

    select
        tenant_id,
        customer_id,
        max(left_at) as left_champion_at
    from {{ ref('segment_members') }}
    where segment_id = 'engagement_band.champion'
    group by tenant_id, customer_id
    having count(*) filter (where left_at is null) = 0

),

bands_now as (

    select
        tenant_id,
        customer_id,
        segment_id,
        joined_at
    from {{ ref('segment_members') }}
    where
        segment_id in ('engagement_band.at_risk', 'engagement_band.churning')
        and left_at is null

)

select
    bands_now.tenant_id,
    bands_now.customer_id,
    bands_now.segment_id,
    customers.days_since_active,
    customers.mrr,
    customers.total_spent,
    customers.plan,
    cast(last_spans.left_champion_at as date) as left_champion_date,
    cast(bands_now.joined_at as date) as joined_date
from bands_now
inner join last_spans
    on
        bands_now.tenant_id = last_spans.tenant_id
        and bands_now.customer_id = last_spans.customer_id
inner join {{ ref('customer_360') }} as customers
    on
        bands_now.tenant_id = customers.tenant_id
        and bands_now.customer_id = customers.customer_id
order by
    customers.total_spent desc,
    bands_now.tenant_id asc,
    bands_now.customer_id asc
