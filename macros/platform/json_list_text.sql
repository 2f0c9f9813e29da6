{#-
  The texts of a JSON list as one text, separated by a comma and a blank, in their order.

  json: an expression of JSON text. path: the key of the list in it.
-#}
{% macro json_list_text(json, path) %}
    {{ return(adapter.dispatch('json_list_text', 'segmentation')(json, path)) }}
{% endmacro %}

{% macro default__json_list_text(json, path) %}
    {{ return(
        'array_to_string(json_extract_string(' ~ json ~ ", '$.\"" ~ path ~ "\"[*]'), ', ')"
    ) }}
{% endmacro %}
