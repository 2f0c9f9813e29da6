{#- An expression: the columns of a row whose value could not be typed, null when there are none. -#}
{% macro bad_cells(table_name, types) %}
    {% set cells = ['failed_columns'] %}
    {% for column in canonical_columns(table_name) if can_fail(column, types) %}
        {% do cells.append("case when " ~ is_bad_cell(column) ~ " then '" ~ column.name ~ "' end") %}
    {% endfor %}
    {{ return("nullif(concat_ws(', ', " ~ (cells | join(', ')) ~ "), '')") }}
{% endmacro %}

{#- Whether there are values of a column that cannot be typed. -#}
{% macro can_fail(column, types) %}
    {{ return(
        column.kind in kind_names()
        and not types.get(column.name, 'VARCHAR').startswith('TIMESTAMP')
    ) }}
{% endmacro %}

{#- A condition: whether a column has a value that could not be typed. -#}
{% macro is_bad_cell(column) -%}
    case
        when {{ column.name }} is null
            then nullif(trim(cast(input_{{ column.name }} as varchar)), '')
    end is not null
{%- endmacro %}

{#- What the values of a kind of column are called in messages. -#}
{% macro kind_names() %}
    {{ return({
        'number': 'a number', 'integer': 'a whole number',
        'age': 'a whole number or a band as 45-54', 'coordinate': 'a number',
        'time': 'a time', 'date': 'a date', 'json': 'JSON',
    }) }}
{% endmacro %}
