{%- set trend = var('trend') -%}

with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

-- the newest run that is long enough ago to compare with
compared as (

    select max(runs.as_of_date) as compared_date
    from {{ ref('segment_runs') }} as runs
    cross join as_of_date
    where as_of_date.as_of_date - runs.as_of_date >= {{ trend.days }}

),

segments as (

    select *
    from {{ ref('customer_segments') }}
    where is_active

),

figures as (

    select * from {{ ref('int_segment_figures') }}

),

actions as (

    select * from {{ ref('segment_actions') }}

),

compared_trends as (

    select trends.*
    from {{ ref('segment_trends') }} as trends
    inner join compared on trends.date = compared.compared_date

),

changes as (

    select
        transitions.tenant_id,
        transitions.segment_id,
        bool_or(transitions.reason <> 'data') as is_redefined
    from {{ ref('segment_transitions') }} as transitions
    inner join compared on transitions.as_of_date > compared.compared_date
    group by transitions.tenant_id, transitions.segment_id

),

tenants as (

    select
        tenant_id,
        customer_count,
        revenue
    from figures
    where segment_id = 'all'

),

compared_sizes as (

    select
        segments.tenant_id,
        segments.segment_id,
        coalesce(figures.customer_count, 0) as member_count,
        compared_trends.member_count as compared_member_count,
        coalesce(changes.is_redefined, false) as is_redefined,
        compared.compared_date
    from segments
    cross join compared
    left join figures
        on
            segments.tenant_id = figures.tenant_id
            and segments.segment_id = figures.segment_id
    left join compared_trends
        on
            segments.tenant_id = compared_trends.tenant_id
            and segments.segment_id = compared_trends.segment_id
    left join changes
        on
            segments.tenant_id = changes.tenant_id
            and segments.segment_id = changes.segment_id

),

final as (

    select
        segments.tenant_id,
        segments.segment_id,
        segments.name,
        segments.description,
        segments.segment_type,
        segments.owner,
        segments.dimension,
        segments.dimension_value,
        segments.criteria,
        actions.goal,
        actions.action,
        {{ size_trend('sizes.member_count', 'sizes.compared_member_count') }} as trend,
        sizes.member_count,
        sizes.compared_member_count,
        sizes.member_count - sizes.compared_member_count as member_change,
        {% for name, type in fact_types().items() -%}
        {% if type == 'bigint' -%}
        coalesce(figures.{{ name }}, 0) as {{ name }},
        {% else -%}
        figures.{{ name }},
        {% endif -%}
        {% endfor -%}
        cast(sizes.member_count / tenants.customer_count as decimal(9, 6))
            as share_of_customers,
        cast(coalesce(figures.revenue, 0) / nullif(tenants.revenue, 0) as decimal(9, 6))
            as share_of_revenue,
        sizes.is_redefined,
        sizes.compared_date,
        as_of_date.as_of_date
    from segments
    cross join as_of_date
    inner join compared_sizes as sizes
        on
            segments.tenant_id = sizes.tenant_id
            and segments.segment_id = sizes.segment_id
    inner join tenants on segments.tenant_id = tenants.tenant_id
    left join figures
        on
            segments.tenant_id = figures.tenant_id
            and segments.segment_id = figures.segment_id
    left join actions
        on
            coalesce(segments.dimension, 'segment') = actions.dimension
            and coalesce(segments.dimension_value, segments.segment_id)
            = actions.dimension_value

)

select * from final
