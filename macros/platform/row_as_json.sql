{#- A row (a table alias or a struct) as JSON text. -#}
{% macro row_as_json(value) %}
    {{ return(adapter.dispatch('row_as_json', 'segmentation')(value)) }}
{% endmacro %}

{% macro default__row_as_json(value) %}
    {{ return('cast(to_json(' ~ value ~ ') as varchar)') }}
{% endmacro %}
