{#-
  Stops the run when lines of a text file are unaccounted for: all of them are header, rows,
  unread or blank. Only where the sum is not right at first, what takes longer is counted:
  line breaks inside of values, and lines of nothing but blanks.

  counts: a query, see counted_files_query().
-#}
{% macro check_counts(feed, counts) %}
    {% set is_csv = input_format(feed) == 'csv' %}
    {% set rest = 'line_count - header_count - row_count - unread_lines' %}
    {% for row in run_query(
        'select source_file, ' ~ rest ~ ', blank_count from (' ~ counts ~ ') where ' ~ rest
        ~ ' <> blank_count order by source_file'
    ) %}
        {% set breaks = breaks_in_values(feed, row[0]) if is_csv else 0 %}
        {% set blanks = row[2] | int if is_csv else blank_lines(feed, row[0]) %}
        {% set rest = row[1] | int - breaks %}
        {# a blank line may be one inside of a value, or a row of a file of one column #}
        {% set may_be_less = breaks or text_columns(feed) | length == 1 %}
        {% if rest != blanks and not (may_be_less and 0 <= rest < blanks) %}
            {{ input_error(
                input_feeds()[feed].place ~ '.path',
                "of the file '" ~ row[0] ~ "' " ~ ((rest - blanks) | abs) ~ ' lines are '
                ~ ('unaccounted for' if rest > blanks else 'counted twice')
                ~ ', so that rows would be lost or wrong',
                'files whose lines are all header, rows, rejected or blank: see whether quotes'
                ~ ' are closed, line ends are the same everywhere, and whether the options'
                ~ ' delim, quote, escape, new_line and encoding are right'
            ) }}
        {% endif %}
    {% endfor %}
{% endmacro %}

{#- How many line breaks the values of a file have. -#}
{% macro breaks_in_values(feed, file) %}
    {% set terms = ['0'] %}
    {% for name in text_columns(feed) %}
        {% do terms.append('coalesce(sum(' ~ line_breaks(quoted_name(name)) ~ '), 0)') %}
    {% endfor %}
    {{ return(run_query(
        'select ' ~ (terms | join(' + ')) ~ ' from ' ~ file_rows_table(feed)
        ~ ' where "%file" = ' ~ sql_text(file)
    ).columns[0].values()[0] | int) }}
{% endmacro %}

{#- How many lines of a file are empty, or blanks only. -#}
{% macro blank_lines(feed, file) %}
    {{ return(run_query(
        'select count(*) from '
        ~ text_lines([file], counting_options(dialect_options(feed)))
        ~ " where coalesce(trim(line, chr(9) || chr(13) || ' '), '') = ''"
    ).columns[0].values()[0] | int) }}
{% endmacro %}

{#- An expression: how many line breaks a text has. -#}
{% macro line_breaks(text) %}
    {% set same = "regexp_replace(" ~ text ~ ", '\\r\\n|\\r', chr(10), 'g')" %}
    {{ return('length(' ~ same ~ ') - length(replace(' ~ same ~ ", chr(10), ''))") }}
{% endmacro %}
