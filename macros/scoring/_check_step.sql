{#-
  Stops with a config_error when a step of a score is not well defined, or is met by
  nobody whom the steps before it leave over.

  metric: of the part. earlier: the steps before. is_last: whether it is for the rest.
-#}
{% macro _check_step(where, step, metric, earlier, is_last) %}
    {% set operators = ['lte', 'lt', 'gte', 'gt'] %}
    {% set form = 'points, one of lte, lt, gte, gt and perhaps a metric' %}
    {% if step is not mapping or step.keys() | reject(
        'in', operators + ['points', 'metric']
    ) | list %}
        {{ config_error(where, step, form) }}
    {% endif %}
    {% do _check_number(where ~ '.points', step.points, 0, 100) %}
    {% set found = step.keys() | select('in', operators) | list %}
    {% if is_last %}
        {% if step.keys() | list != ['points'] %}
            {{ config_error(where, step, 'points only: the last step is for everybody else') }}
        {% endif %}
    {% elif found | length != 1 or not _is_number(step[found[0]]) %}
        {{ config_error(where, step, form) }}
    {% else %}
        {% do _check_score_metric(where ~ '.metric', step.metric or metric) %}
        {% set condition = dict(step, metric=step.metric or metric) %}
        {% for before in earlier %}
            {% if condition_covers(dict(before, metric=before.metric or metric), condition) %}
                {{ config_error(
                    where, step, 'a step that an earlier one leaves room for; step '
                    ~ loop.index0 ~ ' has all of it: ' ~ before
                ) }}
            {% endif %}
        {% endfor %}
    {% endif %}
{% endmacro %}
