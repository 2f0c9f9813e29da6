{#-
  A query of one row: as_of_date and the beginnings of all windows, {name: expression}.
-#}
{% macro bounds_query(bounds) %}
    {% set columns = ['as_of_date'] %}
    {% for name, expression in bounds.items() %}
        {% do columns.append(expression ~ ' as ' ~ name) %}
    {% endfor %}
    {{ return(
        'select\n        ' ~ (columns | join(',\n        ')) ~ '\n    from int_as_of_date'
    ) }}
{% endmacro %}
