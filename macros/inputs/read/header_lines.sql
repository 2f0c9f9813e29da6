{#-
  Rows (input table, file or null for all of its files, lines before the first row of a file)
  of SQL values; the lines are null where files have none.
-#}
{% macro header_lines() %}
    {% set values = [] %}
    {% for table_name in ['events', 'customers', 'subscriptions'] %}
        {% set feeds = feeds_of(table_name) if execute else [] %}
        {% for feed in feeds or [table_name] %}
            {% set lines = _header_lines_of(input_feeds()[feed]) if feeds else 'null' %}
            {% set files = files_of_feed(input_files(feed), feed) if feeds | length > 1
                else [{'file': none}] %}
            {% for file in files %}
                {% do values.append(
                    "('" ~ table_name ~ "', cast("
                    ~ ('null' if file.file is none else sql_text(file.file)) ~ ' as varchar), cast('
                    ~ lines ~ ' as bigint))'
                ) %}
            {% endfor %}
        {% endfor %}
    {% endfor %}
    {{ return(values | join(', ')) }}
{% endmacro %}

{#- How many lines are before the first row of a feed's files; table: its meta. -#}
{% macro _header_lines_of(table) %}
    {% set options = declared_options(table) %}
    {% if table.format == 'csv' %}
        {{ return(csv_header_lines(options)) }}
    {% endif %}
    {{ return(0 if table.format == 'json' and options.get('format') != 'array' else 'null') }}
{% endmacro %}

{#- How many lines of a CSV file are before its first row; options: see dialect_options(). -#}
{% macro csv_header_lines(options) %}
    {{ return(
        (options.get('skip') or 0)
        + (1 if options.get('header', true) and not options.get('names') else 0)
    ) }}
{% endmacro %}
