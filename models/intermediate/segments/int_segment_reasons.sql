with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

versions as (

    select * from {{ ref('int_segment_versions') }}

),

-- each segment's version of today beside the one before
latest_versions as (

    select
        tenant_id,
        segment_id,
        status,
        criteria_hash,
        valid_from,
        lag(status) over (
            partition by tenant_id, segment_id order by valid_from
        ) as previous_status,
        lag(criteria_hash) over (
            partition by tenant_id, segment_id order by valid_from
        ) as previous_criteria_hash
    from versions
    qualify row_number() over (
        partition by tenant_id, segment_id order by valid_from desc
    ) = 1

),

final as (

    select
        latest_versions.tenant_id,
        latest_versions.segment_id,
        case
            when latest_versions.status = 'archived' then 'archived'
            when latest_versions.valid_from < as_of_date.as_of_date then 'data'
            when
                latest_versions.previous_status is null
                or latest_versions.previous_criteria_hash is null
                then 'first_load'
            when latest_versions.previous_status = 'archived' then 'restored'
            when latest_versions.previous_criteria_hash <> latest_versions.criteria_hash
                then 'definition'
            else 'data'
        end as reason
    from latest_versions
    cross join as_of_date
    -- a wrong definition moves nobody
    where latest_versions.status <> 'invalid'

)

select * from final
