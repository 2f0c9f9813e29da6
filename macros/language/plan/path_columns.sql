{#-
  A query of a relation with a column more for every path that conditions read: its
  text, whether it is set, and the kinds of value that it is read as.

  relation: the name of a CTE. paths: context.paths of its scope.
-#}
{% macro path_columns(relation, paths) %}
    {% if not paths %}
        {{ return('select * from ' ~ relation) }}
    {% endif %}
    {% set texts, kinds = [], [] %}
    {% for column, path in paths.items() %}
        {% do texts.append(path.text ~ ' as ' ~ column) %}
        {% do texts.append(path.is_set ~ ' as ' ~ column ~ '_is_set') %}
        {% for kind in path.kinds %}
            {% do kinds.append(text_as(kind, column) ~ ' as ' ~ column ~ '_' ~ kind) %}
        {% endfor %}
    {% endfor %}
    {% set inner = 'select\n        *,\n        ' ~ (texts | join(',\n        '))
        ~ '\n    from ' ~ relation %}
    {% if not kinds %}
        {{ return(inner) }}
    {% endif %}
    {{ return(
        'select\n        *,\n        ' ~ (kinds | join(',\n        '))
        ~ '\n    from (\n    ' ~ inner ~ '\n    ) as texts'
    ) }}
{% endmacro %}
