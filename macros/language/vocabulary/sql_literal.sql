{#-
  A value of a definition as an SQL literal: numbers as exact decimals, booleans, and
  any other as text. Example: sql_literal(0.1) gives 0.1, sql_literal("it's") gives
  'it''s'.
-#}
{% macro sql_literal(value) %}
    {% if value is boolean %}
        {{ return('true' if value else 'false') }}
    {% elif value is integer %}
        {{ return(value | string) }}
    {% elif value is number %}
        {% set plain = '{:.10f}'.format(value) %}
        {{ return(plain.rstrip('0').rstrip('.')) }}
    {% endif %}
    {{ return(sql_text(value)) }}
{% endmacro %}
