{#- The regular expression of a day with an optional time, or of one with an offset. -#}
{% macro iso_time_pattern(with_offset) %}
    {% set day = '[0-9]{4}-[0-9]{2}-[0-9]{2}' %}
    {% set time = '[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,6})?)?' %}
    {% if with_offset %}
        {{ return(day ~ time ~ '(Z|[+-][0-9]{2}(:?[0-9]{2})?)') }}
    {% endif %}
    {{ return(day ~ '(' ~ time ~ ')?') }}
{% endmacro %}
