-- The last runs: who entered and left a segment, and how many members it had then.
with changes as (
    select
        as_of_date,
        count(*) filter (where transition = 'entered') as entered,
        count(*) filter (where transition = 'left') as left_count,
        string_agg(distinct reason, ', ' order by reason) as reasons
    from segment_transitions
    where segment_id = $segment_id
    group by as_of_date
),

runs as (
    select
        segment_runs.as_of_date,
        coalesce(changes.entered, 0) as entered,
        coalesce(changes.left_count, 0) as "left",
        changes.reasons
    from segment_runs
    left join changes on segment_runs.as_of_date = changes.as_of_date
),

sized as (
    select
        as_of_date,
        entered,
        "left",
        entered - "left" as net,
        cast(sum(entered - "left") over (order by as_of_date) as bigint) as members,
        reasons
    from runs
),

newest as (
    select * from sized order by as_of_date desc limit $runs
)

select * from newest order by as_of_date
