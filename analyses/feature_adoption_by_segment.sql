-- Which features the engaged use and the others do not: the percentage of each
-- engagement band's customers who used a feature in the last 30 days.
with customers as (

    select
        tenant_id,
        customer_id,
        engagement_band,
        count(*) over (partition by tenant_id, engagement_band) as band_count
    from {{ ref('customer_360') }}

),

users as (

    select distinct
        features.tenant_id,
        features.customer_id,
        features.feature
    from {{ ref('int_customer_feature_days') }} as features
    cross join {{ ref('int_as_of_date') }} as as_of_date
    where
        features.event_date > as_of_date.as_of_date - 30
        and features.event_date <= as_of_date.as_of_date

)

select
    customers.tenant_id,
    users.feature,
    customers.engagement_band,
    count(*) as user_count,
    max(customers.band_count) as customer_count,
    round(100 * count(*) / max(customers.band_count), 1) as percent_using
from users
inner join customers
    on
        users.tenant_id = customers.tenant_id
        and users.customer_id = customers.customer_id
group by customers.tenant_id, users.feature, customers.engagement_band
order by
    customers.tenant_id asc,
    users.feature asc,
    percent_using desc,
    customers.engagement_band asc
