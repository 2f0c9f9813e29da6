{#-
  One segment definition per value of each tracked dimension: a text column of a
  customer mart with `meta.track: true`, its values from `meta.classify` or listed in
  `meta.values`. `meta.segment_type` says what sort of segments they are.
-#}
{% macro dimension_definitions() %}
    {% set definitions = [] %}
    {% for node in graph.nodes.values() if node.resource_type == 'model' %}
        {% for column in node.columns.values() if node.config.meta.get('customer_mart') %}
            {% set meta = column_meta(column) %}
            {% for value in dimension_values(meta) if meta.get('track') %}
                {% do definitions.append({
                    'name': column.name ~ '.' ~ value_id(value),
                    'file': node.get('patch_path') or node.name,
                    'label': column.name ~ ': ' ~ value,
                    'description': 'Customers whose ' ~ column.name ~ ' is ' ~ value ~ '.',
                    'owner': {}, 'maturity': none, 'tags': [],
                    'dimension': column.name, 'value': value,
                    'rules': meta.get('classify'),
                    'meta': {
                        'segment_type': meta.get('segment_type'),
                        'criteria': {'metric': column.name, 'equals': value},
                    },
                }) %}
            {% endfor %}
        {% endfor %}
    {% endfor %}
    {{ return(definitions | sort(attribute='name') | list) }}
{% endmacro %}
