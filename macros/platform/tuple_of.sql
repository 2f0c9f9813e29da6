{#- A struct of some expressions that compares field by field: field_1, field_2, … -#}
{% macro tuple_of(expressions) %}
    {{ return(adapter.dispatch('tuple_of', 'segmentation')(expressions)) }}
{% endmacro %}

{% macro default__tuple_of(expressions) %}
    {% set fields = [] %}
    {% for expression in expressions %}
        {% do fields.append('field_' ~ loop.index ~ ' := ' ~ expression) %}
    {% endfor %}
    {{ return('struct_pack(' ~ (fields | join(', ')) ~ ')') }}
{% endmacro %}
