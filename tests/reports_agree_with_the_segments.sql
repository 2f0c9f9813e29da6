-- profiles, headline figures and customer_segments say the same number of members
with segments as (

    select
        tenant_id,
        segment_id,
        dimension,
        member_count
    from {{ ref('customer_segments') }}
    where is_active

),

headlines as (

    select
        tenant_id,
        total_segments,
        total_members
    from {{ ref('segmentation_kpis') }}
    where
        as_of_date
        = (select max(runs.as_of_date) from {{ ref('segment_runs') }} as runs)

),

expected as (

    select
        tenant_id,
        count(*) filter (where dimension is null) as total_segments,
        coalesce(sum(member_count) filter (where dimension is null), 0) as total_members
    from segments
    group by tenant_id

)

select
    segments.tenant_id,
    segments.segment_id,
    segments.member_count,
    profiles.member_count as reported_count
from segments
full join {{ ref('segment_profiles') }} as profiles
    on
        segments.tenant_id = profiles.tenant_id
        and segments.segment_id = profiles.segment_id
where segments.member_count is distinct from profiles.member_count
union all
select
    expected.tenant_id,
    null as segment_id,
    expected.total_members as member_count,
    headlines.total_members as reported_count
from expected
full join headlines on expected.tenant_id = headlines.tenant_id
where
    expected.total_members is distinct from headlines.total_members
    or expected.total_segments is distinct from headlines.total_segments
