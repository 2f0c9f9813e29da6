{#- Stops with a config_error when the engagement score is not well defined. -#}
{% macro check_engagement_score(where, parts) %}
    {% do _check_names(where, parts, ['recency', 'frequency', 'depth', 'breadth']) %}
    {% for name, part in parts.items() %}
        {% set here = where ~ '.' ~ name %}
        {% do _check_names(here, part, ['weight', 'metric', 'steps']) %}
        {% do _check_number(here ~ '.weight', part.weight, 0, 1) %}
        {% do _check_score_metric(here ~ '.metric', part.metric) %}
        {% if not _is_list(part.steps) or not part.steps %}
            {{ config_error(here ~ '.steps', part.steps, 'a list of steps') }}
        {% endif %}
        {% set last = part.steps | length - 1 %}
        {% for step in part.steps %}
            {% do _check_step(
                here ~ '.steps[' ~ loop.index0 ~ ']', step, part.metric,
                part.steps[:loop.index0], loop.index0 == last
            ) %}
        {% endfor %}
    {% endfor %}
    {% do _check_sum(where, parts, 'weight', 1) %}
{% endmacro %}
