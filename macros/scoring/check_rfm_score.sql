{#- Stops with a config_error when one score of an RFM model is not well defined. -#}
{% macro check_rfm_score(where, score) %}
    {% if score is not mapping or score.metric is not defined %}
        {{ config_error(where, score, 'metric with quintiles: true or four cuts') }}
    {% endif %}
    {# a unit test has no graph #}
    {% if execute and graph.nodes is defined %}
        {% set node = graph.nodes['model.' ~ project_name ~ '.customer_behavior_summary'] %}
        {% if score.metric not in node.columns %}
            {{ config_error(
                where ~ '.metric', score.metric,
                'a column of customer_behavior_summary: ' ~ (node.columns | join(', '))
            ) }}
        {% endif %}
    {% endif %}
    {% set cuts = score.get('cuts') %}
    {% if (cuts is none) == (not score.get('quintiles')) %}
        {{ config_error(where, score, 'either quintiles: true or four cuts') }}
    {% endif %}
    {% if cuts is not none %}
        {% if cuts is string or cuts | length != 4 or cuts | sort | list != cuts | list
            or cuts | unique | list | length != 4 %}
            {{ config_error(where ~ '.cuts', cuts, 'four rising numbers') }}
        {% endif %}
    {% endif %}
{% endmacro %}
