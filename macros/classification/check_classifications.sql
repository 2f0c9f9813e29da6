{#-
  Stops the run with every problem of the rules of customer_classifications: rules that
  are not well formed, that leave customers over, or that nobody can reach.
-#}
{% macro check_classifications() %}
    {% set node = graph.nodes['model.' ~ project_name ~ '.customer_classifications'] %}
    {% set marts = [] %}
    {% for id in node.depends_on.nodes if graph.nodes[id].config.meta.get('customer_mart') %}
        {% do marts.append(graph.nodes[id].name) %}
    {% endfor %}
    {% set context = condition_context(marts) %}
    {% set file = (node.patch_path or node.name).split('://')[-1] %}
    {% for name, column in node.columns.items() %}
        {% do context.update({'file': file, 'segment': name}) %}
        {% if 'classify' in column_meta(column) %}
            {% do check_classification(column_meta(column).classify, context) %}
            {% set closed = name in closed_dimensions(node.name) %}
            {% if column_meta(column).get('track') and not closed %}
                {% do _problem(
                    context, 'meta', 'a tracked dimension lists what value_of can give',
                    expected='values: a list'
                ) %}
            {% endif %}
        {% elif name not in ['tenant_id', 'customer_id', 'as_of_date'] %}
            {% do _problem(
                context, 'meta', 'a dimension has its rules in config.meta.classify',
                expected='a list of rules'
            ) %}
        {% endif %}
    {% endfor %}
    {% for rule in classification_rules('customer_classifications').get('engagement_band', []) %}
        {% set metric = rule.when.metric if rule.when is mapping else none %}
        {% if rule is mapping and 'when' in rule and metric != 'engagement_score' %}
            {% do context.update({'segment': 'engagement_band'}) %}
            {% do _problem(
                context, 'classify[' ~ loop.index0 ~ '].when',
                'customer_engagement has this dimension too: its rules name one metric',
                found=rule.when, expected='metric: engagement_score'
            ) %}
        {% endif %}
    {% endfor %}
    {% do stop_at_problems('classifications', context) %}
{% endmacro %}
