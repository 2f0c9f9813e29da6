{#- The fifth of the range 0 to 100 that a score is in, as text; 100 is in the last. -#}
{% macro score_band(score) -%}
    case
        {%- for lowest in (80, 60, 40, 20) %}
        when {{ score }} >= {{ lowest }}
            then '{{ lowest }}–{{ lowest + 20 }}'
        {%- endfor %}
        else '0–20'
    end
{%- endmacro %}
