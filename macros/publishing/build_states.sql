{#- The table that says what became of every model, seed and test when it last ran. -#}
{% macro build_states() %}
    {{ return(api.Relation.create(
        database=target.database, schema=target.schema, identifier='build_states'
    )) }}
{% endmacro %}
