{#-
  A word of a shorthand as what it looks like: a number, perhaps a boolean, else text.
-#}
{% macro _typed_word(word, may_be_boolean=false) %}
    {% if modules.re.match('[+-]?[0-9]+\\Z', word) %}
        {{ return(word | int) }}
    {% elif modules.re.match('[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?\\Z', word) %}
        {{ return(word | float) }}
    {% elif may_be_boolean and word in ['true', 'false'] %}
        {{ return(word == 'true') }}
    {% endif %}
    {{ return(word) }}
{% endmacro %}
