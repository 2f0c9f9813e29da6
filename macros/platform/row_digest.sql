{#- A text digest of some columns that tells null from empty and keeps their borders. -#}
{% macro row_digest(columns) %}
    {{ return(adapter.dispatch('row_digest', 'segmentation')(columns)) }}
{% endmacro %}

{% macro default__row_digest(columns) %}
    {{ return('md5(cast(to_json(row(' ~ (columns | join(', ')) ~ ')) as varchar))') }}
{% endmacro %}
