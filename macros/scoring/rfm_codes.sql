{#- All 125 codes, from 111 to 555. -#}
{% macro rfm_codes() %}
    {% set codes = [] %}
    {% for r in range(1, 6) %}{% for f in range(1, 6) %}{% for m in range(1, 6) %}
        {% do codes.append(r ~ f ~ m) %}
    {% endfor %}{% endfor %}{% endfor %}
    {{ return(codes) }}
{% endmacro %}
