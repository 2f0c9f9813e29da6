{%- set groups = var('recommendations') %}
with stakes as (

    select * from {{ ref('int_customer_stakes') }}

),

recommendations as (

    select * from {{ ref('segment_recommendations') }}

),

tenants as (

    select * from {{ ref('int_tenant_values') }}

),

-- nearly everybody is no group that one can write to
candidates as (

    select
        stakes.tenant_id,
        stakes.segment_id,
        stakes.customer_id,
        stakes.yearly_value,
        stakes.lost_yearly_value,
        stakes.money_at_stake
    from stakes
    inner join recommendations
        on
            stakes.tenant_id = recommendations.tenant_id
            and stakes.segment_id = recommendations.segment_id
    inner join tenants on stakes.tenant_id = tenants.tenant_id
    where
        stakes.money_at_stake > 0
        and recommendations.member_count
        <= {{ groups.at_most_share }} * tenants.customer_count

),

-- one group after the other: that with the most at stake of those who are in none yet
{% for number in range(1, groups.at_most + 1) -%}
left_for_{{ number }} as (
    {% if loop.first %}
    select * from candidates
    {% else %}
    select left_before.*
    from left_for_{{ number - 1 }} as left_before
    left join group_{{ number - 1 }} as taken
        on
            left_before.tenant_id = taken.tenant_id
            and left_before.customer_id = taken.customer_id
    where taken.customer_id is null
    {% endif %}
),

largest_of_{{ number }} as (

    select
        tenant_id,
        segment_id
    from left_for_{{ number }}
    group by tenant_id, segment_id
    qualify
        row_number() over (
            partition by tenant_id
            order by sum(money_at_stake) desc, segment_id asc
        ) = 1

),

group_{{ number }} as (

    select
        members.*,
        {{ number }} as group_rank
    from left_for_{{ number }} as members
    inner join largest_of_{{ number }} as largest
        on
            members.tenant_id = largest.tenant_id
            and members.segment_id = largest.segment_id

),

{% endfor -%}
grouped as (
    {% for number in range(1, groups.at_most + 1) %}
    select * from group_{{ number }}
    {{- '\n    union all' if not loop.last }}
    {%- endfor %}

),

final as (

    select
        grouped.tenant_id,
        grouped.customer_id,
        grouped.segment_id,
        recommendations.name as segment_name,
        recommendations.goal,
        recommendations.action,
        grouped.group_rank,
        grouped.yearly_value,
        grouped.lost_yearly_value,
        grouped.money_at_stake,
        recommendations.as_of_date
    from grouped
    inner join recommendations
        on
            grouped.tenant_id = recommendations.tenant_id
            and grouped.segment_id = recommendations.segment_id

)

select * from final
