{#-
  The meta of an input table with every column as an SQL expression over a row of the files,
  and beside it: written, {column: what a person wrote of it}, for messages; and where there is
  a `where`, or `rows` make several events of a row, conditions, the `where` of each event, none
  where there is none. Then an expression may ask "%part", the number of the event, from 0.
-#}
{% macro with_expressions(table) %}
    {% if table.get('relation') %}
        {% set table = dict(table, format='relation') %}
    {% endif %}
    {% set columns, rows = table.get('columns'), table.get('rows') %}
    {% if rows and _is_list(rows) and not rows | reject('mapping') | list %}
        {{ return(dict(
            table, **_expressions_of_rows(columns or {}, rows, table.get('where'))
        )) }}
    {% elif columns is not mapping %}
        {{ return(table) }}
    {% endif %}
    {% set expressions = column_expressions(columns) %}
    {% set conditions = [table.where] if table.get('where') else [] %}
    {{ return(dict(table, columns=expressions, written=expressions, conditions=conditions)) }}
{% endmacro %}

{#- {columns, written, conditions} of several events of a row; condition: of all of them. -#}
{% macro _expressions_of_rows(columns, rows, condition) %}
    {% set parts, expressions, written = [], {}, {} %}
    {% for row in rows %}
        {% set own = column_expressions(row) %}
        {% do own.pop('where', none) %}
        {% set part = dict(column_expressions(columns), **own) %}
        {# the events of one row are not repeats of each other #}
        {% if not loop.first and 'event_id' in part and 'event_id' not in own %}
            {% do part.update({'event_id': '(' ~ part.event_id ~ ") || '/" ~ loop.index0 ~ "'"}) %}
        {% endif %}
        {% do parts.append(part) %}
    {% endfor %}
    {% for part in parts %}
        {% for name in part if name not in expressions %}
            {% set values = [] %}
            {% for one in parts %}{% do values.append(one.get(name, 'null')) %}{% endfor %}
            {% do expressions.update({name: _expression_of_parts(values)}) %}
            {% do written.update({name: values | unique | join('; ')}) %}
        {% endfor %}
    {% endfor %}
    {% set conditions = [] %}
    {% for row in rows %}
        {% set both = [condition, row.get('where')] | select | list %}
        {% do conditions.append('(' ~ both | join('\n) and (') ~ '\n)' if both else none) %}
    {% endfor %}
    {{ return({'columns': expressions, 'written': written, 'conditions': conditions}) }}
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
