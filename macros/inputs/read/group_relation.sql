{#-
  A table expression for the rows of a group of files: text that was read, a relation, or files.

  feed: see input_feeds(). group: see file_groups().
-#}
{% macro group_relation(feed, group) %}
    {% if is_text_format(input_format(feed)) %}
        {{ return(file_rows_table(feed)) }}
    {% elif input_format(feed) == 'relation' %}
        {{ return(read_relation(group.files[0])) }}
    {% endif %}
    {{ return(read_files(group.files, input_format(feed), dialect_options(feed))) }}
{% endmacro %}

{#- The groups of some files of a feed; the rows of text files are in one table by then. -#}
{% macro groups_to_type(feed, files) %}
    {{ return(
        [{'columns': text_columns(feed)}] if is_text_format(input_format(feed))
        else file_groups(feed, files)
    ) }}
{% endmacro %}
