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
    where
        event_date in (select stale_days.event_date from stale_days)
        and segment_id <> 'all'

),

trends as (

    select * from {{ ref('segment_trends') }}

),

analytics as (

    select * from {{ ref('behavioral_analytics') }}

),

final as (

    select
        snapshots.tenant_id,
        snapshots.segment_id,
        snapshots.member_count,
        snapshots.active_count_30d as active_members,
        trends.churn_rate,
        {{ money_per('snapshots.total_spent', 'snapshots.member_count') }}
            as lifetime_value,
        analytics.avg_order_value,
        cast(
            snapshots.orders_30d / nullif(snapshots.member_count, 0) as decimal(18, 4)
        ) as purchase_frequency,
        analytics.conversion_rate,
        cast(
            snapshots.email_messages_opened_30d
            / nullif(snapshots.email_messages_30d, 0) as decimal(18, 6)
        ) as email_open_rate,
        cast(
            snapshots.email_messages_clicked_30d
            / nullif(snapshots.email_messages_30d, 0) as decimal(18, 6)
        ) as email_click_rate,
        cast(
            snapshots.sms_messages_opened_30d / nullif(snapshots.sms_messages_30d, 0)
            as decimal(18, 6)
        ) as sms_open_rate,
        cast(
            snapshots.engagement_score / nullif(snapshots.member_count, 0)
            as decimal(9, 4)
        ) as engagement_score,
        analytics.revenue as revenue_generated,
        snapshots.is_evaluated,
        snapshots.event_date as date
    from snapshots
    left join trends
        on
            snapshots.tenant_id = trends.tenant_id
            and snapshots.segment_id = trends.segment_id
            and snapshots.event_date = trends.date
    inner join analytics
        on
            snapshots.tenant_id = analytics.tenant_id
            and snapshots.segment_id = analytics.segment_id
            and snapshots.event_date = analytics.date

)

select * from final
