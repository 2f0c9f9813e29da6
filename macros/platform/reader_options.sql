{#-
  The names of the options that the reader of a format takes from an input's YAML.

  file_format: parquet, csv or json.
-#}
{% macro reader_options(file_format) %}
    {{ return(adapter.dispatch('reader_options', 'segmentation')(file_format)) }}
{% endmacro %}

{% macro default__reader_options(file_format) %}
    {# the paths, and what read_files sets itself #}
    {% set taken = ['path', 'paths', 'filename', 'file_row_number'] %}
    {% set query %}
        select distinct unnest(parameters) as option
        from duckdb_functions()
        where function_name = {{ sql_text('read_' ~ file_format) }}
        order by option
    {% endset %}
    {{ return(run_query(query).columns[0].values() | reject('in', taken) | list) }}
{% endmacro %}
