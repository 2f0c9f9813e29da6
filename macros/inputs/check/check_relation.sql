{#-
  Stops with an input_error when a feed with a relation has keys of files, or its relation is
  no name.

  table: the meta of the feed, with `relation` and perhaps `database`.
-#}
{% macro check_relation_keys(table) %}
    {% set where = table.place ~ '.relation' %}
    {% for key in ['path', 'options'] if table.get(key) %}
        {{ input_error(
            table.place ~ '.' ~ key, 'a feed with a relation has none', 'a path or a relation'
        ) }}
    {% endfor %}
    {% if not modules.re.fullmatch('(\\w+|"[^"]+")(\\.(\\w+|"[^"]+")){0,2}', table.relation | string) %}
        {{ input_error(where, "'" ~ table.relation ~ "' is no name", 'schema.table') }}
    {% endif %}
{% endmacro %}

{#- Stops with an input_error when a feed's relation, or its database, is not there. -#}
{% macro check_relation(table) %}
    {% if table.get('database') and not ':' in table.database
        and not list_files([table.database]) %}
        {{ input_error(
            table.place ~ '.database', "there is no file '" ~ table.database ~ "'",
            'a DuckDB or SQLite file, seen from the project folder'
        ) }}
    {% endif %}
    {% do attach_database(table) %}
    {% set names = known_relations(database_alias(table) if table.get('database') else none) %}
    {% set wanted = table.relation | replace('"', '') | lower %}
    {% set there = [] %}
    {% for name in names if (name | lower) == wanted or (name | lower).endswith('.' ~ wanted) %}
        {% do there.append(name) %}
    {% endfor %}
    {% if not there %}
        {{ input_error(
            table.place ~ '.relation', "there is no table '" ~ table.relation ~ "'", names[:40] | join(', ') or 'a table',
            table.relation, names
        ) }}
    {% endif %}
{% endmacro %}
