{{ config(materialized='table') }}

with pairs as (

    select
        source,
        medium,
        sum(event_count) as event_count
    from {{ ref('int_customer_context_days') }}
    where coalesce(source, medium) is not null
    group by source, medium

),

channels as (

    select * from {{ ref('traffic_channels') }}

),

-- of several that are met, the longest pattern of the first priority says most
matched_channels as (

    select
        pairs.source,
        pairs.medium,
        min({{ tuple_of([
            'channels.priority',
            "-length(coalesce(channels.source, '') || coalesce(channels.medium, ''))",
            'channels.traffic_category',
        ]) }}) as first_match
    from pairs
    inner join channels
        on
            (
                channels.source is null
                or {{ meets_wildcards('pairs.source', 'channels.source') }}
                or {{ meets_wildcards('pairs.source', "'*.' || channels.source") }}
            )
            and (
                channels.medium is null
                or {{ meets_wildcards('pairs.medium', 'channels.medium') }}
            )
    group by pairs.source, pairs.medium

),

final as (

    select
        pairs.source,
        pairs.medium,
        matched_channels.first_match.field_3 as traffic_category, -- noqa: RF01
        cast(pairs.event_count as bigint) as event_count
    from pairs
    left join matched_channels
        on
            pairs.source is not distinct from matched_channels.source
            and pairs.medium is not distinct from matched_channels.medium

)

select * from final
