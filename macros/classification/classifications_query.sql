{#-
  The query of customer_classifications: one row per customer, one column per dimension.

  marts: the models whose columns the rules may name.
-#}
{% macro classifications_query(marts) %}
    {% if not execute %}
        {{ return('select 1 as unknown_yet') }}
    {% endif %}
    {% set context = condition_context(marts) %}
    {% set columns = {} %}
    {% for name, rules in classification_rules('customer_classifications').items() %}
        {% do columns.update({name: compile_classification(rules, context)}) %}
    {% endfor %}
    {% do columns.update({'as_of_date': 'int_as_of_date.as_of_date'}) %}
    {{ return(flags_query(columns, context)) }}
{% endmacro %}
