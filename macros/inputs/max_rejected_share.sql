{#-
  The share of the rows of an input table that may be rejected before a build stops: the key
  max_rejected_share of the table in inputs/<name>.yml, else the var of that name.
-#}
{% macro max_rejected_share(table_name) %}
    {% set table = input_tables().get(table_name) or {} %}
    {{ return(table.get('max_rejected_share', var('max_rejected_share'))) }}
{% endmacro %}
