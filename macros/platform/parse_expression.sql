{#-
  Parses an SQL expression without running it.

  expression: the text. Returns {error: text or none, columns: the names it refers to,
  fields: those that a name stands before with a point, as texts `a.b`, has_lambda: whether
  some of the names may be parameters of a lambda, has_window: whether it looks at other
  rows}.
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
        {{ return({
            'error': tree.error_message, 'columns': [], 'fields': [], 'has_lambda': false,
            'has_window': false,
        }) }}
    {% endif %}
    {% set columns = [] %}
    {% set fields = [] %}
    {% for names in modules.re.findall('"column_names":(\\[(?:"(?:[^"\\\\]|\\\\.)*",?)*\\])', answer) %}
        {% set names = fromjson(names) %}
        {% do columns.append(names[0]) if names[0] not in columns %}
        {% do fields.append(names | join('.')) if names | length > 1 %}
    {% endfor %}
    {{ return({
        'error': none, 'columns': columns, 'fields': fields,
        'has_lambda': '"LAMBDA"' in answer, 'has_window': '"class":"WINDOW"' in answer,
    }) }}
{% endmacro %}
