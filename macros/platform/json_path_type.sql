{#-
  The type of what is at a path of a JSON text, null where there is nothing.

  DuckDB's pointers would read a key of digits as a place in a list: where a step is
  one, its parent must not be a list.
-#}
{% macro json_path_type(json, path) %}
    {% set kind = 'json_type(' ~ json ~ ', ' ~ sql_text(_json_pointer(path)) ~ ')' %}
    {% set guards = [] %}
    {% for key in path if modules.re.match('[0-9]+\\Z', key) %}
        {% do guards.append(
            "when json_type(" ~ json ~ ', ' ~ sql_text(_json_pointer(path[:path.index(key)]))
            ~ ") = 'ARRAY' then null"
        ) %}
    {% endfor %}
    {% if guards %}
        {{ return('case ' ~ (guards | join(' ')) ~ ' else ' ~ kind ~ ' end') }}
    {% endif %}
    {{ return(kind) }}
{% endmacro %}
