{#-
  Rows (input table, lines before the first row of its files) of SQL values; null where files
  have no lines.
-#}
{% macro header_lines() %}
    {% set values = [] %}
    {% for table_name in ['events', 'customers', 'subscriptions'] %}
        {% set file_format = input_format(table_name) if execute %}
        {% set options = declared_options(input_tables().get(table_name) or {}) if execute else {} %}
        {% set lines = 'null' %}
        {% if file_format == 'json' and options.get('format') != 'array' %}
            {% set lines = 0 %}
        {% elif file_format == 'csv' %}
            {% set lines = csv_header_lines(options) %}
        {% endif %}
        {% do values.append("('" ~ table_name ~ "', cast(" ~ lines ~ ' as bigint))') %}
    {% endfor %}
    {{ return(values | join(', ')) }}
{% endmacro %}

{#- How many lines of a CSV file are before its first row; options: see dialect_options(). -#}
{% macro csv_header_lines(options) %}
    {{ return(
        (options.get('skip') or 0)
        + (1 if options.get('header', true) and not options.get('names') else 0)
    ) }}
{% endmacro %}
