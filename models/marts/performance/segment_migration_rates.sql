with migrations as (

    select * from {{ ref('segment_migrations') }}

),

-- an edit of a dimension's rules moves customers who did nothing
edited_dimensions as (

    select distinct
        tenant_id,
        dimension,
        valid_from as as_of_date
    from {{ ref('customer_segments') }}
    where dimension is not null and version > 1

),

moves as (

    select
        tenant_id,
        dimension,
        cast(
            coalesce(
                sum(customer_count) filter (where from_value is null), 0
            ) as bigint
        ) as new_count,
        cast(
            coalesce(sum(customer_count) filter (where to_value is null), 0) as bigint
        ) as gone_count,
        cast(
            coalesce(
                sum(customer_count) filter (
                    where from_value is not null and to_value is not null
                ),
                0
            ) as bigint
        ) as moved_count,
        as_of_date
    from migrations
    group by tenant_id, dimension, as_of_date

),

first_days as (

    select
        tenant_id,
        dimension,
        min(as_of_date) as first_date
    from moves
    group by tenant_id, dimension

),

-- every evaluated day, also those on which nobody moved
days as (

    select
        first_days.tenant_id,
        first_days.dimension,
        coalesce(moves.new_count, 0) as new_count,
        coalesce(moves.gone_count, 0) as gone_count,
        coalesce(moves.moved_count, 0) as moved_count,
        edited_dimensions.dimension is not null as has_new_rules,
        runs.as_of_date
    from first_days
    inner join {{ ref('segment_runs') }} as runs
        on first_days.first_date <= runs.as_of_date
    left join moves
        on
            first_days.tenant_id = moves.tenant_id
            and first_days.dimension = moves.dimension
            and runs.as_of_date = moves.as_of_date
    left join edited_dimensions
        on
            first_days.tenant_id = edited_dimensions.tenant_id
            and first_days.dimension = edited_dimensions.dimension
            and runs.as_of_date = edited_dimensions.as_of_date

),

counted as (

    select
        *,
        lag(as_of_date) over dimension_days as previous_date,
        cast(
            sum(new_count - gone_count) over (
                partition by tenant_id, dimension
                order by as_of_date
                rows between unbounded preceding and 1 preceding
            ) as bigint
        ) as previous_customer_count
    from days
    window dimension_days as (partition by tenant_id, dimension order by as_of_date)

),

final as (

    select
        tenant_id,
        dimension,
        previous_customer_count,
        moved_count,
        new_count,
        gone_count,
        case
            when not has_new_rules
                then
                    cast(
                        moved_count / nullif(previous_customer_count, 0)
                        as decimal(9, 6)
                    )
        end as migration_rate,
        has_new_rules,
        as_of_date,
        previous_date
    from counted

)

select * from final
