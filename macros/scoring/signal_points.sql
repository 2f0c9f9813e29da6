{#- An expression for the points that a customer earned in a group of signals. -#}
{% macro signal_points(group) %}
    {% set parts = [] %}
    {% for name, signal in pql_signals(group).items() %}
        {% do parts.append(
            'case when has_' ~ name ~ ' then ' ~ sql_literal(signal.points) ~ ' else 0 end'
        ) %}
    {% endfor %}
    {{ return('cast(' ~ (parts | join('\n            + ')) ~ ' as decimal(9, 4))') }}
{% endmacro %}
