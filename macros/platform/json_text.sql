{#-
  The text at a key of a JSON object, null where there is none.

  json: an expression of JSON text. key: a plain key, not a path.
-#}
{% macro json_text(json, key) %}
    {{ return(adapter.dispatch('json_text', 'segmentation')(json, key)) }}
{% endmacro %}

{% macro default__json_text(json, key) %}
    {{ return('json_extract_string(' ~ json ~ ", '$.\"" ~ key ~ "\"')") }}
{% endmacro %}
