{#- Stops with an error when the score of product qualified leads is not well defined. -#}
{% macro check_pql_score(where, score) %}
    {% set groups = ['behavioral', 'firmographic', 'engagement'] %}
    {% do _check_names(where, score, groups + ['threshold', 'urgency']) %}
    {% do _check_number(where ~ '.threshold', score.threshold, 0, 100) %}
    {% set seen, parts = {}, {} %}
    {% for group in groups + ['urgency'] %}
        {% set here = where ~ '.' ~ group %}
        {% set signals = score[group] %}
        {% if group != 'urgency' %}
            {% do _check_names(here, score[group], ['weight', 'signals']) %}
            {% do _check_number(here ~ '.weight', score[group].weight, 0, 1) %}
            {% do parts.update({group: score[group]}) %}
            {% set signals = score[group].signals %}
        {% endif %}
        {% if signals is not mapping or (not signals and group != 'urgency') %}
            {{ config_error(here, signals, 'signals by name, at least one') }}
        {% endif %}
        {% for name, signal in signals.items() %}
            {% set there = here ~ '.' ~ name %}
            {% set number = 'multiplier' if group == 'urgency' else 'points' %}
            {% if not modules.re.fullmatch('[a-z][a-z0-9_]*', name) or name in seen %}
                {{ config_error(there, name, 'names of lower-case letters, digits and _, each once') }}
            {% endif %}
            {% do seen.update({name: true}) %}
            {% do _check_names(there, signal, [number, 'when']) %}
            {% do _check_number(
                there ~ '.' ~ number, signal[number], 1 if group == 'urgency' else 0.0001, 1000
            ) %}
        {% endfor %}
    {% endfor %}
    {% do _check_sum(where, parts, 'weight', 1) %}
    {% set context = condition_context(['customer_behavior_summary', 'customer_demographics']) %}
    {% for name, signal in pql_signals().items() %}
        {% do context.update({
            'file': 'dbt_project.yml', 'segment': where ~ '.' ~ signal.group ~ '.' ~ name
        }) %}
        {% do _check_condition(signal.when, 'when', 'customer', 1, context) %}
    {% endfor %}
    {% do stop_at_problems(where, context) %}
{% endmacro %}
