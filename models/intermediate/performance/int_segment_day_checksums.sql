{{ config(materialized='table') }}

-- what was known on the day, its members included
with evaluated_days as (

    select
        as_of_date as event_date,
        bit_xor({{ hash_of([
            'tenant_id', 'segment_id', 'members_checksum', 'entered_count',
            'left_count', 'at_risk_count', 'churned_count', 'active_count_30d',
            'buyer_count', 'repeat_buyer_count', 'orders_30d', 'email_messages_30d',
            'email_messages_opened_30d', 'email_messages_clicked_30d',
            'sms_messages_30d', 'sms_messages_opened_30d',
            'total_spent', 'engagement_score',
        ]) }}) as content_hash
    from {{ ref('int_segment_day_snapshots') }}
    group by as_of_date

),

late_customer_days as (

    select * from {{ ref('int_segment_late_customer_days') }}

),

-- they count in the segments of another day
late_days as (

    select
        late_customer_days.event_date,
        bit_xor({{ hash_of([
            'late_customer_days.tenant_id', 'late_customer_days.customer_id',
            'late_customer_days.as_of_date', 'evaluated_days.content_hash',
        ]) }}) as content_hash
    from late_customer_days
    inner join evaluated_days
        on late_customer_days.as_of_date = evaluated_days.event_date
    group by late_customer_days.event_date

),

final as (

    select
        evaluated_days.event_date,
        {{ hash_of([
            'evaluated_days.content_hash', 'event_days.day_checksum',
            'distant.content_hash', 'late_days.content_hash', session_settings(),
            roles_version(),
        ]) }} as day_checksum
    from evaluated_days
    left join {{ ref('int_event_day_checksums') }} as event_days
        on evaluated_days.event_date = event_days.event_date
    left join {{ ref('int_segment_distant_checksums') }} as distant
        on evaluated_days.event_date = distant.event_date
    left join late_days
        on evaluated_days.event_date = late_days.event_date

)

select * from final
