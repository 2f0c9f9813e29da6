{#-
  Stops with an input_error when an input table has no file, an empty file, or, at a full
  refresh, lost a file whose rows would be forgotten.

  feed: see input_feeds(). table: its meta.
-#}
{% macro check_input_files(feed, table) %}
    {% set files = input_files(feed) %}
    {% if not files %}
        {{ input_error(
            table.place ~ '.path', "no file matches '" ~ table.path ~ "'",
            'a path or glob of ' ~ table.format ~ ' files, seen from the project folder'
            ~ ' (var data_dir is ' ~ var('data_dir') ~ ')'
        ) }}
    {% endif %}
    {% for file in files if file.bytes == 0 %}
        {{ input_error(
            table.place ~ '.path', "the file '" ~ file.file ~ "' is empty (0 bytes)",
            'files with at least a header'
        ) }}
    {% endfor %}
    {% set loaded = adapter.get_relation(target.database, target.schema, 'base_events') %}
    {% if table.path and table_of_feed(feed) == 'events' and flags.FULL_REFRESH and loaded
        and not var('allow_missing_files') %}
        {% set names = input_files(table_of_feed(feed)) | map(attribute='file') | list %}
        {% for row in run_query('select distinct source_file from ' ~ loaded) %}
            {% if row[0] not in names and row[0].startswith(common_folder(table.path)) %}
                {{ input_error(
                    table.place ~ '.path',
                    "a full refresh would forget the rows of '" ~ row[0] ~ "', which is gone",
                    'put the file back, run without --full-refresh, or set the var'
                    ~ ' allow_missing_files to true'
                ) }}
            {% endif %}
        {% endfor %}
    {% endif %}
{% endmacro %}

{#- The part of a path before its first wildcard; of a list, of its first path. -#}
{% macro common_folder(path) %}
    {% set first = path if path is string else path[0] %}
    {{ return(modules.re.split('[*?\\[{]', first)[0]) }}
{% endmacro %}
