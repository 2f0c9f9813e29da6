{#- An expression for the product of the multipliers that apply to a customer. -#}
{% macro urgency_multiplier() %}
    {% set parts = ['1.0'] %}
    {% for name, signal in pql_signals('urgency').items() %}
        {% do parts.append(
            'case when has_' ~ name ~ ' then ' ~ sql_literal(signal.multiplier)
            ~ ' else 1.0 end'
        ) %}
    {% endfor %}
    {{ return('cast(' ~ (parts | join('\n            * ')) ~ ' as decimal(9, 6))') }}
{% endmacro %}
