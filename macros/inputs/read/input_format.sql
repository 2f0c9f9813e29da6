{#- What a feed is read from: files of the format parquet, csv or json, or a relation. -#}
{% macro input_format(feed) %}
    {{ return((input_feeds().get(feed) or {}).get('format')) }}
{% endmacro %}

{#- Whether a format is text, whose lines are counted and whose values are typed by us. -#}
{% macro is_text_format(file_format) %}
    {{ return(file_format in ['csv', 'json']) }}
{% endmacro %}
