{#-
  A key as text, `tenant_id: acme, customer_id: c17`.

  columns: their names. expressions: their values, in the same order.
-#}
{% macro key_text(columns, expressions) %}
    {% set parts = [] %}
    {% for expression in expressions %}
        {% do parts.append(
            sql_text((', ' if loop.index > 1 else '') ~ columns[loop.index0] ~ ': ')
            ~ ' || coalesce(cast(' ~ expression ~ ' as ' ~ dbt.type_string() ~ "), 'null')"
        ) %}
    {% endfor %}
    {{ return(parts | join(' || ')) }}
{% endmacro %}
