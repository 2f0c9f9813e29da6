{#-
  The incremental strategy `rewrite`: what the model's select names is replaced.

  Every row of the target whose unique_key is in the select goes, then the rows of the
  select come in, except those marked is_removed. A model lists a key as removed to clear
  it, whether or not it has new rows for it. unique_key: a list of columns, never null.
-#}
{% macro get_incremental_rewrite_sql(arg_dict) %}
    {{ return(adapter.dispatch('get_incremental_rewrite_sql', 'segmentation')(arg_dict)) }}
{% endmacro %}

{% macro default__get_incremental_rewrite_sql(arg_dict) %}
    {% set target = arg_dict.target_relation %}
    {% set source = arg_dict.temp_relation %}
    {% set key = arg_dict.unique_key | join(', ') %}
    {% set columns = get_quoted_csv(
        arg_dict.dest_columns | map(attribute='name') | reject('equalto', 'is_removed') | list
    ) %}
    delete from {{ target }} where ({{ key }}) in (select distinct {{ key }} from {{ source }});

    insert into {{ target }} ({{ columns }})
    select {{ columns }} from {{ source }} where not is_removed
{% endmacro %}
