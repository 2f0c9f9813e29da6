{#- What the number of an event of several of one row adds to source_row, for each. -#}
{% macro rows_per_part() %}
    {{ return('1000000000000') }}
{% endmacro %}
