{#-
  The kind of a column, from its data type: integer, decimal, float, boolean, date,
  timestamp or text.
-#}
{% macro _column_kind(data_type) %}
    {% set word = (data_type or 'varchar') | lower | trim %}
    {% if 'int' in word and not word.startswith('interval') %}
        {{ return('integer') }}
    {% elif word.startswith(('decimal', 'numeric')) %}
        {{ return('decimal') }}
    {% elif word.startswith(('double', 'float', 'real')) %}
        {{ return('float') }}
    {% elif word.startswith('bool') %}
        {{ return('boolean') }}
    {% elif word.startswith('timestamp') or word == 'datetime' %}
        {{ return('timestamp') }}
    {% elif word == 'date' %}
        {{ return('date') }}
    {% endif %}
    {{ return('text') }}
{% endmacro %}
