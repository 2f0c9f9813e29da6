{#-
  The pairs of neighbouring letters of a text, borders included, each with its number.
-#}
{% macro _letter_pairs(text) %}
    {% set framed = '^' ~ (text[:60] | lower) ~ '$' %}
    {% set pairs = {} %}
    {% for start in range(framed | length - 1) %}
        {% set pair = framed[start:start + 2] %}
        {% do pairs.update({pair: pairs.get(pair, 0) + 1}) %}
    {% endfor %}
    {{ return(pairs) }}
{% endmacro %}
