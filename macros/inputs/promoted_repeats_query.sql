{#-
  A query for the repeats (event_key, load_rank) that are the event because every row of
  it that was loaded before cannot be converted: see rate_problem(). Rates change without
  a row being read again, so this is asked whenever events are read. raw_row is only kept
  of the few rows that this can happen to.
-#}
{% macro promoted_repeats_query() %}
    select
        repeats.event_key,
        min(repeats.load_rank) as load_rank
    from {{ ref('base_events') }} as repeats
    left join {{ ref('stg_currency_rates') }} as rates
        on
            repeats.currency = rates.currency
            and repeats.event_date >= rates.valid_from
            and repeats.event_date < rates.valid_until
    where
        repeats.rejection_reason is null
        and {{ rate_problem('repeats.event_value', 'repeats.currency', 'rates.rate') }} is null
        and repeats.event_key in (
            select doubtful.event_key
            from {{ ref('base_events') }} as doubtful
            where
                doubtful.raw_row is not null
                and doubtful.rejection_reason is null
        )
    group by repeats.event_key, repeats.tenant_id, repeats.event_id
    having min(repeats.load_rank) > 1
{% endmacro %}
