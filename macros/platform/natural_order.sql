{#- A text as one that sorts as people read it: the numbers in it as numbers. -#}
{% macro natural_order(text) %}
    {{ return(adapter.dispatch('natural_order', 'segmentation')(text)) }}
{% endmacro %}

{% macro default__natural_order(text) %}
    {{ return(
        "array_to_string(list_transform(regexp_extract_all(" ~ text ~ ", '[0-9]+|[^0-9]+'),"
        ~ " lambda part: if(regexp_full_match(part, '[0-9]+'), lpad(part, 20, '0'), part)), '')"
    ) }}
{% endmacro %}
