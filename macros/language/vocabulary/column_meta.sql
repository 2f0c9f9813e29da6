{#- The meta of a column in dbt's graph, wherever it was written. -#}
{% macro column_meta(column) %}
    {{ return(column.get('config', {}).get('meta') or column.get('meta') or {}) }}
{% endmacro %}
