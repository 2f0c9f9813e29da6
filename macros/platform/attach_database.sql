{#-
  Makes the database of a feed readable: a DuckDB or SQLite file, or what else DuckDB attaches.
  It is opened for reading only.

  table: the meta of the feed; without `database` nothing happens.
-#}
{% macro attach_database(table) %}
    {{ return(adapter.dispatch('attach_database', 'segmentation')(table)) }}
{% endmacro %}

{% macro default__attach_database(table) %}
    {% if table.get('database') %}
        {% do run_query(
            'attach if not exists ' ~ sql_text(table.database) ~ ' as ' ~ database_alias(table)
            ~ ' (read_only)'
        ) %}
    {% endif %}
{% endmacro %}
