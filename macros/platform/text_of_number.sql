{#- A decimal or floating-point number as text: plain notation, no zeros at its end. -#}
{% macro text_of_number(number) %}
    {{ return(adapter.dispatch('text_of_number', 'segmentation')(number)) }}
{% endmacro %}

{% macro default__text_of_number(number) %}
    {{ return(
        'rtrim(rtrim(cast(try_cast(' ~ number
        ~ " as decimal(38, 10)) as varchar), '0'), '.')"
    ) }}
{% endmacro %}
