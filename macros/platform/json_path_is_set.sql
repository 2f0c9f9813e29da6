{#-
  Whether there is anything but JSON null at a path of a JSON text; see json_path_text.
-#}
{% macro json_path_is_set(json, path) %}
    {{ return(adapter.dispatch('json_path_is_set', 'segmentation')(json, path)) }}
{% endmacro %}

{% macro default__json_path_is_set(json, path) %}
    {{ return('coalesce(' ~ json_path_type(json, path) ~ " <> 'NULL', false)") }}
{% endmacro %}
