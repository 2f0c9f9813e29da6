{#- The name of the column that says whether a customer is in a segment. -#}
{% macro segment_flag(segment_id) %}
    {{ return('is_' ~ (segment_id | replace('.', '__'))) }}
{% endmacro %}
