{#-
  The files of an input table that the model being built has not loaded as they are now:
  all of them at a full refresh, else the new and the changed ones.

  table_name: events, customers or subscriptions. The model keeps source_file and
  file_version with every row.
  Returns a list of {file, version}.
-#}
{% macro files_to_load(table_name) %}
    {% set files = input_files(table_name) %}
    {% if not execute or not is_incremental() %}
        {{ return(files) }}
    {% endif %}
    {% set loaded = archived_files(files) if table_name == 'events' else {} %}
    {% for row in run_query(
        'select source_file, any_value(file_version) from ' ~ this ~ ' group by source_file'
    ) %}
        {% do loaded.update({row[0]: row[1]}) %}
    {% endfor %}
    {% set changed = [] %}
    {% for file in files if loaded.get(file.file) != file.version %}
        {% do changed.append(file) %}
    {% endfor %}
    {{ return(changed) }}
{% endmacro %}
