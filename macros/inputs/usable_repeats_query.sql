{#-
  A query for the rows of events that can be converted, of those that have a row of a kind.

  condition: SQL over a row, doubtful.
-#}
{% macro usable_repeats_query(condition) %}
        select repeats.*
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
                where {{ condition }}
            )
{% endmacro %}
