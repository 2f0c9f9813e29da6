{#-
  What conditions can refer to, and what checking and compiling note down on the way.

  definitions: see segment_definitions(). Columns and their types come from the YAML of
  the models: metrics from every model with `config.meta.customer_mart: true`
  (customer_behavior_summary goes first where two have a column of one name), properties
  from int_customers, events from stg_events.
-#}
{% macro segment_context(definitions) %}
    {% set context = {
        'vocabulary': segment_vocabulary(),
        'segments': {}, 'templates': {}, 'metrics': {}, 'properties': {}, 'fields': {},
        'problems': [], 'patterns': [], 'references': {}, 'expanding': [],
        'compiled': {}, 'leaves': {}, 'paths': {'customer': {}, 'event': {}},
        'marts': {}, 'event_columns': {}, 'inline_paths': false,
        'file': none, 'segment': none,
    } %}
    {% for definition in definitions %}
        {% set meta = definition.meta if definition.meta is mapping else {} %}
        {% if meta.template is string %}
            {% do context.templates.update({meta.template: definition}) %}
        {% elif 'template' not in meta %}
            {% do context.segments.update({definition.name: definition}) %}
        {% endif %}
    {% endfor %}
    {% set marts = [] %}
    {% for node in graph.nodes.values() if node.resource_type == 'model' %}
        {% if node.name == 'int_customers' %}
            {% do context.properties.update(_columns_of(node)) %}
        {% elif node.name == 'stg_events' %}
            {# derived in staging: in where these names are paths, as they were sent #}
            {% for column, described in _columns_of(node).items() %}
                {% if column not in ['order_id', 'feature'] %}
                    {% do context.fields.update({column: described}) %}
                {% endif %}
            {% endfor %}
        {% elif node.config.meta.get('customer_mart') %}
            {% do marts.append((node.name != 'customer_behavior_summary', node.name, node)) %}
        {% endif %}
    {% endfor %}
    {% for not_first, name, node in marts | sort(attribute='0,1') %}
        {% for column, described in _columns_of(node).items() %}
            {% if column not in ['tenant_id', 'customer_id'] %}
                {% do context.metrics.setdefault(column, described) %}
            {% endif %}
        {% endfor %}
    {% endfor %}
    {{ return(context) }}
{% endmacro %}
