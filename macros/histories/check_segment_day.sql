{#-
  Stops a segment history that is run for an earlier day; see refuse_earlier_day().
-#}
{% macro check_segment_day() %}
    {% if execute and is_incremental() %}
        {% set answer = run_query('select as_of_date from ' ~ ref('int_as_of_date')) %}
        {% do refuse_earlier_day(answer.columns[0].values()[0]) %}
    {% endif %}
{% endmacro %}
