{#-
  The names of the tables and views of a database, as schema.name.

  database: the alias of one that was attached; none is all that there are, the names of those
  in other databases than the warehouse's with that of the database.
-#}
{% macro known_relations(database) %}
    {{ return(adapter.dispatch('known_relations', 'segmentation')(database)) }}
{% endmacro %}

{% macro default__known_relations(database) %}
    {% set found = "select case when table_catalog = current_database() or "
        ~ (database is not none) | string | lower ~ " then '' else table_catalog || '.' end"
        ~ " || table_schema || '.' || table_name from information_schema.tables where "
        ~ ('table_catalog = ' ~ sql_text(database) if database is not none else 'true')
        ~ ' order by all' %}
    {{ return(run_query(found).columns[0].values() | list) }}
{% endmacro %}
