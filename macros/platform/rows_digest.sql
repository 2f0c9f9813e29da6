{#- An aggregate over the rows of a relation, a text that changes with any of them; alias: its. -#}
{% macro rows_digest(alias) %}
    {{ return(adapter.dispatch('rows_digest', 'segmentation')(alias)) }}
{% endmacro %}

{% macro default__rows_digest(alias) %}
    {{ return(
        "count(*) || ' rows, ' || coalesce(sum(cast(hash(" ~ alias ~ ') as hugeint)), 0)'
    ) }}
{% endmacro %}
