{#- The two values that cut a column into thirds, as a list; interpolated. -#}
{% macro tercile_cuts(column) %}
    {{ return(adapter.dispatch('tercile_cuts', 'segmentation')(column)) }}
{% endmacro %}

{% macro default__tercile_cuts(column) %}
    {{ return('quantile_cont(cast(' ~ column ~ ' as double), [1 / 3, 2 / 3])') }}
{% endmacro %}
