{#- The date of a UTC timestamp in the project's time zone (var timezone). -#}
{% macro local_date(timestamp) %}
    {{ return(adapter.dispatch('local_date', 'segmentation')(timestamp)) }}
{% endmacro %}

{% macro default__local_date(timestamp) %}
    {% if var('timezone') == 'UTC' %}
        {{ return('cast(' ~ timestamp ~ ' as date)') }}
    {% endif %}
    {{ return(
        'cast(((' ~ timestamp ~ ") at time zone 'UTC') at time zone "
        ~ sql_text(var('timezone')) ~ ' as date)'
    ) }}
{% endmacro %}
