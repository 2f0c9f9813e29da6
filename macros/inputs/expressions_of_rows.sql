{#- {columns, written, conditions} of several events of a row; condition: of all of them. -#}
{% macro expressions_of_rows(columns, rows, condition) %}
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
