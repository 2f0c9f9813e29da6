with analytics as (

    select * from {{ ref('behavioral_analytics') }}
    where segment_id = 'all'

),

roles as (

    select * from {{ ref('int_event_type_roles') }}

),

event_days as (

    select
        daily.tenant_id,
        daily.event_date,
        count(distinct daily.customer_id)
            filter (where coalesce(roles.is_inbound, true)) as active_customers,
        {{ event_total('roles.is_page_view') }} as total_page_views,
        {{ revenue_total('is_purchase') }} - {{ refund_total('true') }} as revenue
    from {{ ref('int_customer_event_days') }} as daily
    left join roles
        on daily.event_type = roles.event_type
    group by daily.tenant_id, daily.event_date

),

final as (

    select
        analytics.tenant_id,
        analytics.date,
        analytics.active_customers,
        event_days.active_customers as active_in_rollups,
        analytics.total_page_views,
        event_days.total_page_views as page_views_in_rollups,
        analytics.revenue,
        event_days.revenue as revenue_in_rollups
    from analytics
    left join event_days
        on
            analytics.tenant_id = event_days.tenant_id
            and analytics.date = event_days.event_date
    where
        analytics.active_customers <> coalesce(event_days.active_customers, 0)
        or analytics.total_page_views <> coalesce(event_days.total_page_views, 0)
        or analytics.revenue <> coalesce(event_days.revenue, 0)

)

select * from final
