{#-
  The names of the options that the reader of a format takes from an input's YAML.

  file_format: parquet, csv or json.
-#}
{% macro reader_options(file_format) %}
    {{ return(adapter.dispatch('reader_options', 'segmentation')(file_format)) }}
{% endmacro %}

{% macro default__reader_options(file_format) %}
    {# the paths, what read_files sets itself, and what guesses names or types #}
    {% set taken = [
        'path', 'paths', 'filename', 'file_row_number', 'columns', 'auto_detect', 'union_by_name',
        'types', 'column_types', 'column_names', 'dtypes', 'all_varchar', 'normalize_names',
        'auto_type_candidates', 'sample_size', 'files_to_sniff', 'ignore_errors', 'store_rejects',
        'rejects_table', 'rejects_scan', 'rejects_limit', 'rejects_line_size_limit', 'schema',
        'records', 'array', 'maximum_depth', 'maximum_sample_files', 'map_inference_threshold',
        'field_appearance_threshold', 'convert_strings_to_integers', 'dateformat', 'date_format',
        'timestampformat', 'timestamp_format', 'hive_types', 'hive_types_autocast',
        'column_statistics', 'allow_empty', 'geojson',
    ] %}
    {% set query %}
        select distinct unnest(parameters) as option
        from duckdb_functions()
        where function_name = {{ sql_text('read_' ~ file_format) }}
        order by option
    {% endset %}
    {{ return(run_query(query).columns[0].values() | reject('in', taken) | list) }}
{% endmacro %}
