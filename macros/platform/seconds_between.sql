{#- Whole seconds from one timestamp to a later one. -#}
{% macro seconds_between(from_at, to_at) %}
    {{ return(adapter.dispatch('seconds_between', 'segmentation')(from_at, to_at)) }}
{% endmacro %}

{% macro default__seconds_between(from_at, to_at) %}
    {{ return('((epoch_us(' ~ to_at ~ ') - epoch_us(' ~ from_at ~ ')) // 1000000)') }}
{% endmacro %}
