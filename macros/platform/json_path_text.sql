{#-
  The text at a path of a JSON text: of a text, number or boolean; null for objects,
  lists, JSON null and where there is nothing. A step is a key of an object, never a
  place in a list.

  json: an expression of JSON text. path: list of plain keys, of any characters.
-#}
{% macro json_path_text(json, path) %}
    {{ return(adapter.dispatch('json_path_text', 'segmentation')(json, path)) }}
{% endmacro %}

{% macro default__json_path_text(json, path) %}
    {{ return(
        'case when ' ~ json_path_type(json, path)
        ~ " not in ('OBJECT', 'ARRAY', 'NULL') then json_extract_string(" ~ json ~ ', '
        ~ sql_text(_json_pointer(path)) ~ ') end'
    ) }}
{% endmacro %}
