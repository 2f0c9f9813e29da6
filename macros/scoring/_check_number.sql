{#- Stops the run unless a setting is a number from lowest to highest. -#}
{% macro _check_number(where, value, lowest, highest) %}
    {% if not _is_number(value) or not lowest <= value <= highest %}
        {{ config_error(where, value, 'a number from ' ~ lowest ~ ' to ' ~ highest) }}
    {% endif %}
{% endmacro %}
