{{ config(materialized='table') }}

-- what was known on the day, its members included
with evaluated_days as (

    select
        as_of_date as evaluated_date,
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

steps as (

    select
        *,
        coalesce(
            lead(evaluated_date) over (order by evaluated_date) - evaluated_date, 1
        ) as day_count
    from evaluated_days

),

numbers as (

    {{ number_series(0, '(select max(steps.day_count) from steps)') }}

),

-- a day between two evaluated ones has the members of the first
calendar_days as (

    select
        steps.evaluated_date + cast(numbers.number as integer) as event_date,
        steps.evaluated_date,
        steps.content_hash
    from steps
    inner join numbers on steps.day_count > numbers.number

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
        on late_customer_days.as_of_date = evaluated_days.evaluated_date
    group by late_customer_days.event_date

),

final as (

    select
        calendar_days.event_date,
        calendar_days.evaluated_date,
        {{ hash_of([
            'calendar_days.evaluated_date', 'calendar_days.content_hash',
            'event_days.day_checksum',
            'distant.content_hash', 'late_days.content_hash', session_settings(),
            roles_version(),
        ]) }} as day_checksum
    from calendar_days
    left join {{ ref('int_event_day_checksums') }} as event_days
        on calendar_days.event_date = event_days.event_date
    left join {{ ref('int_segment_distant_checksums') }} as distant
        on calendar_days.event_date = distant.event_date
    left join late_days
        on calendar_days.event_date = late_days.event_date

)

select * from final
