{#-
  Checks the chosen input before any table is touched: known tables, keys and columns,
  required columns, files that exist and are not empty, expressions that parse, columns
  that the files have, types that can be converted.

  Runs at the start of a run that builds staging; the first problem stops it.
-#}
{% macro check_inputs() %}
    {% if execute and flags.WHICH in ['build', 'run'] %}
        {% set tables = input_tables() %}
        {% for table_name in tables if table_name not in ['events', 'customers', 'subscriptions'] %}
            {{ input_error(
                table_name, 'is no input table', 'events, customers, subscriptions',
                table_name, ['events', 'customers', 'subscriptions']
            ) }}
        {% endfor %}
        {% if 'events' not in tables %}
            {{ input_error('events', 'the table is missing', 'events with a path and columns') }}
        {% endif %}
        {% do check_timezone() %}
        {% do check_input_limits() %}
        {% do check_warehouse() %}
        {% for table_name, table in tables.items() %}
            {% if staging_model(table_name) in selected_resources %}
                {% do check_input_table(table_name, table) %}
            {% endif %}
        {% endfor %}
    {% endif %}
{% endmacro %}

{#- Checks one table, feed by feed; table: its meta. -#}
{% macro check_input_table(table_name, table) %}
    {% do check_keys_of_table(table_name, table) %}
    {% for feed in feeds_of(table_name) if input_feeds()[feed].get('relation') %}
        {% do check_relation(input_feeds()[feed]) %}
    {% endfor %}
    {% do note_relations(table_name) %}
    {% do check_files_of_feeds(table_name) %}
    {% for feed in feeds_of(table_name) %}
        {% set meta = input_feeds()[feed] %}
        {% do check_input_files(feed, meta) %}
        {% do check_input_joins(feed, meta) %}
        {% do check_input_expressions(feed, meta) %}
    {% endfor %}
{% endmacro %}

{#- Checks what is written of one table in inputs/, without a look at its files. -#}
{% macro check_keys_of_table(table_name, table) %}
    {% do check_input_feeds(table_name, table) %}
    {% for feed in feeds_of(table_name) %}
        {% do check_input_keys(feed, input_feeds()[feed]) %}
    {% endfor %}
{% endmacro %}

{% macro staging_model(table_name) %}
    {{ return('model.' ~ project_name ~ '.base_' ~ table_name) }}
{% endmacro %}
