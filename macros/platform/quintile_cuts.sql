{#- The four values that cut a column into fifths, as a list; interpolated. -#}
{% macro quintile_cuts(column) %}
    {{ return(adapter.dispatch('quintile_cuts', 'segmentation')(column)) }}
{% endmacro %}

{% macro default__quintile_cuts(column) %}
    {{ return('quantile_cont(cast(' ~ column ~ ' as double), [0.2, 0.4, 0.6, 0.8])') }}
{% endmacro %}
