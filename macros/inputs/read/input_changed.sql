{#-
  Whether the files of an input table differ from those the model being built was made of.

  table_name: customers or subscriptions. The model keeps source_file and file_version.
-#}
{% macro input_changed(table_name) %}
    {% set loaded = {} %}
    {% for row in run_query(
        'select distinct source_file, file_version from ' ~ this
    ) %}
        {% do loaded.update({row[0]: row[1]}) %}
    {% endfor %}
    {% set current = {} %}
    {% for file in input_files(table_name) %}
        {% do current.update({file.file: file.version}) %}
    {% endfor %}
    {{ return(loaded != current) }}
{% endmacro %}
