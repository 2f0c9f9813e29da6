{#- A table expression for the rows of a relation, with their place as read_files() gives it. -#}
{% macro read_relation(relation) %}
    {{ return(adapter.dispatch('read_relation', 'segmentation')(relation)) }}
{% endmacro %}

{% macro default__read_relation(relation) %}
    {{ return(
        '(select *, ' ~ sql_text(relation) ~ ' as "%file", row_number() over () - 1 as "%row"'
        ~ ' from ' ~ relation ~ ')'
    ) }}
{% endmacro %}
