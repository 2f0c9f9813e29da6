with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

message_days as (

    select
        daily.*,
        daily.is_sent and as_of_date.as_of_date - daily.event_date < 30 as is_sent_30d
    from {{ ref('int_customer_message_days') }} as daily
    cross join as_of_date
    where daily.event_date <= as_of_date.as_of_date

),

-- what the source gives no id is one message per customer: it counts as opened only by
-- what came after it was sent, since an older message may have been opened before
messages as (

    select
        *,
        min(case when is_sent_30d then event_date end) over (
            partition by tenant_id, customer_id, channel, message_id
        ) as sent_date
    from message_days

),

sent_messages as (

    select
        tenant_id,
        customer_id,
        channel,
        message_id,
        bool_or(is_opened and (message_id is not null or event_date >= sent_date))
            as is_opened,
        bool_or(is_clicked and (message_id is not null or event_date >= sent_date))
            as is_clicked
    from messages
    where sent_date is not null
    group by tenant_id, customer_id, channel, message_id

),

final as (

    select
        tenant_id,
        customer_id,
        {% for channel in ['email', 'sms'] -%}
        count(*) filter (where channel = '{{ channel }}')
            as {{ channel }}_messages_30d,
        count(*) filter (where channel = '{{ channel }}' and is_opened)
            as {{ channel }}_messages_opened_30d,
        count(*) filter (where channel = '{{ channel }}' and is_clicked)
            as {{ channel }}_messages_clicked_30d
        {{- ',' if not loop.last }}
        {% endfor %}
    from sent_messages
    group by tenant_id, customer_id

)

select * from final
