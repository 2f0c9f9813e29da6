{#-
  A text as an SQL literal; the one place where values from YAML are quoted.

  value: any text, number or boolean; its text form is quoted. Example: sql_text("it's")
  gives 'it''s'.
-#}
{% macro sql_text(value) %}
    {{ return(adapter.dispatch('sql_text', 'segmentation')(value)) }}
{% endmacro %}

{% macro default__sql_text(value) %}
    {{ return("'" ~ (value | string | replace("'", "''")) ~ "'") }}
{% endmacro %}
