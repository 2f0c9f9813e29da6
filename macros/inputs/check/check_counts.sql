{#-
  Stops the run when lines of a text file are unaccounted for: all of them are header, rows,
  unread or blank. Line breaks inside of values are counted where the sum is not right
  without them, since that takes longer.

  counts: a query, see counted_files_query().
-#}
{% macro check_counts(table_name, counts) %}
    {% set accounted = 'header_count + row_count + unread_lines' %}
    {% set doubtful = run_query(
        'select source_file, line_count - (' ~ accounted ~ ') as rest, blank_count from (' ~ counts
        ~ ') where line_count - (' ~ accounted ~ ') <> blank_count order by source_file'
    ) %}
    {% for row in doubtful %}
        {% set breaks = 0 %}
        {% if input_format(table_name) == 'csv' %}
            {% set terms = [] %}
            {% for name in text_columns(table_name) %}
                {% do terms.append(
                    'coalesce(sum(' ~ line_breaks(quoted_name(name)) ~ '), 0)'
                ) %}
            {% endfor %}
            {% set breaks = run_query(
                'select ' ~ (terms | join(' + ')) ~ ' from ' ~ file_rows_table(table_name)
                ~ ' where "%file" = ' ~ sql_text(row[0])
            ).columns[0].values()[0] | int %}
        {% endif %}
        {% set rest = row[1] | int - breaks %}
        {# a blank line may be one inside of a value, or in a file of one column a row #}
        {% if rest < 0 or rest > row[2] | int %}
            {{ input_error(
                table_name ~ '.path',
                "of the file '" ~ row[0] ~ "' " ~ (rest | abs) ~ ' lines are '
                ~ ('unaccounted for' if rest > 0 else 'counted twice')
                ~ ', so that rows would be lost or wrong',
                'files whose lines are all header, rows, rejected or blank: see whether quotes'
                ~ ' are closed, line ends are the same everywhere, and whether the options'
                ~ ' delim, quote, escape, new_line and encoding are right'
            ) }}
        {% endif %}
    {% endfor %}
{% endmacro %}

{#- An expression: how many line breaks a text has. -#}
{% macro line_breaks(text) %}
    {{ return(
        "length(regexp_replace(" ~ text ~ ", '\\r\\n|\\r', chr(10), 'g')) - length(replace("
        ~ "regexp_replace(" ~ text ~ ", '\\r\\n|\\r', chr(10), 'g'), chr(10), ''))"
    ) }}
{% endmacro %}
