{#- A 64-bit hash of some columns, for checksums and look-ups inside one database. -#}
{% macro hash_of(columns) %}
    {{ return(adapter.dispatch('hash_of', 'segmentation')(columns)) }}
{% endmacro %}

{% macro default__hash_of(columns) %}
    {{ return('hash(' ~ (columns | join(', ')) ~ ')') }}
{% endmacro %}
