{#- The names of the columns of a relation. -#}
{% macro relation_columns(relation) %}
    {{ return(run_query('describe select * from ' ~ relation).columns[0].values() | list) }}
{% endmacro %}
