{#- The relation of a model if its table exists already, else none; needs no ref. -#}
{% macro existing_relation(name) %}
    {% for node in graph.nodes.values() if node.resource_type == 'model' and node.name == name %}
        {{ return(load_relation(api.Relation.create(
            database=node.database, schema=node.schema, identifier=node.alias
        ))) }}
    {% endfor %}
    {{ return(none) }}
{% endmacro %}
