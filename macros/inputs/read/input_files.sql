{#-
  The files of one input table, or of one of its feeds, as they are now. A relation is a file.

  table_name: events, customers or subscriptions; or a feed.
  Returns a list of {file, version, bytes, modified_at, feed}; an empty list when the input has
  no such table. A version changes with the file, with the input's mapping, with a file that
  is joined and with the seed junk_ids, so that an edited expression reads every file again.
-#}
{% macro input_files(table_name) %}
    {% set files = [] %}
    {% for feed in (feeds_of(table_name) if execute else []) %}
        {% do files.extend(_files_of_feed(feed, input_feeds()[feed])) %}
    {% endfor %}
    {{ return(files) }}
{% endmacro %}

{#- Those of one feed; table: its meta. -#}
{% macro _files_of_feed(feed, table) %}
    {% set parts = [
        table.get('columns'), table.get('format'), table.get('options'), junk_ids_version(),
    ] %}
    {% do parts.append(table.conditions) if table.get('conditions') %}
    {% for name, file in joined_files(table).items() %}
        {% do parts.append([name, file.on, file.files]) %}
    {% endfor %}
    {% set mapping = local_md5(tojson(parts)) %}
    {% if table.get('relation') %}
        {% set files = [relation_as_file(table)] %}
    {% else %}
        {% set files = list_files([table.path] if table.path is string else table.path) %}
    {% endif %}
    {% for file in files %}
        {% do file.update({'version': file.version ~ ', mapping ' ~ mapping, 'feed': feed}) %}
    {% endfor %}
    {{ return(files) }}
{% endmacro %}

{#- A digest of the seed junk_ids as it is loaded, empty before it is. -#}
{% macro junk_ids_version() %}
    {% set seed = load_relation(stored_table('junk_ids')) %}
    {% if seed %}
        {{ return(run_query(
            'select md5(string_agg(junk_id, chr(10) order by junk_id)) from ' ~ seed
        ).columns[0].values()[0]) }}
    {% endif %}
    {{ return('') }}
{% endmacro %}
