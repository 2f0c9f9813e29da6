{#- Those of a list of regular expressions that the engine cannot read. -#}
{% macro invalid_patterns(patterns) %}
    {{ return(adapter.dispatch('invalid_patterns', 'segmentation')(patterns)) }}
{% endmacro %}

{% macro default__invalid_patterns(patterns) %}
    {% set rows = [] %}
    {% for pattern in patterns %}
        {% do rows.append('(' ~ loop.index0 ~ ', ' ~ sql_text(pattern) ~ ')') %}
    {% endfor %}
    {# try() sees an error only of a value that is not known when the query is planned. #}
    {% set answer = run_query(
        'select place from (values ' ~ (rows | join(', ')) ~ ') as given (place, pattern) '
        ~ "where try(regexp_matches('', pattern)) is null"
    ) %}
    {% set bad = [] %}
    {% for place in answer.columns[0].values() %}
        {% do bad.append(patterns[place | int]) %}
    {% endfor %}
    {{ return(bad) }}
{% endmacro %}
