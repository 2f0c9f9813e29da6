{#-
  A text expression read as a number, amount, boolean, date or instant; see
  attribute_as.
-#}
{% macro text_as(kind, text) %}
    {% if kind == 'number' %}
        {{ return(number_of_text(text)) }}
    {% elif kind == 'amount' %}
        {{ return(number_of_text(text, 28)) }}
    {% elif kind == 'boolean' %}
        {{ return('case ' ~ text ~ " when 'true' then true when 'false' then false end") }}
    {% elif kind == 'date' %}
        {{ return(date_of_text(text)) }}
    {% endif %}
    {{ return(instant_of_text(text)) }}
{% endmacro %}
