with events as (

    select
        event_key,
        tenant_id,
        event_id,
        content_hash,
        load_rank
    from {{ ref('base_checked_events') }}
    where
        rejection_reason is null
        and event_key in (
            select repeated.event_key
            from {{ ref('base_events') }} as repeated
            where repeated.load_rank > 1
        )

),

final as (

    select
        later.tenant_id,
        count(*) as row_count,
        array_to_string(
            list(distinct later.event_id order by later.event_id)[:3], '; '
        ) as examples
    from events as later
    inner join events as first_loaded
        on
            later.event_key = first_loaded.event_key
            and later.tenant_id = first_loaded.tenant_id
            and later.event_id = first_loaded.event_id
    where
        later.load_rank > 1
        and first_loaded.load_rank = 1
        and later.content_hash <> first_loaded.content_hash
    group by later.tenant_id

)

select * from final
