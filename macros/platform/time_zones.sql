{#- The names of the time zones that the database knows. -#}
{% macro time_zones() %}
    {{ return(adapter.dispatch('time_zones', 'segmentation')()) }}
{% endmacro %}

{% macro default__time_zones() %}
    {{ return(run_query('select name from pg_timezone_names() order by name').columns[0].values()) }}
{% endmacro %}
