{#- What is checked of every segment: what was found, in words, and the measure. -#}
{%- set measures = {
    'empty': ["member_count || ' members'", 'member_count'],
    'stale':
        ["'nobody entered or left for ' || days_still || ' days'", 'days_still'],
    'size_change': [
        "member_count || ' members' || coalesce(', ' || round(average_member_count, 1)"
        ~ " || ' on the average before', '')",
        'member_count / nullif(average_member_count, 0) - 1',
    ],
} -%}
{%- set of_them = " || ' of ' || customer_count || ' customers are in none'" -%}
{%- set coverage_measures = {
    'coverage': ['customer_count - covered_count' ~ of_them,
        'covered_count / nullif(customer_count, 0)'],
    'coverage_by_definition': ['customer_count - defined_count' ~ of_them,
        'defined_count / nullif(customer_count, 0)'],
    'actionable_segments':
        ["playbook_count || ' segments have a playbook'", 'playbook_count'],
} -%}

with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

coverage as (

    select * from {{ ref('int_segment_coverage') }}

),

segments as (

    select
        segments.tenant_id,
        segments.segment_id,
        segments.name,
        segments.owner,
        segments.dimension is not null as is_dimension_value,
        segments.lowest_expected_share,
        segments.highest_expected_share,
        stats.share_of_customers,
        sizes.member_count,
        sizes.average_member_count,
        sizes.compared_run_count,
        as_of_date.as_of_date - sizes.created_date as days_known,
        as_of_date.as_of_date
        - coalesce(stats.last_change_date, sizes.created_date) as days_still,
        as_of_date.as_of_date - sizes.changed_by_customers_date as days_since_customers
    from {{ ref('customer_segments') }} as segments
    inner join {{ ref('int_segment_sizes') }} as sizes
        on
            segments.tenant_id = sizes.tenant_id
            and segments.segment_id = sizes.segment_id
    inner join {{ ref('segment_stats') }} as stats
        on
            segments.tenant_id = stats.tenant_id
            and segments.segment_id = stats.segment_id
    cross join as_of_date
    where segments.is_current

),

subjects as (

    {% for check, (found, value) in coverage_measures.items() -%}
    select
        tenant_id,
        'all' as segment_id,
        '{{ check }}' as check_name,
        'All customers' as name,
        {{ found }} as found,
        {{ value }} as value
    from coverage
    union all by name
    {% endfor -%}
    select
        tenant_id,
        exclusive_set as segment_id,
        'exclusive_set' as check_name,
        exclusive_set as name,
        owner,
        customer_count || ' customers are in more than one'
        || coalesce(', for example ' || example, '') as found,
        customer_count as value,
        0 as declared_high
    from {{ ref('int_segment_set_overlaps') }}
    union all by name
    select
        *,
        'expected_share' as check_name,
        round(100 * share_of_customers, 1) || '% of the customers, not '
        || round(100 * lowest_expected_share, 1) || '% to '
        || round(100 * highest_expected_share, 1) || '%' as found,
        share_of_customers as value,
        lowest_expected_share as declared_low,
        highest_expected_share as declared_high
    from segments
    where lowest_expected_share is not null
    {%- for check, (found, value) in measures.items() %}
    union all by name
    select
        *,
        '{{ check }}' as check_name,
        {{ found }} as found,
        {{ value }} as value
    from segments
    {%- endfor %}

),

final as (

    select
        tenant_id,
        segment_id,
        check_name,
        name,
        owner,
        found,
        member_count,
        average_member_count,
        compared_run_count,
        days_known,
        days_since_customers,
        cast(value as decimal(18, 6)) as value,
        cast(declared_low as decimal(18, 6)) as declared_low,
        cast(declared_high as decimal(18, 6)) as declared_high,
        coalesce(is_dimension_value, false) as is_dimension_value
    from subjects

)

select * from final
