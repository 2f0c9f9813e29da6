{{ config(
    materialized='incremental',
    incremental_strategy='append',
    on_schema_change='append_new_columns',
    pre_hook="{{ clear_segment_days('as_of_date') }}",
    full_refresh=var('forget_segment_history', false),
) }}
{%- set counts = [
    'at_risk_count', 'churned_count', 'active_count_30d', 'buyer_count',
    'repeat_buyer_count', 'orders_30d', 'email_messages_30d',
    'email_messages_opened_30d', 'email_messages_clicked_30d', 'sms_messages_30d',
    'sms_messages_opened_30d',
] -%}

{{ check_segment_day() }}
with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

latest_versions as (

    select
        tenant_id,
        segment_id,
        max(valid_from) as valid_from,
        max_by(status, valid_from) as status
    from {{ ref('int_segment_versions') }}
    group by tenant_id, segment_id

),

-- on the day that a segment is archived, its members are seen to leave
segments as (

    select
        latest_versions.tenant_id,
        latest_versions.segment_id
    from latest_versions
    cross join as_of_date
    where
        latest_versions.status <> 'archived'
        or latest_versions.valid_from = as_of_date.as_of_date

),

transitions as (

    select
        transitions.tenant_id,
        transitions.segment_id,
        count(*) filter (where transitions.transition = 'entered') as entered_count,
        count(*) filter (where transitions.transition = 'left') as left_count
    from {{ ref('segment_transitions') }} as transitions
    inner join as_of_date
        on transitions.as_of_date = as_of_date.as_of_date
    group by transitions.tenant_id, transitions.segment_id

),

customers as (

    select * from {{ ref('int_segment_customer_measures') }}

),

{% set totals -%}
        count(*) as member_count,
        {% for name in counts -%}
        cast(sum(customers.{{ name }}) as bigint) as {{ name }},
        {% endfor -%}
        cast(sum(customers.total_spent) as decimal(38, 4)) as total_spent,
        cast(sum(customers.engagement_score) as decimal(38, 4)) as engagement_score
{%- endset -%}
member_totals as (

    select
        members.tenant_id,
        members.segment_id,
        bit_xor({{ hash_of(['members.customer_id']) }}) as members_checksum,
        {{ totals }}
    from {{ ref('int_segment_current_members') }} as members
    left join customers
        on
            members.tenant_id = customers.tenant_id
            and members.customer_id = customers.customer_id
    group by members.tenant_id, members.segment_id

),

all_totals as (

    select
        customers.tenant_id,
        'all' as segment_id,
        bit_xor({{ hash_of(['customers.customer_id']) }}) as members_checksum,
        {{ totals }}
    from customers
    group by customers.tenant_id

),

final as (

    select
        segments.tenant_id,
        segments.segment_id,
        member_totals.* exclude (tenant_id, segment_id),
        transitions.entered_count,
        transitions.left_count
    from segments
    left join member_totals
        on
            segments.tenant_id = member_totals.tenant_id
            and segments.segment_id = member_totals.segment_id
    left join transitions
        on
            segments.tenant_id = transitions.tenant_id
            and segments.segment_id = transitions.segment_id
    union all by name
    select * from all_totals

)

select
    tenant_id,
    segment_id,
    members_checksum,
    coalesce(member_count, 0) as member_count,
    coalesce(entered_count, 0) as entered_count,
    coalesce(left_count, 0) as left_count,
    {% for name in counts -%}
    coalesce({{ name }}, 0) as {{ name }},
    {% endfor -%}
    coalesce(total_spent, 0) as total_spent,
    coalesce(engagement_score, 0) as engagement_score,
    as_of_date.as_of_date
from final
cross join as_of_date
