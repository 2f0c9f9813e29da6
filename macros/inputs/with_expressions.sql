{#-
  The meta of an input table with every column as an SQL expression: a column that says its
  format, {column: day, format: "%d-%m-%Y"}, or its decimal mark, {column: price, decimal:
  ","}, is one as well, and so is one of `rows`, which make several events of a row of the
  files. Then an expression asks "%part", the number of the event, from 0, and
  table.conditions has the `where` of each, none where there is none.
-#}
{% macro with_expressions(table) %}
    {% set columns = table.get('columns') %}
    {% set rows = table.get('rows') %}
    {% if columns is not mapping and not rows %}{{ return(table) }}{% endif %}
    {% if not rows or not _is_list(rows) or rows | reject('mapping') | list %}
        {{ return(dict(table, columns=_expressions(columns))) }}
    {% endif %}
    {% set parts, conditions = [], [] %}
    {% for row in rows %}
        {% do conditions.append(row.get('where')) %}
        {% set own = _expressions(row) %}
        {% do own.pop('where', none) %}
        {% set part = dict(_expressions(columns or {}), **own) %}
        {# the events of one row are not repeats of each other #}
        {% if not loop.first and 'event_id' in part and 'event_id' not in own %}
            {% do part.update({
                'event_id': '(' ~ part.event_id ~ ") || '/" ~ loop.index0 ~ "'"
            }) %}
        {% endif %}
        {% do parts.append(part) %}
    {% endfor %}
    {% set expressions = {} %}
    {% for part in parts %}
        {% for name in part if name not in expressions %}
            {% set values = [] %}
            {% for one in parts %}{% do values.append(one.get(name, 'null')) %}{% endfor %}
            {% do expressions.update({name: _expression_of_parts(values)}) %}
        {% endfor %}
    {% endfor %}
    {{ return(dict(table, columns=expressions, conditions=conditions)) }}
{% endmacro %}

{#-
  One expression for the events of a row: the same for all, or by their number, as text since
  their types may differ.
-#}
{% macro _expression_of_parts(values) %}
    {% if values | unique | list | length == 1 %}{{ return(values[0]) }}{% endif %}
    {% set cases = [] %}
    {% for value in values %}
        {% do cases.append('when ' ~ loop.index0 ~ ' then cast((' ~ value ~ '\n) as varchar)') %}
    {% endfor %}
    {{ return('case "%part" ' ~ cases | join(' ') ~ ' end') }}
{% endmacro %}

{#- The values of columns as SQL expressions. -#}
{% macro _expressions(columns) %}
    {% set expressions = {} %}
    {% for name, value in columns.items() %}
        {% if value is not mapping or 'column' not in value %}
            {% do expressions.update({name: value}) %}
        {% elif value.get('format') %}
            {% do expressions.update({
                name: 'strptime(' ~ value.column ~ ', ' ~ sql_text(value.format) ~ ')'
            }) %}
        {% elif value.get('decimal') == ',' %}
            {% do expressions.update({
                name: "replace(replace(" ~ value.column ~ ", '.', ''), ',', '.')"
            }) %}
        {% else %}
            {% do expressions.update({name: value.column}) %}
        {% endif %}
    {% endfor %}
    {{ return(expressions) }}
{% endmacro %}

{#- What the number of an event of several of one row adds to source_row, for each. -#}
{% macro rows_per_part() %}
    {{ return('1000000000000') }}
{% endmacro %}
