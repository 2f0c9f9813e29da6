{#- The points that can be earned in a group of signals. -#}
{% macro possible_points(group) %}
    {{ return(
        'cast(' ~ sql_literal(pql_signals(group).values() | sum(attribute='points'))
        ~ ' as decimal(9, 4))'
    ) }}
{% endmacro %}
