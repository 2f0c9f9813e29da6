{#- Whether a text ends with another. -#}
{% macro text_ends(text, ending) %}
    {{ return(adapter.dispatch('text_ends', 'segmentation')(text, ending)) }}
{% endmacro %}

{% macro default__text_ends(text, ending) %}
    {{ return('ends_with(' ~ text ~ ', ' ~ ending ~ ')') }}
{% endmacro %}
