{#-
  A query that turns a JSON list of objects into rows: the keys of the relation, and one
  column per field.

  relation: a CTE. keys: list of columns kept. json: an expression of JSON text. path: the
  key of the list in it. fields: {column: [key of the object, SQL type]}.
-#}
{% macro json_objects(relation, keys, json, path, fields) %}
    {{ return(adapter.dispatch('json_objects', 'segmentation')(
        relation, keys, json, path, fields
    )) }}
{% endmacro %}

{% macro default__json_objects(relation, keys, json, path, fields) %}
    {% set columns = [] %}
    {% for column, field in fields.items() %}
        {% do columns.append(
            'cast(' ~ json_text('item', field[0]) ~ ' as ' ~ field[1] ~ ') as ' ~ column
        ) %}
    {% endfor %}
    {{ return(
        'select\n        ' ~ ((keys + columns) | join(',\n        ')) ~ '\n    from (\n'
        ~ '        select\n            ' ~ (keys | join(',\n            ')) ~ ',\n'
        ~ '            unnest(json_extract(' ~ json ~ ", '$.\"" ~ path ~ "\"[*]')) as item"
        ~ '\n        from ' ~ relation ~ '\n    ) as items'
    ) }}
{% endmacro %}
