{#-
  A query for the sums of the transitions of customers who were erased, as the days that were
  evaluated up to last_evaluated_date counted them; no rows where nobody was.
-#}
{% macro erased_transitions_query() %}
    {%- if has_erased_customers() -%}
    select * from {{ stored_table('erased_transitions') }}
    {%- else -%}
    select
        cast(null as varchar) as tenant_id,
        cast(null as varchar) as segment_id,
        cast(null as varchar) as transition,
        cast(null as bigint) as transition_count,
        cast(null as date) as as_of_date,
        cast(null as date) as last_evaluated_date
    where false
    {%- endif -%}
{% endmacro %}
