{{ config(severity='warn') }}

-- a segment holds the share of the tenant's customers that its definition expects
select
    segments.tenant_id,
    segments.segment_id,
    stats.share_of_customers,
    segments.lowest_expected_share,
    segments.highest_expected_share
from {{ ref('customer_segments') }} as segments
inner join {{ ref('segment_stats') }} as stats
    on
        segments.tenant_id = stats.tenant_id
        and segments.segment_id = stats.segment_id
cross join (select count(*) as pair_count from {{ ref('segment_overlap') }}) as pairs
where
    segments.is_active
    and (
        stats.share_of_customers < segments.lowest_expected_share
        or stats.share_of_customers > segments.highest_expected_share
    )
