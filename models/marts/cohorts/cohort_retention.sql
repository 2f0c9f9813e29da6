with periods as (

    select * from {{ ref('int_cohort_periods') }}

),

activity as (

    select * from {{ ref('int_cohort_activity') }}

),

last_periods as (

    select distinct
        definition_id,
        last_period_number
    from {{ ref('int_cohort_definitions') }}

),

joined_days as (

    select distinct
        members.tenant_id,
        members.cohort_id,
        cohorts.start_id,
        cohorts.period,
        members.joined_date
    from {{ ref('cohort_members') }} as members
    inner join {{ ref('cohorts') }} as cohorts
        on
            members.tenant_id = cohorts.tenant_id
            and members.cohort_id = cohorts.cohort_id

),

sums as (

    select
        joined_days.tenant_id,
        joined_days.cohort_id,
        activity.period_number,
        sum(activity.active_count) as active_count,
        sum(activity.bought_count) as bought_count,
        sum(activity.last_active_count) as last_active_count,
        sum(activity.order_count) as order_count,
        sum(activity.revenue) as revenue
    from joined_days
    inner join activity
        on
            joined_days.tenant_id = activity.tenant_id
            and joined_days.start_id = activity.start_id
            and joined_days.period = activity.period
            and joined_days.joined_date = activity.joined_date
    group by joined_days.tenant_id, joined_days.cohort_id, activity.period_number

),

filled as (

    select
        periods.*,
        coalesce(sums.active_count, 0) as active_count,
        coalesce(sums.bought_count, 0) as bought_count,
        coalesce(sums.order_count, 0) as order_count,
        coalesce(sums.revenue, 0) as revenue,
        coalesce(sum(sums.last_active_count) over (
            partition by periods.tenant_id, periods.cohort_id
            order by periods.period_number
            rows between current row and unbounded following
        ), 0) as active_or_later_count,
        coalesce(sum(sums.revenue) over (
            partition by periods.tenant_id, periods.cohort_id
            order by periods.period_number
            rows between unbounded preceding and current row
        ), 0) as cumulative_revenue
    from periods
    left join sums
        on
            periods.tenant_id = sums.tenant_id
            and periods.cohort_id = sums.cohort_id
            and periods.period_number = sums.period_number

),

final as (

    select
        filled.tenant_id,
        filled.cohort_id,
        filled.definition_id,
        filled.period,
        filled.period_number,
        filled.customer_count,
        {% for name in [
            'active_count', 'bought_count', 'active_or_later_count', 'order_count'
        ] -%}
        cast(case when filled.is_known then filled.{{ name }} end as bigint)
            as {{ name }},
        {% endfor -%}
        {% for name in ['revenue', 'cumulative_revenue'] -%}
        cast(case when filled.is_known then filled.{{ name }} end as decimal(38, 4))
            as {{ name }},
        {% endfor -%}
        case
            when filled.is_known
                then
                    {{ money_per('cumulative_revenue', 'customer_count') }}
        end as cumulative_revenue_per_customer,
        {% for name in ['active', 'bought', 'active_or_later'] -%}
        cast(
            case when filled.is_known then filled.{{ name }}_count end
            / filled.customer_count as decimal(9, 6)
        ) as {{ name }}_share,
        {% endfor -%}
        filled.is_complete,
        filled.period_start_date,
        filled.period_end_date
    from filled
    left join last_periods on filled.definition_id = last_periods.definition_id
    where
        filled.period_number
        <= coalesce(last_periods.last_period_number, filled.period_number)

)

select * from final
