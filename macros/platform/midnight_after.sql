{#- The first instant after a date in the project's time zone, as a UTC timestamp. -#}
{% macro midnight_after(date) %}
    {{ return(adapter.dispatch('midnight_after', 'segmentation')(date)) }}
{% endmacro %}

{% macro default__midnight_after(date) %}
    {{ return(
        'cast(cast(' ~ date ~ " + interval '1 day' as timestamp) at time zone "
        ~ sql_text(var('timezone')) ~ ' as timestamp)'
    ) }}
{% endmacro %}
