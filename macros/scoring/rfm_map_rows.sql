{#- What a map of ranges gives: {code: segment}, without codes that are in no range. -#}
{% macro rfm_map_rows(ranges) %}
    {% set rows = {} %}
    {% for code in rfm_codes() %}
        {% for segment, range in ranges.items() if code not in rows
            and range.get('r', [1, 5])[0] <= code[0] | int <= range.get('r', [1, 5])[1]
            and range.get('f', [1, 5])[0] <= code[1] | int <= range.get('f', [1, 5])[1]
            and range.get('m', [1, 5])[0] <= code[2] | int <= range.get('m', [1, 5])[1] %}
            {% do rows.update({code: segment | string}) %}
        {% endfor %}
    {% endfor %}
    {{ return(rows) }}
{% endmacro %}
