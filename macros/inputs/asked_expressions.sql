{#- All expressions of a table over the columns of a row, by the place where they stand. -#}
{% macro asked_expressions(table) %}
    {% set expressions = dict(table.columns) %}
    {% for condition in table.get('conditions') or [] if condition %}
        {% do expressions.update({
            ('rows.where ' ~ loop.index) if table.get('rows') else 'where': condition,
        }) %}
    {% endfor %}
    {% for name, part in (table.get('join') or {}).items() %}
        {% for own in part.on %}
            {% do expressions.update({'join.' ~ name ~ '.on ' ~ own: quoted_name(own)}) %}
        {% endfor %}
    {% endfor %}
    {{ return(expressions) }}
{% endmacro %}
