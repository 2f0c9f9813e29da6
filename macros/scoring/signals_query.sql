{#-
  A query with a column has_<signal> per signal and urgency of var scores.pql for every
  customer, and as_of_date.

  marts: the models whose columns the conditions may name.
-#}
{% macro signals_query(marts) %}
    {% if not execute %}
        {{ return('select 1 as unknown_yet') }}
    {% endif %}
    {% set context = condition_context(marts) %}
    {% set columns = {'as_of_date': 'int_as_of_date.as_of_date'} %}
    {% for name, signal in pql_signals().items() %}
        {% do columns.update({'has_' ~ name: compile_condition(signal.when, context)}) %}
    {% endfor %}
    {{ return(flags_query(columns, context)) }}
{% endmacro %}
