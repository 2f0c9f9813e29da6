{{ config(
    meta={
        'what_to_do': 'See rejected_events: mostly it is an expression in inputs/. If '
        ~ 'so many bad rows are right, raise max_rejected_share there.',
    },
) }}
-- Reads nothing but the rows that staging passes on, so that dbt build stops before it.
with row_counts as (

    select
        coalesce(rejection_reason, '') as rejection_reason,
        count(*) as row_count
    from {{ ref('base_checked_events') }}
    group by rejection_reason

),

shares as (

    select
        rejection_reason,
        row_count,
        round(
            sum(row_count) filter (where rejection_reason <> '') over ()
            / sum(row_count) over (),
            4
        ) as rejected_share,
        {{ max_rejected_share() }} as max_rejected_share
    from row_counts

),

final as (

    select *
    from shares
    where
        rejection_reason not in ('', 'event_at is on an archived day')
        and rejected_share > max_rejected_share

)

select * from final
