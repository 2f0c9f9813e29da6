{#- As what an operand is compared with an attribute: number, boolean, date or text. -#}
{% macro _operand_kind(operand, attribute) %}
    {% if operand is boolean %}
        {{ return('boolean') }}
    {% elif operand is number %}
        {{ return('number') }}
    {% elif attribute.kind in ['date', 'timestamp'] and is_iso_date(operand) %}
        {{ return('date') }}
    {% endif %}
    {{ return('text') }}
{% endmacro %}
