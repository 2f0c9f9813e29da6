{#-
  Parses an SQL expression without running it.

  expression: the text. Returns {error: text or none, columns: names it refers to}. The
  columns are left empty where names cannot be told from the parameters of a lambda.
-#}
{% macro parse_expression(expression) %}
    {{ return(adapter.dispatch('parse_expression', 'segmentation')(expression)) }}
{% endmacro %}

{% macro default__parse_expression(expression) %}
    {% set answer = run_query(
        'select json_serialize_sql(' ~ sql_text('select (' ~ expression ~ '\n)') ~ ')'
    ).columns[0].values()[0] %}
    {% set tree = fromjson(answer) %}
    {% if tree.error %}
        {{ return({'error': tree.error_message, 'columns': []}) }}
    {% elif '"LAMBDA"' in answer %}
        {{ return({'error': none, 'columns': []}) }}
    {% endif %}
    {% set columns = [] %}
    {% for names in modules.re.findall('"column_names":\\[("(?:[^"\\\\]|\\\\.)*")', answer) %}
        {% do columns.append(fromjson(names)) %}
    {% endfor %}
    {{ return({'error': none, 'columns': columns}) }}
{% endmacro %}
