{%- set sums = {
    'converted_members_30d': ['case when orders_30d > 0 then 1 else 0 end', 'bigint'],
    'active_members_30d': ['case when active_days_30d > 0 then 1 else 0 end', 'bigint'],
    'orders': ['total_purchases', 'bigint'],
    'orders_30d': ['orders_30d', 'bigint'],
    'support_tickets': ['support_tickets', 'bigint'],
    'members_with_tickets': [
        'case when support_tickets > 0 then 1 else 0 end', 'bigint',
    ],
    'revenue': ['total_spent', 'decimal(38, 4)'],
    'revenue_30d': ['spent_30d', 'decimal(38, 4)'],
    'mrr': ['mrr', 'decimal(38, 4)'],
} -%}

with segments as (

    select
        tenant_id,
        segment_id,
        name
    from {{ ref('customer_segments') }}
    where is_active
    union all
    select distinct
        tenant_id,
        'all' as segment_id,
        'All customers' as name
    from {{ ref('int_customers') }}

),

totals as (

    select
        members.tenant_id,
        members.segment_id,
        {% for name, (expression, type) in sums.items() -%}
        cast(sum({{ expression }}) as {{ type }}) as {{ name }},
        {% endfor -%}
        count(*) as member_count
    from {{ ref('int_current_segment_members') }} as members
    inner join {{ ref('customer_behavior_summary') }} as behavior
        on
            members.tenant_id = behavior.tenant_id
            and members.customer_id = behavior.customer_id
    group by members.tenant_id, members.segment_id

),

-- a segment without members has counts of 0
filled as (

    select
        segments.tenant_id,
        segments.segment_id,
        segments.name,
        {% for name in sums -%}
        coalesce(totals.{{ name }}, 0) as {{ name }},
        {% endfor -%}
        coalesce(totals.member_count, 0) as member_count,
        whole.member_count as customer_count,
        whole.revenue as tenant_revenue,
        whole.revenue_30d as tenant_revenue_30d
    from segments
    left join totals
        on
            segments.tenant_id = totals.tenant_id
            and segments.segment_id = totals.segment_id
    left join totals as whole
        on
            segments.tenant_id = whole.tenant_id
            and whole.segment_id = 'all'

),

final as (

    select
        filled.tenant_id,
        filled.segment_id,
        filled.name,
        filled.member_count,
        filled.active_members_30d,
        filled.converted_members_30d,
        filled.orders,
        filled.orders_30d,
        filled.support_tickets,
        filled.members_with_tickets,
        filled.revenue,
        filled.revenue_30d,
        cast(filled.mrr as decimal(38, 4)) as mrr,
        cast(
            filled.member_count / nullif(filled.customer_count, 0) as decimal(9, 6)
        ) as share_of_customers,
        cast(
            filled.converted_members_30d / nullif(filled.active_members_30d, 0)
            as decimal(9, 6)
        ) as conversion_rate_30d,
        cast(
            filled.support_tickets / nullif(filled.member_count, 0) as decimal(18, 6)
        ) as tickets_per_member,
        {{ money_per('filled.revenue', 'filled.member_count') }} as revenue_per_member,
        cast(
            filled.revenue / nullif(filled.tenant_revenue, 0) as decimal(18, 6)
        ) as share_of_revenue,
        cast(
            filled.revenue_30d / nullif(filled.tenant_revenue_30d, 0)
            as decimal(18, 6)
        ) as share_of_revenue_30d,
        as_of_date.as_of_date
    from filled
    cross join {{ ref('int_as_of_date') }} as as_of_date

)

select * from final
