{#- Whether a text begins with another. -#}
{% macro text_begins(text, beginning) %}
    {{ return(adapter.dispatch('text_begins', 'segmentation')(text, beginning)) }}
{% endmacro %}

{% macro default__text_begins(text, beginning) %}
    {{ return('starts_with(' ~ text ~ ', ' ~ beginning ~ ')') }}
{% endmacro %}
