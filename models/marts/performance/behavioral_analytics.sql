{{ config(
    materialized='incremental',
    incremental_strategy='append',
    on_schema_change='append_new_columns',
    pre_hook="{{ clear_stale_days('date', versions='int_segment_day_checksums') }}",
    post_hook="{{ remember_days(versions='int_segment_day_checksums') }}",
) }}

with stale_days as (

    {{ stale_days(versions='int_segment_day_checksums') }}

),

snapshots as (

    select *
    from {{ ref('int_segment_calendar_snapshots') }}
    where event_date in (select stale_days.event_date from stale_days)

),

activity as (

    select *
    from {{ ref('int_segment_day_activity') }}
    where event_date in (select stale_days.event_date from stale_days)

),

final as (

    select
        snapshots.tenant_id,
        snapshots.segment_id,
        snapshots.member_count as total_customers,
        coalesce(activity.new_count, 0) as new_customers,
        coalesce(activity.active_count, 0) as active_customers,
        snapshots.at_risk_count as at_risk_customers,
        snapshots.churned_count as churned_customers,
        coalesce(activity.page_view_count, 0) as total_page_views,
        coalesce(activity.product_view_count, 0) as total_product_views,
        coalesce(activity.add_to_cart_count, 0) as total_add_to_cart,
        coalesce(activity.order_count, 0) as total_purchases,
        cast(
            activity.buyer_count / nullif(activity.active_count, 0) as decimal(9, 6)
        ) as conversion_rate,
        cast(
            activity.session_seconds / nullif(60 * activity.session_count, 0)
            as decimal(18, 4)
        ) as avg_session_duration_minutes,
        cast(
            activity.bounce_count / nullif(activity.session_count, 0) as decimal(9, 6)
        ) as bounce_rate,
        cast(
            snapshots.repeat_buyer_count / nullif(snapshots.buyer_count, 0)
            as decimal(9, 6)
        ) as repeat_purchase_rate,
        {{ money_per('activity.order_value', 'activity.order_count') }}
            as avg_order_value,
        coalesce(activity.revenue, 0) as revenue,
        snapshots.is_evaluated,
        snapshots.event_date as date
    from snapshots
    left join activity
        on
            snapshots.tenant_id = activity.tenant_id
            and snapshots.segment_id = activity.segment_id
            and snapshots.event_date = activity.event_date

)

select * from final
