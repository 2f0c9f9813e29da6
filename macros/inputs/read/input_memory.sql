{#-
  Tables of what was found out about the files of an input. They are written by runs as they
  read, in the transaction of the model that takes the rows.

  int_input_dialects, a row per input table: how its files are to be read where inputs/ does
  not say it (options), found once, and every column that one of its files had; both as JSON.
  int_input_files, a row per file that was read: its lines, counted apart from the reading,
  and the rows and the unread lines that they became.
  int_input_relations, a row per relation that is a source: what a run found there.
-#}
{% macro create_input_memory() %}
    {% set tables = [
        (input_dialects(), 'input_table varchar, options varchar, column_names varchar'),
        (read_input_files(), 'input_table varchar, source_file varchar, file_version varchar,'
         ~ ' line_count bigint, row_count bigint, unread_count bigint'),
        (seen_relations(), 'relation_name varchar, run_id varchar, version varchar,'
         ~ ' row_count bigint, seen_at varchar'),
    ] %}
    {% for table, columns in tables if not load_relation(table) %}
        {% do run_query('create table if not exists ' ~ table ~ ' (' ~ columns ~ ')') %}
        {# dbt looks into the catalog when a run begins, and not again #}
        {% do adapter.cache_added(table) %}
    {% endfor %}
{% endmacro %}

{#- The table of dialects. -#}
{% macro input_dialects() %}
    {{ return(stored_table('int_input_dialects')) }}
{% endmacro %}

{#- The table of files that were read. -#}
{% macro read_input_files() %}
    {{ return(stored_table('int_input_files')) }}
{% endmacro %}

{#-
  What is remembered of an input table: {options, columns}, empty before its first run and
  at the start of a full refresh.
-#}
{% macro input_memory(feed) %}
    {% if execute and load_relation(input_dialects()) %}
        {% for row in run_query(
            'select options, column_names from ' ~ input_dialects() ~ ' where input_table = '
            ~ sql_text(feed)
        ) %}
            {{ return({'options': fromjson(row[0]), 'columns': fromjson(row[1])}) }}
        {% endfor %}
    {% endif %}
    {{ return({'options': {}, 'columns': []}) }}
{% endmacro %}

{#- Writes it. -#}
{% macro remember_input(feed, options, columns) %}
    {% do run_query(
        'delete from ' ~ input_dialects() ~ ' where input_table = ' ~ sql_text(feed)
        ~ '; insert into ' ~ input_dialects() ~ ' values (' ~ sql_text(feed) ~ ', '
        ~ sql_text(tojson(options)) ~ ', ' ~ sql_text(tojson(columns)) ~ ')'
    ) %}
{% endmacro %}
