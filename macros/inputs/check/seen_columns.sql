{#-
  The columns of some files. Of JSON the objects are only asked for keys that are not known,
  until one has them; where a key is in none, the keys of the first object are there to say so.
-#}
{% macro seen_columns(feed, files, missing) %}
    {% set columns = [] %}
    {% if files and input_format(feed) == 'json' %}
        {% set options = dialect_options(feed) %}
        {% set paths = files | map(attribute='file') | list %}
        {% for name in missing %}
            {% set asked = 'select 1 from ' ~ read_files(paths, 'json', options, [name])
                ~ ' where ' ~ quoted_name(name) ~ ' is not null limit 1' %}
            {% do columns.append(name) if run_query(asked).rows | length %}
        {% endfor %}
        {% if columns | length < missing | length %}
            {% set keys = run_query(
                "select unnest(json_keys(json)) from (from read_json_objects(" ~ sql_list(paths)
                ~ ", format = " ~ sql_text(options.get('format', 'newline_delimited'))
                ~ (', ignore_errors = true' if options.get('format') != 'array' else '')
                ~ ") where json_type(json) = 'OBJECT' limit 1)"
            ).columns[0].values() %}
            {% do columns.extend(keys) %}
        {% endif %}
    {% elif files %}
        {% for group in file_groups(feed, files) %}
            {% do columns.extend(group.columns) %}
        {% endfor %}
    {% endif %}
    {{ return(columns) }}
{% endmacro %}

{#- Those of some files ({file, version}) that were not read as they are now. -#}
{% macro unread_input_files(feed, files) %}
    {% if flags.FULL_REFRESH %}{{ return(files) }}{% endif %}
    {% set known = {} %}
    {% for row in run_query(
        'select source_file, file_version from ' ~ read_input_files() ~ ' where input_table = '
        ~ sql_text(table_of_feed(feed))
    ) %}
        {% do known.update({row[0]: row[1]}) %}
    {% endfor %}
    {% set unread = [] %}
    {% for file in files if known.get(file.file) != file.version %}{% do unread.append(file) %}{% endfor %}
    {{ return(unread) }}
{% endmacro %}
