{#-
  A table of the warehouse by its name, whether the project still has a model of that name
  or not.
-#}
{% macro stored_table(name) %}
    {{ return(api.Relation.create(
        database=target.database, schema=target.schema, identifier=name, type='table'
    )) }}
{% endmacro %}
