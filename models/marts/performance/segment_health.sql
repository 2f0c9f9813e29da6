with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

limits as (

    {{ health_limits_query() }}

),

-- where a handful of customers makes a large share, nothing is told from chance
small_tenants as (

    select tenant_id
    from {{ ref('int_segment_coverage') }}
    where customer_count < {{ var('monitoring').small_tenants_below }}

),

-- the project's limits, and in their place those that a segment has for itself
limited as (

    select
        found.*,
        usual.advice_if_low,
        usual.advice_if_high,
        coalesce(own.severity, usual.severity) as severity,
        coalesce(own.days, usual.days) as looked_at_days,
        coalesce(own.runs, usual.runs) as runs,
        coalesce(own.from_members, usual.from_members) as from_members,
        case found.check_name
            when 'size_change' then -1 * coalesce(own.at_most, usual.at_most)
            else coalesce(found.declared_low, own.at_least, usual.at_least)
        end as lower_limit,
        case found.check_name
            when 'stale' then coalesce(own.days, usual.days) - 1
            else coalesce(found.declared_high, own.at_most, usual.at_most)
        end as upper_limit
    from {{ ref('int_segment_health_values') }} as found
    inner join limits as usual
        on
            found.check_name = usual.check_name
            and usual.segment_id is null
    left join limits as own
        on
            found.check_name = own.check_name
            and found.segment_id = own.segment_id
    where usual.with_dimensions or not found.is_dimension_value

),

judged as (

    select
        *,
        case
            when check_name = 'size_change' and compared_run_count < runs
                then
                    'not_enough_history'
            when
                check_name = 'stale'
                and days_known < looked_at_days
                and days_since_customers is null
                then 'not_enough_history'
            when
                check_name = 'size_change'
                and greatest(member_count, average_member_count) < from_members
                then 'ok'
            when value between lower_limit and upper_limit then 'ok'
            when value >= lower_limit and upper_limit is null then 'ok'
            when value <= upper_limit and lower_limit is null then 'ok'
            when
                severity = 'warn'
                and tenant_id in (select small_tenants.tenant_id from small_tenants)
                then 'small_tenant'
            else severity
        end as status
    from limited
    where severity <> 'off'

),

final as (

    select
        judged.tenant_id,
        judged.segment_id,
        judged.check_name,
        judged.name,
        judged.owner,
        judged.status,
        case
            when judged.status in ('ok', 'small_tenant') then judged.found
            when judged.status <> 'not_enough_history'
                then
                    judged.found || ': ' || case
                        when judged.value < judged.lower_limit
                            then judged.advice_if_low
                        else judged.advice_if_high
                    end
            when judged.check_name = 'stale'
                then judged.found || ', and it is known for no longer'
            else
                judged.found || '; ' || judged.compared_run_count
                || ' earlier runs to compare with, ' || judged.runs || ' are needed'
        end as message,
        judged.value,
        cast(judged.lower_limit as decimal(18, 6)) as lower_limit,
        cast(judged.upper_limit as decimal(18, 6)) as upper_limit,
        as_of_date.as_of_date
    from judged
    cross join as_of_date

)

select * from final
