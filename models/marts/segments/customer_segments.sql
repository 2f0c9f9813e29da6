with versions as (

    select * from {{ ref('int_segment_versions') }}

),

member_counts as (

    select
        tenant_id,
        segment_id,
        count(*) as member_count
    from {{ ref('segment_members') }}
    where left_at is null
    group by tenant_id, segment_id

),

numbered as (

    select
        *,
        row_number() over (
            partition by tenant_id, segment_id order by valid_from
        ) as version,
        lead(valid_from) over (
            partition by tenant_id, segment_id order by valid_from
        ) as valid_to,
        min(valid_from) over (partition by tenant_id, segment_id) as created_date
    from versions

),

final as (

    select
        numbered.tenant_id,
        numbered.segment_id,
        numbered.name,
        numbered.description,
        numbered.segment_type,
        numbered.owner,
        numbered.status,
        numbered.maturity,
        numbered.exclusive_set,
        numbered.dimension,
        numbered.dimension_value,
        numbered.tags,
        numbered.playbook,
        numbered.criteria,
        numbered.predicate,
        numbered.criteria_hash,
        numbered.version,
        numbered.priority,
        case
            when numbered.valid_to is null then coalesce(member_counts.member_count, 0)
        end as member_count,
        numbered.lowest_expected_share,
        numbered.highest_expected_share,
        numbered.valid_to is null as is_current,
        numbered.valid_to is null and numbered.status <> 'archived' as is_active,
        numbered.valid_from,
        numbered.valid_to,
        cast(numbered.created_date as timestamp) as created_at,
        cast(
            coalesce(numbered.valid_to, numbered.valid_from) as timestamp
        ) as updated_at
    from numbered
    left join member_counts
        on
            numbered.tenant_id = member_counts.tenant_id
            and numbered.segment_id = member_counts.segment_id

)

select * from final
