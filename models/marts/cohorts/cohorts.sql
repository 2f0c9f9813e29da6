with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

definitions as (

    select * from {{ ref('int_cohort_definitions') }}

),

members as (

    select * from {{ ref('cohort_members') }}

),

tenants as (

    select distinct tenant_id from {{ ref('int_customers') }}

),

counts as (

    select
        members.tenant_id,
        members.cohort_id,
        members.definition_id,
        count(*) as member_count,
        count(*) filter (where members.left_at is null) as current_member_count,
        min(members.joined_date) as first_joined_date,
        min(members.joined_at) as first_joined_at,
        max(greatest(members.joined_at, coalesce(members.left_at, members.joined_at)))
            as last_changed_at
    from members
    group by members.tenant_id, members.cohort_id, members.definition_id

),

-- a range with a name is a cohort even when nobody joined
named as (

    select
        tenants.tenant_id,
        coalesce(counts.cohort_id, definitions.definition_id) as cohort_id,
        definitions.*,
        counts.member_count,
        counts.current_member_count,
        counts.first_joined_at,
        counts.last_changed_at,
        coalesce(
            definitions.range_start_date,
            {{ period_start('definitions.every', 'counts.first_joined_date') }}
        ) as start_date
    from definitions
    inner join tenants
        on tenants.tenant_id = coalesce(definitions.only_tenant_id, tenants.tenant_id)
    left join counts
        on
            tenants.tenant_id = counts.tenant_id
            and definitions.definition_id = counts.definition_id
    where
        definitions.every is null
        or counts.cohort_id is not null

),

ended as (

    select
        *,
        coalesce(
            range_end_date,
            {{ period_after('every', 'start_date', 1) }} - 1
        ) as end_date
    from named

),

final as (

    select
        ended.tenant_id,
        ended.cohort_id,
        ended.definition_id,
        case
            when ended.every is null then ended.name
            else
                ended.name || ': '
                || {{ period_name('ended.every', 'ended.start_date') }}
        end as cohort_name,
        ended.cohort_type,
        ended.description,
        ended.owner,
        ended.start_id,
        ended.every,
        ended.period,
        coalesce(ended.member_count, 0) as member_count,
        coalesce(ended.current_member_count, 0) as current_member_count,
        coalesce(ended.current_member_count, 0) > 0 as is_active,
        ended.end_date <= as_of_date.as_of_date as is_complete,
        ended.start_date as acquisition_start_date,
        ended.end_date as acquisition_end_date,
        ended.first_joined_at as created_at,
        ended.last_changed_at as updated_at
    from ended
    cross join as_of_date

)

select * from final
